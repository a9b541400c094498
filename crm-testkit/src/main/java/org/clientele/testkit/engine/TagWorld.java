package org.clientele.testkit.engine;

import static org.clientele.access.AccessLevel.ORGANIZATION;
import static org.clientele.access.AccessLevel.USER;
import static org.clientele.access.Permission.EDIT;
import static org.clientele.access.Permission.VIEW;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.contact.Contact;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.organization.UserOwned;
import org.clientele.property.SetProperty;
import org.clientele.property.Traits;
import org.clientele.sales.Lead;
import org.clientele.store.RecordStore;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.value.Ref;

/**
 * Records of our types and of a host's that carry tags, owned by two users: one who may do all, and one who sees all
 * accounts, leads and partners but of accounts and partners changes only his own, and of contacts sees only those. Accounts
 * carry tags in two places, one of which was defined at run time.
 */
final class TagWorld {

    static final List<String> TAGS = List.of("VIP", "vip", "retail", "a,b", "\u0416");

    private static final List<EntityType<? extends UserOwned>> TYPES =
            List.of(Account.TYPE, Contact.TYPE, Lead.TYPE, Partner.TYPE);

    final Crm crm;
    final Session olga;
    final Session ivan;
    final SetProperty<Account> labels;

    private final Channel field;
    private final List<User> users;

    /**
     * What one record begins with.
     *
     * @param type which type, and {@code owner} which user, by number
     * @param labels more tags, for an account
     */
    record Seed(int type, int owner, Set<String> tags, Set<String> labels) {}

    TagWorld(RecordStore store, List<Seed> seeds) {
        Role clerk = Role.named("clerk")
                .grant(Account.TYPE, ORGANIZATION, VIEW)
                .grant(Account.TYPE, USER, EDIT)
                .grant(Contact.TYPE, USER, VIEW, EDIT)
                .grant(Lead.TYPE, ORGANIZATION, VIEW, EDIT)
                .grant(Partner.TYPE, ORGANIZATION, VIEW)
                .grant(Partner.TYPE, USER, EDIT);
        crm = Crm.open(
                store,
                config -> config.entity(Partner.TYPE, Visit.TYPE)
                        .access(RolePolicy.of(Role.administrator("administrator"), clerk)));
        labels = crm.define(Account.TYPE, custom -> custom.set("labels").with(Traits.tags()));
        Session system = crm.asSystem();
        Organization acme = system.save(new Organization("Acme"));
        users = List.of(
                system.save(new User("olga", "olga@acme.example", "Olga", "Ost", acme).addRole("administrator")),
                system.save(new User("ivan", "ivan@acme.example", "Ivan", "West", acme).addRole("clerk")));
        olga = crm.as(users.get(0));
        ivan = crm.as(users.get(1));
        field = olga.save(new Channel("Field", ChannelType.SALES).addEntity(Partner.TYPE.name()));
        for (int i = 0; i < seeds.size(); i++) {
            add("Acuserv " + i, seeds.get(i));
        }
    }

    private void add(String name, Seed seed) {
        Ref<User> owner = Ref.to(users.get(seed.owner));
        switch (seed.type) {
            case 0 -> {
                Account account = new Account(name);
                account.setTags(seed.tags);
                labels.set(account, seed.labels);
                save(account, owner);
            }
            case 1 -> {
                Contact contact = new Contact("Ada", name);
                contact.setTags(seed.tags);
                save(contact, owner);
            }
            case 2 -> {
                Lead lead = new Lead(name);
                lead.setTags(seed.tags);
                save(lead, owner);
            }
            default -> {
                Account of = olga.save(new Account("Of " + name));
                Partner partner = new Partner(name, of, field);
                partner.setPrograms(seed.tags);
                save(partner, owner);
            }
        }
    }

    private void save(UserOwned record, Ref<User> owner) {
        record.setOwner(owner);
        olga.save(record);
    }

    /** All records that somebody sees, by identity. */
    Map<UUID, CrmRecord> records(Session session) {
        Map<UUID, CrmRecord> records = new LinkedHashMap<>();
        TYPES.forEach(type -> session.select(type).list().forEach(record -> records.put(record.getId(), record)));
        return records;
    }

    /** What a record carries, wherever. */
    Set<String> tags(CrmRecord record) {
        Set<String> tags = new TreeSet<>();
        if (record instanceof Account account) {
            tags.addAll(account.getTags());
            tags.addAll(account(account));
        } else if (record instanceof Contact contact) {
            tags.addAll(contact.getTags());
        } else if (record instanceof Lead lead) {
            tags.addAll(lead.getTags());
        } else if (record instanceof Partner partner) {
            tags.addAll(partner.getPrograms());
        }
        return tags;
    }

    private Set<String> account(Account account) {
        Set<String> own = labels.get(account);
        return own == null ? Set.of() : own;
    }

    /** What all records carry, whoever sees them. */
    Map<UUID, Set<String>> tags() {
        Map<UUID, Set<String>> tags = new TreeMap<>();
        records(olga).forEach((id, record) -> tags.put(id, tags(record)));
        return tags;
    }

    /** Those of the records that carry a tag which somebody may not change. */
    Set<CrmRecord> fixed(Session session, Set<String> tags) {
        Set<CrmRecord> fixed = new HashSet<>();
        records(session).values().stream()
                .filter(record -> tags(record).stream().anyMatch(tags::contains))
                .filter(record -> !session.may(Permission.EDIT, record))
                .forEach(fixed::add);
        return fixed;
    }
}
