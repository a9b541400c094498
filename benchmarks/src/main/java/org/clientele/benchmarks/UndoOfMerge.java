package org.clientele.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.clientele.Session;
import org.clientele.sales.Opportunity;
import org.clientele.undo.Undo;
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
 * The undo of a merge of accounts with many related records, of which 100 were edited since - from the journal alone, with
 * access, checks and a journal of its own - beside the bare moving back by SQL written by hand, from a list that somebody kept.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4)
@Measurement(iterations = 12)
@Fork(jvmArgsAppend = {"-Xms1g", "-Xmx1g"})
public class UndoOfMerge {

    private static final int EDITS = 100;

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
    private UUID receipt;

    /** IllegalStateException unless both ways come to the same. */
    @Setup
    public void prepare() throws SQLException, IOException {
        accounts = new MergeDatabase(database, members, related);
        olga = accounts.administrator();
        accounts.noteByHand(members);
        again();
        if (!undo().orThrow().kept().isEmpty()) {
            throw new IllegalStateException("the undo keeps links that nobody has turned");
        }
        List<Long> undone = opportunities();
        again();
        undoByHand();
        if (!undone.equals(opportunities()) || undone.get(1) != related * 4L / 10) {
            throw new IllegalStateException(
                    "after the undo accounts have " + undone + " opportunities, by hand " + opportunities());
        }
    }

    /** How many opportunities each account has, and how many are renamed. */
    private List<Long> opportunities() {
        List<Long> counts = new ArrayList<>();
        for (int number = 0; number < members; number++) {
            counts.add(MergeDatabase.opportunities(number, olga));
        }
        counts.add(olga.select(Opportunity.TYPE)
                .where(Opportunity.NAME.is("Renamed"))
                .count());
        return counts;
    }

    /** Puts everything back, merges and edits. */
    @Setup(Level.Invocation)
    public void again() throws SQLException {
        accounts.putBack();
        receipt = olga.apply(MergeDatabase.plan(members, olga)).orThrow().receipt();
        accounts.edit(EDITS);
    }

    @TearDown
    public void close() throws IOException {
        accounts.close();
    }

    @Benchmark
    public Undo undo() {
        return olga.undo(receipt);
    }

    @Benchmark
    public void undoByHand() throws SQLException {
        accounts.undoByHand(members);
    }
}
