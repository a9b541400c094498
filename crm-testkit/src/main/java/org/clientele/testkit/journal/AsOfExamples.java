package org.clientele.testkit.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.clientele.Session;
import org.clientele.access.AccessLevel;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.journal.Change;
import org.clientele.journal.ChangeSet;
import org.clientele.journal.Delta;
import org.clientele.journal.Journal;
import org.clientele.journal.Noted;
import org.clientele.organization.Organization;
import org.clientele.property.TextProperty;
import org.clientele.store.RecordNotFoundException;
import org.clientele.store.RecordStore;
import org.clientele.store.StaleRecordException;
import org.clientele.value.Ref;
import org.clientele.value.TimeOrderedId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a reader learns of the state as of an instant. */
abstract class AsOfExamples extends HistoryLaws {

    private static Instant now(Houses houses) {
        return houses.system().history().latest(1).get(0).recordedAt();
    }

    @Test
    void aRecordIsFoundAsItWasWithItsCustomPropertiesAndSavingThatIsRefused() {
        Houses houses = Houses.on(newStore(), AUDITOR);
        Session system = houses.system();
        TextProperty<Account> tier = houses.crm().define(Account.TYPE, custom -> custom.text("tier"));
        Instant before = now(houses);
        Account acuserv = houses.account("Acuserv", houses.olga(), houses.acme());
        tier.set(acuserv, "gold");
        acuserv = system.save(acuserv);
        Instant then = now(houses);
        tier.set(acuserv, "lead");
        acuserv.setName("Acuserv Ltd");
        acuserv = system.save(acuserv);
        UUID id = acuserv.getId();
        assertThat(system.asOf(before).find(Account.TYPE, id)).isEmpty();
        assertThatThrownBy(() -> system.asOf(before).get(Account.TYPE, id)).isInstanceOf(RecordNotFoundException.class);
        Account past = system.asOf(then).get(Account.TYPE, id);
        assertThat(past.getName()).isEqualTo("Acuserv");
        assertThat(tier.get(past)).isEqualTo("gold");
        assertThat(past.getUpdatedAt()).isEqualTo(then);
        assertThatThrownBy(() -> system.save(past)).isInstanceOf(StaleRecordException.class);
        assertThat(system.get(Account.TYPE, id).getName()).isEqualTo("Acuserv Ltd");
    }

    @Test
    void aRecordThatAMergeAbsorbedIsFoundAsOfBeforeByWhoMaySeeTheJournal() {
        for (boolean isAuditor : List.of(false, true)) {
            Houses houses = Houses.on(newStore(), isAuditor ? AUDITOR : SELLER);
            Account acuserv = houses.account("Acuserv", houses.olga(), houses.acme());
            Account bears = houses.account("Big Bear Stores", houses.olga(), houses.acme());
            Instant then = now(houses);
            houses.system()
                    .apply(houses.system()
                            .planMerge(
                                    Account.TYPE,
                                    choices -> choices.master(acuserv).absorb(bears)))
                    .orThrow();
            Session olga = houses.crm().as(houses.olga());
            Session ivan = houses.crm().as(houses.ivan());
            assertThat(olga.asOf(then).find(Account.TYPE, bears.getId()).map(Account::getName))
                    .isEqualTo(isAuditor ? Optional.of("Big Bear Stores") : Optional.empty());
            assertThat(ivan.asOf(then).find(Account.TYPE, bears.getId())).isEmpty();
            assertThat(houses.system().asOf(now(houses)).find(Account.TYPE, bears.getId()))
                    .isEmpty();
        }
    }

    @Test
    void whatIsHiddenTodayIsHiddenInARecordAsItWas() {
        Role role = AUDITOR.restrict(Account.TYPE, Account.DESCRIPTION, AccessLevel.NONE, Permission.VIEW);
        Houses houses = Houses.on(newStore(), role);
        Account acuserv = houses.account("Acuserv", houses.olga(), houses.acme());
        Instant then = now(houses);
        acuserv.setDescription("changed");
        houses.system().save(acuserv);
        Account past = houses.crm().as(houses.olga()).asOf(then).get(Account.TYPE, acuserv.getId());
        assertThat(past.getName()).isEqualTo("Acuserv");
        assertThat(past.getDescription()).isNull();
        assertThat(houses.system().asOf(then).get(Account.TYPE, acuserv.getId()).getDescription())
                .isEqualTo("of Acuserv");
    }

    @Test
    void whatCanNotBeToldAnyMoreIsNamed() {
        RecordStore store = newStore();
        Houses houses = Houses.on(store, AUDITOR);
        Contact lovelace = new Contact("Ada", "Lovelace");
        lovelace.setOwner(Ref.to(houses.olga()));
        lovelace.setOrganization(Ref.to(houses.acme()));
        Contact ada = houses.system().save(lovelace);
        Instant then = now(houses);
        List<Delta> deltas = List.of(new Delta("telex", "123", null), new Delta("birthday", "long ago", null));
        ChangeSet header = new ChangeSet(
                TimeOrderedId.next(), then.plusSeconds(1), nobody(), "the system", "test", nobody(), List.of());
        Noted noted =
                new Noted(Change.Action.UPDATE, "contact", List.of(ada.getId()), "Ada Lovelace", deltas, false, null);
        store.inTransaction(records -> {
            new Journal(records).append(header, List.of(noted));
            return header.id();
        });
        Session system = houses.system();
        assertThat(system.asOf(then).get(Contact.TYPE, ada.getId()).getFirstName())
                .isEqualTo("Ada");
        assertThat(system.asOf(then).untold(Contact.TYPE, ada.getId()))
                .hasSize(2)
                .anyMatch(sentence -> sentence.startsWith("telex is no property of contact any more"))
                .anyMatch(sentence -> sentence.startsWith("birthday of contact was 'long ago'"));
        assertThat(system.asOf(then.plusSeconds(1)).untold(Contact.TYPE, ada.getId()))
                .isEmpty();
    }

    private static @Nullable UUID nobody() {
        return null;
    }

    @Test
    void aChangeThatBuiltUponALaterOneTookEffectWithIt() {
        Session system = Houses.on(newStore(), AUDITOR).system();
        Organization acme = system.save(new Organization("Body Toning"));
        system.inTransaction(tx -> {
            Organization other = system.get(Organization.TYPE, acme.getId());
            other.setName("kept while another was open");
            system.save(other);
            Organization again = tx.get(Organization.TYPE, acme.getId());
            again.setName("began earlier");
            tx.save(again);
        });
        List<ChangeSet> history = system.history(acme);
        Instant earlier = history.get(0).recordedAt();
        Instant later = history.get(1).recordedAt();
        assertThat(earlier).isBefore(later);
        assertThat(system.asOf(earlier).get(Organization.TYPE, acme.getId()).getName())
                .isEqualTo("Body Toning");
        assertThat(system.asOf(later).get(Organization.TYPE, acme.getId()).getName())
                .isEqualTo("began earlier");
    }
}
