package org.clientele.testkit.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.journal.Change;
import org.clientele.journal.ChangeSet;
import org.clientele.journal.Delta;
import org.clientele.journal.Journal;
import org.clientele.journal.JournalEntry;
import org.clientele.model.InvalidRecordException;
import org.clientele.organization.Organization;
import org.clientele.store.RecordStore;
import org.clientele.store.StaleRecordException;
import org.clientele.store.Write;
import org.junit.jupiter.api.Test;

/** What the journal tells in cases that are easily got wrong. */
abstract class JournalExamples {

    /** An empty store each time that it is called; the former one is used no more. */
    protected abstract RecordStore newStore();

    /** A clock that goes on by a second whenever it is looked at. */
    static final class Ticking extends Clock {

        private final AtomicLong seconds =
                new AtomicLong(Instant.parse("2026-03-01T09:30:00Z").getEpochSecond());

        @Override
        public Instant instant() {
            return Instant.ofEpochSecond(seconds.incrementAndGet());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private Session system() {
        return Crm.open(newStore(), config -> config.clock(new Ticking())).asSystem();
    }

    private static List<Change> changes(Session system, Organization organization) {
        return system.history(organization).stream()
                .map(ChangeSet::changes)
                .map(changes -> changes.get(0))
                .toList();
    }

    @Test
    void aDeletionTellsWhatWasStoredAndNotWhatWasHandedIn() {
        Session system = system();
        Organization acme = system.save(new Organization("Acme"));
        acme.setName("never saved");
        system.delete(acme);
        List<Change> told = system.inTransaction(
                "look",
                transaction -> new Journal(transaction)
                        .of(acme.getId()).stream()
                                .flatMap(set -> set.changes().stream())
                                .toList());
        assertThat(told).last().satisfies(change -> {
            assertThat(change.action()).isEqualTo(Change.Action.DELETE);
            assertThat(change.name()).isEqualTo("Acme");
            assertThat(change.deltas()).contains(new Delta("name", "Acme", null));
        });
    }

    @Test
    void aChangeTellsWhatWasStoredAndNotWhatWasHandedIn() {
        Session system = system();
        Organization acme = system.save(new Organization("Acme"));
        Organization before = Organization.TYPE.copy(acme);
        before.setName("never saved");
        acme.setName("Acme Ltd");
        system.inTransaction(
                "rename",
                transaction -> transaction.write(List.of(new Write.Update<>(Organization.TYPE, before, acme))));
        assertThat(changes(system, acme).get(0).deltas()).containsExactly(new Delta("name", "Acme", "Acme Ltd"));
    }

    @Test
    void aTextOfNothingButSpacesIsTold() {
        Session system = system();
        for (String blank : List.of("", "  ")) {
            Organization organization = new Organization("Acme" + blank.length());
            organization.setDescription(blank);
            assertThat(changes(system, system.save(organization)).get(0).deltas())
                    .contains(new Delta("description", null, blank));
        }
    }

    @Test
    void historyIsInTheOrderInWhichARecordChanged() {
        Session system = system();
        Organization acme = system.save(new Organization("Acme"));
        system.inTransaction(tx -> {
            Organization other = system.get(Organization.TYPE, acme.getId());
            other.setName("changed and kept while another transaction was open");
            system.save(other);
            Organization again = tx.get(Organization.TYPE, acme.getId());
            again.setName("changed by the one that began earlier");
            tx.save(again);
        });
        assertThat(changes(system, acme))
                .flatExtracting(Change::deltas)
                .filteredOn(delta -> delta.property().equals("name"))
                .extracting(Delta::after)
                .containsExactly(
                        "changed by the one that began earlier",
                        "changed and kept while another transaction was open",
                        "Acme");
    }

    @Test
    void aTransactionInWhichTheStoreRefusedAWriteKeepsNothingEvenIfTheRefusalIsCaught() {
        Session system = system();
        Organization acme = system.save(new Organization("Acme"));
        Organization stale = Organization.TYPE.copy(acme);
        acme.setName("Acme Ltd");
        system.save(acme);
        stale.setName("lost otherwise");
        assertThatThrownBy(() -> system.inTransaction(tx -> {
                    tx.save(new Organization("Body Toning"));
                    assertThatThrownBy(() -> tx.save(stale)).isInstanceOf(StaleRecordException.class);
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("let the exception end the transaction");
        assertThat(system.select(Organization.TYPE).list())
                .extracting(Organization::getName)
                .containsExactly("Acme Ltd");
        assertThat(changes(system, acme)).hasSize(2);
    }

    @Test
    void nobodyWritesHistory() {
        Session system = system();
        system.save(new Organization("Acme"));
        JournalEntry entry = system.select(JournalEntry.TYPE).first().orElseThrow();
        assertThatThrownBy(() -> system.delete(entry)).isInstanceOf(InvalidRecordException.class);
        assertThat(system.select(JournalEntry.TYPE).count()).isEqualTo(1);
    }
}
