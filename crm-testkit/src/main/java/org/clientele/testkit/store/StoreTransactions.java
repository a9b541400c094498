package org.clientele.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.clientele.account.Account;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.store.Aggregation;
import org.clientele.store.Group;
import org.clientele.store.Measure;
import org.clientele.store.Records;
import org.clientele.store.Write;
import org.junit.jupiter.api.Test;

/** That a transaction is all or nothing, and sees what it wrote. */
abstract class StoreTransactions extends StoreCase {

    private static final int MANY = 5_000;

    private static final class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    @Test
    void whatTheWorkReturnsIsReturned() {
        String answer = inTransaction(records -> "done");
        assertThat(answer).isEqualTo("done");
    }

    @Test
    void whatTheWorkThrowsIsThrownOnAndNothingIsKept() {
        Account kept = inserted(account("Acuserv"));
        Account goes = inserted(account("Body Toning"));
        Account fresh = account("Big Bear Stores");
        Refusal refusal = new Refusal();
        assertThatThrownBy(() -> run(records -> {
                    insert(records, fresh);
                    Account changed = find(records, kept);
                    changed.setName("Acuserv Ltd");
                    update(records, changed);
                    delete(records, goes);
                    throw refusal;
                }))
                .isSameAs(refusal);
        assertThat(isStored(fresh)).isFalse();
        assertThat(stored(kept).getName()).isEqualTo("Acuserv");
        assertThat(stored(kept).getVersion()).isEqualTo(kept.getVersion());
        assertThat(isStored(goes)).isTrue();
    }

    @Test
    void aStoreGoesOnAfterATransactionThatFailed() {
        assertThatThrownBy(() -> run(records -> {
                    insert(records, account("Acuserv"));
                    throw new Refusal();
                }))
                .isInstanceOf(Refusal.class);
        assertThat(isStored(inserted(account("Acuserv")))).isTrue();
    }

    @Test
    void aTransactionSeesWhatItInserted() {
        run(records -> {
            Account acuserv = insert(records, account("Acuserv"));
            assertThat(find(records, acuserv)).isEqualTo(acuserv);
            assertThat(records.findAll(Account.TYPE, List.of(acuserv.getId()))).containsExactly(acuserv);
            assertSees(records, "Acuserv", 1);
        });
    }

    @Test
    void aTransactionSeesWhatItChanged() {
        Account acuserv = inserted(account("Acuserv"));
        run(records -> {
            acuserv.setName("Body Toning");
            update(records, acuserv);
            assertThat(find(records, acuserv).getName()).isEqualTo("Body Toning");
            assertSees(records, "Acuserv", 0);
            assertSees(records, "Body Toning", 1);
        });
    }

    @Test
    void aTransactionSeesWhatItDeleted() {
        Account acuserv = inserted(account("Acuserv"));
        run(records -> {
            delete(records, acuserv);
            assertThat(records.find(Account.TYPE, acuserv.getId())).isEmpty();
            assertThat(records.findAll(Account.TYPE, List.of(acuserv.getId()))).isEmpty();
            assertSees(records, "Acuserv", 0);
        });
        assertThat(isStored(acuserv)).isFalse();
    }

    private static void assertSees(Records records, String name, int times) {
        Criterion<Account> where = Account.NAME.is(name);
        assertThat(records.select(Account.TYPE, Query.<Account>of(where))).hasSize(times);
        assertThat(records.count(Account.TYPE, where)).isEqualTo(times);
        List<Group> groups = records.aggregate(
                Account.TYPE, new Aggregation<>(where, List.of(), List.of(new Measure.Count<>(Criterion.always()))));
        assertThat(groups)
                .flatExtracting(Group::values)
                .isEqualTo(times == 0 ? List.of() : List.<Object>of((long) times));
    }

    @Test
    void whatCameAndWentWithinATransactionWasNeverThere() {
        Account brief = account("Acuserv");
        run(records -> delete(records, insert(records, brief)));
        assertThat(isStored(brief)).isFalse();
        assertThat(isStored(inserted(brief))).isTrue();
    }

    @Test
    void aStreamMayBeClosedBeforeItsEnd() {
        insertAll(account("Acuserv"), account("Big Bear Stores"), account("Body Toning"));
        run(records -> {
            try (Stream<Account> accounts = records.select(Account.TYPE, Query.all())) {
                assertThat(accounts.findFirst()).isPresent();
            }
            try (Stream<Account> accounts = records.select(Account.TYPE, Query.all())) {
                assertThat(accounts.limit(2)).hasSize(2);
            }
            assertThat(records.count(Account.TYPE, Criterion.always())).isEqualTo(3);
        });
    }

    @Test
    void recordsMayBeWrittenWhileAStreamIsRead() {
        insertAll(account("Acuserv"), account("Big Bear Stores"), account("Body Toning"));
        run(records -> {
            try (Stream<Account> accounts = records.select(Account.TYPE, Query.all())) {
                accounts.forEach(account -> {
                    account.addTag("seen");
                    update(records, account);
                });
            }
        });
        assertThat(selected(Account.TYPE, Account.TAGS.contains("seen"))).hasSize(3);
    }

    @Test
    void recordsAreNotUsedAfterTheirTransaction() {
        Records ended = inTransaction(records -> records);
        Account late = account("Acuserv");
        assertThatThrownBy(() -> insert(ended, late)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ended.find(Account.TYPE, late.getId())).isInstanceOf(IllegalStateException.class);
        assertThat(isStored(late)).isFalse();
    }

    @Test
    void aTransactionMayBeLarge() {
        List<Write<Account>> writes = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            writes.add(new Write.Insert<>(Account.TYPE, account("Account " + i)));
        }
        run(records -> {
            assertThat(records.write(writes)).hasSize(MANY);
            assertThat(records.count(Account.TYPE, Criterion.always())).isEqualTo(MANY);
        });
        List<Account> read = selected(Account.TYPE, Query.all());
        assertThat(read).hasSize(MANY);
        assertThat(read.get(MANY - 1).getName()).isEqualTo("Account " + (MANY - 1));
    }
}
