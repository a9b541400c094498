package org.clientele.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.criteria.Query;
import org.clientele.jpa.JpaStore;
import org.clientele.model.CrmRecord;
import org.clientele.organization.User;
import org.clientele.value.Ref;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The first fifty of a million accounts that one of a thousand users owns, whole, beside the same reads by SQL by hand. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
public class PageInDatabase {

    private static final int SIZE = 50;
    private static final int OWNERS = 1000;
    private static final String FILL = """
            insert into crm_account (id, version, name, owner_id, description)
                select @{4,n}, 0, 'Account ' || n, @{2,mod(n, 1000)}, 'Number ' || n from #{1,accounts};
            insert into crm_account_tag (account_id, tag) select @{4,n}, 'VIP' from #{1,accounts} where mod(n, 3) = 0
            """;

    @Param({"h2", "postgresql"})
    public String database = "h2";

    @Param("1000000")
    public int accounts;

    @SuppressWarnings("NullAway.Init") // made before anything is measured
    private FilledDatabase filled;

    @SuppressWarnings("NullAway.Init")
    private Session system;

    @SuppressWarnings("NullAway.Init")
    private Connection connection;

    @SuppressWarnings("NullAway.Init")
    private OwnedBySql byHand;

    private int turn;

    /** IllegalStateException unless both ways find the same. */
    @Setup
    public void prepare() throws SQLException, IOException {
        filled = new FilledDatabase(database, FILL, Map.of("accounts", accounts));
        system = Crm.open(JpaStore.managing(filled.factory())).asSystem();
        connection = filled.connect();
        byHand = new OwnedBySql(connection, SIZE);
        List<UUID> ids = page().stream().map(CrmRecord::getId).toList();
        turn--;
        if (ids.isEmpty()
                || !ids.equals(pageByHand().stream().map(CrmRecord::getId).toList())) {
            throw new IllegalStateException("the page and SQL by hand find different accounts");
        }
    }

    @TearDown
    public void close() throws SQLException, IOException {
        connection.close();
        filled.close();
    }

    private UUID owner() {
        return UUID.fromString("00000000-0000-0002-0000-%012d".formatted(turn++ % OWNERS));
    }

    @Benchmark
    public List<Account> page() {
        Ref<User> owner = new Ref<>(owner());
        return system.inTransaction(
                "page",
                there -> there.select(
                                Account.TYPE,
                                Query.<Account>of(Account.OWNER.is(owner)).stretch(0, SIZE))
                        .toList());
    }

    @Benchmark
    public List<Account> pageByHand() throws SQLException {
        return byHand.page(owner());
    }
}
