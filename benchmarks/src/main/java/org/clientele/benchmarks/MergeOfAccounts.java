package org.clientele.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.merge.MergeOutcome;
import org.clientele.merge.MergePlan;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The merge of accounts with many related records - planned before, applied with access, checks, journal and receipt - beside
 * the bare re-pointing and deletion by SQL written by hand. Each merge finds the database as it was at first.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4)
@Measurement(iterations = 12)
@Fork(jvmArgsAppend = {"-Xms1g", "-Xmx1g"})
public class MergeOfAccounts {

    @Param("postgresql")
    public String database = "postgresql";

    @Param("5")
    public int members;

    /** Related records of each account. */
    @Param("10000")
    public int related;

    @SuppressWarnings("NullAway.Init") // made before anything is measured
    private MergeDatabase accounts;

    @SuppressWarnings("NullAway.Init")
    private Session olga;

    @SuppressWarnings("NullAway.Init")
    private MergePlan<Account> plan;

    /** IllegalStateException unless both ways come to the same. */
    @Setup
    public void prepare() throws SQLException, IOException {
        accounts = new MergeDatabase(database, members, related);
        olga = accounts.administrator();
        again();
        merge();
        long merged = MergeDatabase.opportunities(0, olga);
        again();
        mergeByHand();
        if (merged != MergeDatabase.opportunities(0, olga) || merged < members * (related * 4L / 10)) {
            throw new IllegalStateException(
                    "the merge moved " + merged + " opportunities, by hand " + MergeDatabase.opportunities(0, olga));
        }
    }

    /** Puts everything back and plans the merge. */
    @Setup(Level.Invocation)
    public void again() throws SQLException {
        accounts.putBack();
        plan = MergeDatabase.plan(members, olga);
    }

    @TearDown
    public void close() throws IOException {
        accounts.close();
    }

    @Benchmark
    public MergeOutcome.Applied<Account> merge() {
        return olga.apply(plan).orThrow();
    }

    @Benchmark
    public void mergeByHand() throws SQLException {
        accounts.mergeByHand(members);
    }
}
