package org.clientele.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.clientele.Crm;
import org.clientele.account.Account;
import org.clientele.criteria.Criterion;
import org.clientele.store.Records;
import org.clientele.store.Write;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

/** That what points to a record counts as it will be once the writes in progress are done. */
class BatchTest {

    private static final Criterion<Account> REFERRER =
            new Criterion.Referred<>(Account.class, Account.REFERRED_BY, Account.NAME.startsWith("big"));

    private final Account acuserv = new Account("Acuserv");
    private final Account bigBear = new Account("Big Bear Stores");

    /** Acuserv and Big Bear, which Acuserv has referred. */
    private void given(Consumer<Records> work) {
        bigBear.setReferredBy(Ref.to(acuserv));
        InMemoryStore store = new InMemoryStore();
        Crm.open(store);
        store.inTransaction(records -> {
            records.write(
                    List.of(new Write.Insert<>(Account.TYPE, acuserv), new Write.Insert<>(Account.TYPE, bigBear)));
            work.accept(records);
            return true;
        });
    }

    @Test
    void whatIsNotWrittenCountsAsItIsStored() {
        given(records -> assertThat(REFERRER.test(acuserv, new Batch(records))).isTrue());
    }

    @Test
    void whoeverChangesWhatWasFoundChangesItForNobodyElse() {
        given(records -> {
            Batch batch = new Batch(records);
            batch.find(Account.class, acuserv.getId()).orElseThrow().setName("Body Toning");
            assertThat(batch.find(Account.class, acuserv.getId()))
                    .map(Account::getName)
                    .contains("Acuserv");
        });
    }

    @Test
    void whatIsDeletedPointsNoMore() {
        given(records -> {
            Batch batch = new Batch(records);
            batch.add(new Write.Delete<>(Account.TYPE, bigBear));
            assertThat(REFERRER.test(acuserv, batch)).isFalse();
        });
    }

    @Test
    void whatIsChangedPointsToWhereItWill() {
        given(records -> {
            Account changed = Account.TYPE.copy(bigBear);
            changed.setReferredBy(Ref.to(bigBear));
            Batch batch = new Batch(records);
            batch.add(new Write.Update<>(Account.TYPE, bigBear, changed));
            assertThat(REFERRER.test(acuserv, batch)).isFalse();
            assertThat(REFERRER.test(bigBear, batch)).isTrue();
        });
    }

    @Test
    void whatIsChangedMeetsTheConditionAsItWill() {
        given(records -> {
            Account changed = Account.TYPE.copy(bigBear);
            changed.setName("Small Bear Stores");
            Batch batch = new Batch(records);
            batch.add(new Write.Update<>(Account.TYPE, bigBear, changed));
            assertThat(REFERRER.test(acuserv, batch)).isFalse();
        });
    }

    @Test
    void whatAppearsPointsAtOnce() {
        given(records -> {
            Account fresh = new Account("Big Deal");
            fresh.setReferredBy(Ref.to(bigBear));
            Batch batch = new Batch(records);
            batch.add(new Write.Insert<>(Account.TYPE, fresh));
            assertThat(REFERRER.test(bigBear, batch)).isTrue();
        });
    }
}
