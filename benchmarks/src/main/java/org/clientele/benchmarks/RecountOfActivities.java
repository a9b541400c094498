package org.clientele.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.door.Door;
import org.clientele.jpa.JpaStore;
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

/**
 * The contact counters and times of an account, counted again from all of its activities. {@code -prof gc} tells how much is
 * allocated for it, which is more than what it ever holds.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(jvmArgsAppend = {"-Xms256m", "-Xmx256m"})
public class RecountOfActivities {

    @Param("postgresql")
    public String database = "postgresql";

    @Param({"100000", "300000", "1000000"})
    public int activities;

    @SuppressWarnings("NullAway.Init") // made before anything is measured
    private FilledDatabase clients;

    @SuppressWarnings("NullAway.Init")
    private Session system;

    /** IllegalStateException unless the recount finds every activity. */
    @Setup
    public void prepare() throws SQLException, IOException {
        clients = ClientDatabase.of(database, 100, 1, activities);
        system = Crm.open(JpaStore.managing(clients.factory())).asSystem();
        recount();
        Account account = system.get(Account.TYPE, ClientDatabase.ACCOUNT);
        if (!Objects.equals(account.getTimesContacted(), activities)) {
            throw new IllegalStateException(
                    "of " + activities + " activities " + account.getTimesContacted() + " were counted");
        }
    }

    @TearDown
    public void close() throws IOException {
        clients.close();
    }

    @Benchmark
    public boolean recount() {
        return system.inTransaction("recount", transaction -> {
            ((Door) transaction).recount(Account.TYPE, List.of(ClientDatabase.ACCOUNT));
            return true;
        });
    }
}
