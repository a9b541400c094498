package org.clientele.testkit.engine;

import static org.clientele.access.AccessLevel.ORGANIZATION;
import static org.clientele.access.AccessLevel.USER;
import static org.clientele.access.Permission.VIEW;

import java.util.List;
import java.util.Set;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.activity.Task;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.contact.Address;
import org.clientele.contact.Contact;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.organization.UserOwned;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits;
import org.clientele.sales.Lead;
import org.clientele.store.RecordStore;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.value.Ref;

/**
 * Records with texts everywhere, owned by two users: one who sees all, and one from whom records are hidden, descriptions of
 * accounts, and last names and e-mails of contacts in part.
 */
final class SearchWorld {

    /** What no order tells, as it may be hidden from the second user. */
    static final Set<String> HIDEABLE = Set.of("lastName");

    final Crm crm;
    final Session olga;
    final Session ivan;
    final TextProperty<Account> tier;
    final TextProperty<Account> secret;

    private final Channel field;
    private final List<Ref<User>> users;

    /**
     * What one record says.
     *
     * @param kind which type, and {@code owner} which user, by number
     */
    record Seed(int kind, int owner, String name, String other, String tag) {}

    SearchWorld(RecordStore store, List<Seed> seeds) {
        Role clerk = Role.named("clerk")
                .grant(Account.TYPE, ORGANIZATION, VIEW)
                .restrict(Account.TYPE, Account.DESCRIPTION, USER, VIEW)
                .grant(Contact.TYPE, ORGANIZATION, VIEW)
                .restrict(Contact.TYPE, Contact.LAST_NAME, USER, VIEW)
                .restrict(Contact.TYPE, Contact.EMAILS, USER, VIEW)
                .grant(Visit.TYPE, ORGANIZATION, VIEW)
                .grant(Partner.TYPE, USER, VIEW)
                .grant(Task.TYPE, USER, VIEW);
        crm = Crm.open(
                store,
                config -> config.entity(Partner.TYPE, Visit.TYPE)
                        .access(RolePolicy.of(Role.administrator("administrator"), clerk)));
        tier = crm.define(Account.TYPE, custom -> custom.text("tier"));
        secret = crm.define(Account.TYPE, custom -> custom.text("secret").with(Traits.unsearched()));
        Session system = crm.asSystem();
        Organization acme = system.save(new Organization("Acme"));
        User one = system.save(new User("olga", "olga@acme.example", "Olga", "Ost", acme).addRole("administrator"));
        User other = system.save(new User("ivan", "ivan@acme.example", "Ivan", "West", acme).addRole("clerk"));
        users = List.of(Ref.to(one), Ref.to(other));
        olga = crm.as(one);
        ivan = crm.as(other);
        field = olga.save(new Channel("Field", ChannelType.SALES).addEntity(Partner.TYPE.name()));
        olga.saveAll(seeds.stream().map(this::record).toList());
    }

    private UserOwned record(Seed seed) {
        UserOwned record = switch (seed.kind) {
            case 0 -> account(seed);
            case 1 -> contact(seed);
            case 2 -> {
                Lead lead = new Lead(seed.name);
                lead.setCompanyName(seed.other);
                lead.setTags(Set.of(seed.tag));
                yield lead;
            }
            case 3 -> partner(seed);
            case 4 -> new Visit(seed.name);
            default -> {
                Task task = new Task(seed.name);
                task.setDescription(seed.other);
                yield task;
            }
        };
        record.setOwner(users.get(seed.owner));
        return record;
    }

    private Account account(Seed seed) {
        Account account = new Account(seed.name);
        account.setDescription(seed.other);
        account.setTags(Set.of(seed.tag));
        tier.set(account, seed.other.length() % 2 == 0 ? seed.other : null);
        secret.set(account, seed.other);
        return account;
    }

    private static Contact contact(Seed seed) {
        Contact contact = new Contact("Ada", seed.name);
        contact.addEmail("ada@" + seed.other.replace(' ', '.') + ".example").addPhone("+1 555 0100");
        contact.addAddress(Address.in("US").with(Address.CITY, seed.other));
        contact.setTags(Set.of(seed.tag));
        return contact;
    }

    private Partner partner(Seed seed) {
        Partner partner = new Partner(seed.name, olga.save(new Account("Of a partner")), field);
        partner.setLevel(seed.other.isBlank() ? null : seed.other);
        partner.setPrograms(Set.of(seed.tag));
        return partner;
    }
}
