package org.clientele.benchmarks;

import static org.clientele.access.Permission.EDIT;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.Write;
import org.clientele.store.memory.InMemoryStore;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What of 25 rows on a page a user may edit, asked of a session in one transaction: the stored rows are found and judged. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PageOfDecisions {

    private static final int ACCOUNTS = 20_000;
    private static final int ROWS = 25;

    private final InMemoryStore store = new InMemoryStore();
    private final Session session;
    private final List<Account> rows;

    public PageOfDecisions() {
        Offices offices = new Offices(ACCOUNTS);
        Crm crm = Crm.open(store, config -> config.access(Offices.POLICY));
        insert(Organization.TYPE, List.of(offices.acme()));
        insert(BusinessUnit.TYPE, offices.units());
        insert(User.TYPE, List.copyOf(offices.users().values()));
        insert(Account.TYPE, offices.accounts());
        session = crm.as(offices.olga());
        rows = session.select(Account.TYPE).page(1, ROWS).records();
    }

    private <R extends CrmRecord> void insert(EntityType<R> type, List<R> records) {
        store.inTransaction(store -> store.write(
                records.stream().map(record -> new Write.Insert<>(type, record)).toList()));
    }

    @Benchmark
    public int mayEachRow() {
        int[] may = new int[1];
        session.inTransaction(tx -> {
            rows.forEach(row -> may[0] += tx.may(EDIT, row) ? 1 : 0);
        });
        return may[0];
    }
}
