package org.clientele.store.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.clientele.Crm;
import org.clientele.account.Account;
import org.clientele.store.Adjustment;
import org.clientele.store.Records;
import org.clientele.store.StaleRecordException;
import org.clientele.store.Write;
import org.junit.jupiter.api.Test;

class InMemoryStoreTest {

    private final InMemoryStore store = new InMemoryStore();
    private final Account acuserv = new Account("Acuserv");

    private static void rename(Records records, Account from, String name) {
        Account to = Account.TYPE.copy(from);
        to.setName(name);
        records.write(List.of(new Write.Update<>(Account.TYPE, from, to)));
    }

    private Account stored() {
        return store.inTransaction(
                records -> records.find(Account.TYPE, acuserv.getId()).orElseThrow());
    }

    /** Unlike a database, the store lets somebody come in between, and has to notice. */
    @Test
    void whoeverHasAdjustedARecordDoesNotWriteOverALaterOne() {
        Crm.open(store);
        store.inTransaction(records -> records.write(List.of(new Write.Insert<>(Account.TYPE, acuserv))));
        Account before = stored();
        Adjustment<Account> contacted = new Adjustment<>(
                Account.TYPE, acuserv.getId(), List.of(new Adjustment.Add<>(Account.TIMES_CONTACTED, BigDecimal.ONE)));
        assertThatThrownBy(() -> store.inTransaction(records -> {
                    records.adjust(List.of(contacted));
                    store.inTransaction(others -> {
                        rename(others, before, "Meanwhile");
                        return true;
                    });
                    rename(records, before, "Too late");
                    return true;
                }))
                .isInstanceOf(StaleRecordException.class);
        assertThat(stored().getName()).isEqualTo("Meanwhile");
    }
}
