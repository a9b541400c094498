package org.clientele.testkit.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.AccessLevel;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.journal.Change;
import org.clientele.journal.ChangeSet;
import org.clientele.journal.Delta;
import org.clientele.journal.Journal;
import org.clientele.journal.JournalEntry;
import org.clientele.journal.Noted;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.RecordStore;
import org.clientele.value.Ref;
import org.clientele.value.TimeOrderedId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a reader learns of the history of actors, times and types, and of who sees what of it. */
abstract class HistoryExamples extends JournalExamples {

    /** Two organizations with a user each, who sees all accounts there and, as an auditor, the journal. */
    record Houses(Crm crm, Session system, Organization acme, Organization bears, User olga, User ivan) {

        static Houses on(RecordStore store, Role auditor) {
            Crm crm = Crm.open(store, config -> config.clock(new Ticking()).access(RolePolicy.of(auditor)));
            Session system = crm.asSystem();
            Organization acme = system.save(new Organization("Acme"));
            Organization bears = system.save(new Organization("Bears"));
            return new Houses(
                    crm,
                    system,
                    acme,
                    bears,
                    system.save(new User("olga", "olga@acme.example", "Olga", "Example", acme).addRole("auditor")),
                    system.save(new User("ivan", "ivan@bears.example", "Ivan", "Example", bears).addRole("auditor")));
        }

        Account account(String name, User owner, Organization organization) {
            Account account = new Account(name);
            account.setDescription("of " + name);
            account.setOwner(Ref.to(owner));
            account.setOrganization(Ref.to(organization));
            return system.save(account);
        }
    }

    static final Role SELLER = Role.named("auditor")
            .grant(Account.TYPE, AccessLevel.ORGANIZATION, Permission.values())
            .grant(Contact.TYPE, AccessLevel.ORGANIZATION, Permission.values());

    static final Role AUDITOR = SELLER.grant(JournalEntry.TYPE, AccessLevel.ORGANIZATION, Permission.VIEW);

    private static List<String> names(List<ChangeSet> history) {
        return history.stream()
                .flatMap(set -> set.changes().stream())
                .map(change -> change.action() + " " + change.name())
                .toList();
    }

    @Test
    void whatIsGoneIsToldToThoseWhoMaySeeTheJournalOfItsOrganization() {
        for (boolean isAuditor : List.of(false, true)) {
            Houses houses = Houses.on(newStore(), isAuditor ? AUDITOR : SELLER);
            Account acuserv = houses.account("Acuserv", houses.olga(), houses.acme());
            Account bearStores = houses.account("Bear Stores", houses.ivan(), houses.bears());
            houses.system().inTransaction(both -> {
                both.delete(acuserv);
                both.delete(bearStores);
            });
            Session olga = houses.crm().as(houses.olga());
            Session ivan = houses.crm().as(houses.ivan());
            assertThat(names(olga.history().list()))
                    .isEqualTo(isAuditor ? List.of("DELETE Acuserv", "CREATE Acuserv") : List.of());
            assertThat(names(ivan.history().list()))
                    .isEqualTo(isAuditor ? List.of("DELETE Bear Stores", "CREATE Bear Stores") : List.of());
            assertThat(names(olga.history(bearStores))).isEmpty();
            assertThat(names(houses.system().history().of(Account.TYPE).latest(1)))
                    .containsExactly("DELETE Acuserv", "DELETE Bear Stores");
        }
    }

    @Test
    void whatIsHiddenInARecordIsHiddenInItsPastWhateverIsAskedFor() {
        Houses houses = Houses.on(
                newStore(), AUDITOR.restrict(Account.TYPE, Account.DESCRIPTION, AccessLevel.NONE, Permission.VIEW));
        Account acuserv = houses.account("Acuserv", houses.olga(), houses.acme());
        acuserv.setDescription("changed");
        houses.system().save(acuserv);
        List<ChangeSet> told =
                houses.crm().as(houses.olga()).history().of(Account.TYPE).list();
        assertThat(names(told)).containsExactly("CREATE Acuserv");
        assertThat(told.toString()).doesNotContain("of Acuserv").doesNotContain("description");
    }

    @Test
    void ofAChangeSetThatTouchedMuchOnlyWhatWasAskedForIsTold() {
        Houses houses = Houses.on(newStore(), AUDITOR);
        Account acuserv = new Account("Acuserv");
        houses.crm().as(houses.olga()).inTransaction(olga -> {
            olga.save(acuserv);
            olga.save(new Contact("Ada", "Lovelace"));
        });
        Session olga = houses.crm().as(houses.olga());
        assertThat(names(olga.history().by(houses.olga()).list()))
                .containsExactly("CREATE Acuserv", "CREATE Ada Lovelace");
        assertThat(names(olga.history().of(Contact.TYPE).list())).containsExactly("CREATE Ada Lovelace");
        assertThat(names(olga.history().of(acuserv).list())).containsExactly("CREATE Acuserv");
        assertThat(olga.history().of(acuserv).of(Contact.TYPE).list()).isEmpty();
        assertThat(olga.history().by(houses.ivan()).list()).isEmpty();
    }

    @Test
    void onlyOneOfManyRecordsThatChangedAlikeIsToldWhenItIsAskedFor() {
        RecordStore store = newStore();
        Houses houses = Houses.on(store, AUDITOR);
        List<UUID> many =
                IntStream.range(0, 1500).mapToObj(i -> TimeOrderedId.next()).toList();
        UUID set = append(store, many);
        Session system = houses.system();
        assertThat(system.history().of(Contact.TYPE, many.get(700)).list())
                .singleElement()
                .satisfies(told -> assertThat(told.changes())
                        .singleElement()
                        .extracting(change -> change.record().id())
                        .isEqualTo(many.get(700)));
        assertThat(system.history().of(Contact.TYPE, TimeOrderedId.next()).list())
                .isEmpty();
        assertThat(system.history().find(set).orElseThrow().changes()).hasSize(1500);
        assertThat(system.history().of(Contact.TYPE).latest(1).get(0).changes()).hasSize(1500);
    }

    private static UUID append(RecordStore store, List<UUID> contacts) {
        ChangeSet header = new ChangeSet(
                TimeOrderedId.next(), new Ticking().instant(), null, "the system", "test", nothing(), List.of());
        List<Delta> deltas =
                List.of(new Delta("reportsTo", null, TimeOrderedId.next().toString()));
        Noted noted = new Noted(Change.Action.UPDATE, "contact", contacts, "", deltas, true, null);
        return store.inTransaction(records -> {
            new Journal(records).append(header, List.of(noted));
            return header.id();
        });
    }

    private static @Nullable UUID nothing() {
        return null;
    }

    @Test
    void aLongHistoryIsReadPageByPageAndAsAStream() {
        Houses houses = Houses.on(newStore(), AUDITOR);
        Session system = houses.system();
        long before = system.history().stream().count();
        system.inTransaction(many -> {
            for (int i = 0; i < 150; i++) {
                Account account = new Account("one of many " + i);
                account.setOwner(Ref.to(houses.olga()));
                account.setOrganization(Ref.to(houses.acme()));
                many.save(account);
            }
        });
        for (int i = 0; i < 70; i++) {
            houses.account("account " + i, houses.olga(), houses.acme());
        }
        assertThat(names(system.history().of(Account.TYPE).latest(2)))
                .containsExactly("CREATE account 69", "CREATE account 68");
        assertThat(system.history().stream().count()).isEqualTo(before + 1 + 70);
        List<ChangeSet> all = system.history().of(Account.TYPE).list();
        assertThat(all).hasSize(71);
        assertThat(all.get(70).changes()).hasSize(150);
        assertThat(system.history().of(Account.TYPE).stream().toList()).isEqualTo(all);
        assertThat(system.history().of(Account.TYPE).before(all.get(68)).latest(9))
                .isEqualTo(all.subList(69, 71));
    }

    @Test
    void aHistoryGoesOnFromAChangeSetThatIsThere() {
        Houses houses = Houses.on(newStore(), AUDITOR);
        ChangeSet first = houses.system().history().list().get(0);
        ChangeSet nowhere = new ChangeSet(
                new UUID(0, 1), first.recordedAt(), first.actor(), first.actorName(), "", nothing(), List.of());
        assertThatThrownBy(() -> houses.system().history().before(nowhere).list())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not in the journal");
        assertThatThrownBy(() -> houses.system().history().latest(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
