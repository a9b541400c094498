package org.clientele.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.activity.Activities;
import org.clientele.activity.Call;
import org.clientele.activity.Direction;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.contact.Contact;
import org.clientele.criteria.Relation;
import org.clientele.journal.Journal;
import org.clientele.journal.JournalEntry;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Reference;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.property.AnyReferenceProperty;
import org.clientele.property.Property;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.ReferenceSetProperty;
import org.clientele.property.Traits.WhenTargetGoes;
import org.clientele.sales.Opportunity;
import org.clientele.store.RecordStore;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Purchase;
import org.clientele.testkit.host.Visit;
import org.clientele.testkit.journal.Replay;
import org.clientele.value.AnyRef;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** A CRM in which many work at once, every way to make something point to a record, and what is true whoever wins. */
final class ContestedWorld {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    final Session session;

    private final RecordStore store;
    private final Crm crm;
    private final Activities activities;
    private final Channel field;
    private final ReferenceProperty<Account, Account> patron;
    private final AnyReferenceProperty<Contact> topic;
    private final ReferenceSetProperty<Opportunity, Contact> jury;

    ContestedWorld(RecordStore store) {
        this.store = store;
        crm = Crm.open(
                store,
                config -> config.clock(Clock.fixed(NOON, ZoneOffset.UTC))
                        .access(RolePolicy.of(Role.administrator("administrator")))
                        .entity(Partner.TYPE, Visit.TYPE, Purchase.TYPE));
        patron = crm.define(Account.TYPE, custom -> custom.reference("patron", Account.class));
        topic = crm.define(Contact.TYPE, custom -> custom.anyReference("topic"));
        jury = crm.define(Opportunity.TYPE, custom -> custom.references("jury", Contact.class));
        Session system = crm.asSystem();
        Organization acme = system.save(new Organization("Acme"));
        session = crm.as(
                system.save(new User("olga", "olga@acme.example", "Olga", "Ost", acme).addRole("administrator")));
        activities = new Activities(session);
        field = session.save(new Channel("Field", ChannelType.SALES).addEntity(Partner.TYPE.name()));
    }

    Account account(String name) {
        return session.save(new Account(name));
    }

    Contact contact(String name) {
        return session.save(new Contact(name, "Example"));
    }

    /** Writes that make something point to the account in each way that there is; what they change is made before. */
    List<Callable<Object>> pointingTo(Account account) {
        Account bystander = account("Bystander");
        Opportunity moving = session.save(new Opportunity("Moving", bystander));
        List<Callable<Object>> writes = new ArrayList<>();
        writes.add(() -> session.save(new Opportunity("Deal", account)));
        writes.add(() -> session.save(new Partner("Partner", account, field)));
        writes.add(() -> activities.log(new Call("Call", Direction.OUTGOING, NOON), account));
        writes.add(() -> session.save(purchase(account)));
        writes.add(() -> session.save(about(account)));
        writes.add(() -> {
            patron.set(bystander, Ref.to(account));
            return session.save(bystander);
        });
        writes.add(() -> {
            moving.setAccount(Ref.to(account));
            return session.save(moving);
        });
        return writes;
    }

    private static Purchase purchase(Account account) {
        Purchase purchase = new Purchase("100");
        purchase.setAccount(Ref.to(account));
        purchase.setWorth(BigDecimal.TEN);
        return purchase;
    }

    private Visit about(CrmRecord record) {
        Visit visit = new Visit("Visit");
        visit.setAbout(new AnyRef(crm.schema().typeOf(record).name(), record.getId()));
        return visit;
    }

    /** The same for a contact. */
    List<Callable<Object>> pointingTo(Contact contact) {
        Account bystander = account("Bystander");
        Contact friend = contact("Friend");
        Opportunity tried = session.save(new Opportunity("Tried", bystander));
        List<Callable<Object>> writes = new ArrayList<>();
        writes.add(() -> session.save(bystander.addContact(contact)));
        writes.add(() -> activities.log(new Call("Call", Direction.INCOMING, NOON), contact));
        writes.add(() -> session.save(new Visit("Visit").addAttendee(contact)));
        writes.add(() -> {
            topic.set(friend, new AnyRef(Contact.TYPE.name(), contact.getId()));
            return session.save(friend);
        });
        writes.add(() -> {
            jury.set(tried, Set.of(Ref.to(contact)));
            return session.save(tried);
        });
        writes.add(() -> {
            Opportunity opportunity = new Opportunity("Deal", bystander);
            opportunity.setContact(Ref.to(contact));
            return session.save(opportunity);
        });
        return writes;
    }

    boolean isStored(CrmRecord record) {
        return session.find(crm.schema().typeOf(record), record.getId()).isPresent();
    }

    /** Whoever won, nothing is loose. */
    void checkNothingIsLoose() {
        Session system = crm.asSystem();
        Map<UUID, EntityType<?>> all = new HashMap<>();
        types().forEach(type -> system.select(type).list().forEach(record -> all.put(record.getId(), type)));
        List<String> loose = new ArrayList<>();
        types().forEach(type -> addLoose(system, type, all, loose));
        assertThat(loose).as("references to nothing").isEmpty();
    }

    /** After all that happened history tells what is, and values that follow from others are what they follow from. */
    void checkHistoryAndCounts() {
        Session system = crm.asSystem();
        new Replay(crm.schema())
                .apply(store.inTransaction(records -> new Journal(records).all()))
                .assertIsTheStateOf(system);
        Rows kept = Rows.of(crm);
        types().forEach(system::recount);
        assertThat(Rows.of(crm).differencesFrom(kept)).as("by a recount").isEmpty();
    }

    private List<EntityType<?>> types() {
        return crm.schema().types().stream()
                .filter(type -> !type.isAbstract() && type != JournalEntry.TYPE)
                .toList();
    }

    private <R extends CrmRecord> void addLoose(
            Session system, EntityType<R> type, Map<UUID, EntityType<?>> all, List<String> loose) {
        for (Property<? super R, ?> property : crm.schema().properties(type)) {
            Reference<R> reference = new Reference<>(type, property);
            boolean points = property instanceof Relation<?, ?, ?> || property instanceof AnyReferenceProperty<?>;
            if (points && reference.whenTargetGoes() != WhenTargetGoes.STAY) {
                for (R record : system.select(type).list()) {
                    reference.eachTarget(
                            record, (target, id) -> addLoose(reference, record, target, all.get(id), loose));
                }
            }
        }
    }

    private void addLoose(
            Reference<?> reference,
            CrmRecord record,
            @Nullable String target,
            @Nullable EntityType<?> found,
            List<String> loose) {
        if (found == null || (target != null && !found.name().equals(target))) {
            loose.add(crm.schema().nameOf(record) + " by " + reference);
        }
    }
}
