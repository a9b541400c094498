package org.clientele.testkit.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.activity.Activities;
import org.clientele.activity.Call;
import org.clientele.activity.Direction;
import org.clientele.journal.Change;
import org.clientele.journal.ChangeSet;
import org.clientele.journal.Delta;
import org.clientele.journal.Journal;
import org.clientele.merge.MergeOutcome;
import org.clientele.model.CrmException;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.organization.UserOwned;
import org.clientele.sales.Opportunity;
import org.clientele.store.RecordStore;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.testkit.store.AtOnce;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

/** Many who do all kinds of things at once with the same few records: what was done is there and told, and nothing else. */
public abstract class MixedWork {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final int THREADS = 16;
    private static final int ACTS = 10;
    private static final int ACCOUNTS = 6;
    private static final long SEED = Long.getLong("crm.seed", new Random().nextLong());

    private final RecordStore store = newStore();
    private final Crm crm = Crm.open(store, config -> config.entity(Partner.TYPE, Visit.TYPE));
    private final Session system = crm.asSystem();
    private final Organization acme = system.save(new Organization("Acme"));
    private final User olga = system.save(new User("olga", "olga@acme.example", "Olga", "Example", acme));
    private final List<UUID> accounts = new CopyOnWriteArrayList<>();
    private final List<String> saved = new CopyOnWriteArrayList<>();

    /** An empty store. */
    protected abstract RecordStore newStore();

    private <R extends UserOwned> R olgas(R record) {
        record.setOwner(Ref.to(olga));
        record.setOrganization(Ref.to(acme));
        return record;
    }

    private Account account(Random random) {
        return system.get(Account.TYPE, accounts.get(random.nextInt(accounts.size())));
    }

    /** One act; what it saved is named so that it can be found again. */
    private void act(int kind, String name, Random random) {
        switch (kind) {
            case 0 -> accounts.add(system.save(olgas(new Account(name))).getId());
            case 1 -> {
                Account account = account(random);
                account.setDescription(name);
                system.save(account);
            }
            case 2 -> system.save(olgas(new Opportunity(name, account(random))));
            case 3 -> new Activities(system).log(olgas(new Call(name, Direction.INCOMING, NOON)), account(random));
            case 4 -> both(name, account(random), account(random));
            case 5 -> merge(account(random), account(random));
            default -> system.delete(account(random));
        }
        if (kind < 5) {
            saved.add(name);
        }
    }

    private void both(String name, Account one, Account other) {
        system.inTransaction(tx -> {
            one.setDescription(name);
            Account first = tx.save(one);
            Account second = first.equals(other) ? first : other;
            second.setDescription(name + " too");
            tx.save(second);
        });
    }

    private void merge(Account master, Account absorbed) {
        if (!master.equals(absorbed)) {
            MergeOutcome<Account> outcome = system.apply(system.planMerge(
                    Account.TYPE, choices -> choices.master(master).absorb(absorbed)));
            assertThat(outcome).isNotNull();
        }
    }

    private Callable<Object> worker(int number) {
        Random random = new Random(SEED + number);
        return () -> {
            int refused = 0;
            for (int i = 0; i < ACTS; i++) {
                try {
                    act(random.nextInt(7), "act " + number + "." + i, random);
                } catch (CrmException whoeverIsLate) {
                    refused++;
                }
            }
            return refused;
        };
    }

    @Test
    void nothingIsLostAndNothingIsHalfDone() throws Exception {
        for (int i = 0; i < ACCOUNTS; i++) {
            accounts.add(system.save(olgas(new Account("Account " + i))).getId());
        }
        List<Object> refused =
                AtOnce.run(IntStream.range(0, THREADS).mapToObj(this::worker).toList());
        assertThat(refused).as("seed %d", SEED).allMatch(Integer.class::isInstance);
        List<ChangeSet> history = store.inTransaction(records -> new Journal(records).all());
        assertThat(toldOf(history)).as("seed %d", SEED).containsAll(saved);
        new Replay(crm.schema()).apply(history).assertIsTheStateOf(system);
        List<Integer> counted = counters();
        system.recount(Account.TYPE);
        assertThat(counted).as("counters, seed %d", SEED).isEqualTo(counters());
    }

    private List<Integer> counters() {
        return system.select(Account.TYPE).orderBy(Account.NAME.asc()).list().stream()
                .map(Account::getTimesContacted)
                .toList();
    }

    /** The names of what was done, from the history alone. */
    private static List<String> toldOf(List<ChangeSet> history) {
        List<String> told = new ArrayList<>();
        for (ChangeSet set : history) {
            for (Change change : set.changes()) {
                told.add(change.name());
                change.deltas().stream().map(Delta::after).forEach(after -> told.add(String.valueOf(after)));
            }
        }
        return told;
    }
}
