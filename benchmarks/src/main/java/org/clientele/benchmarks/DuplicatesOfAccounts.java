package org.clientele.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.clientele.account.Account;
import org.clientele.criteria.Query;
import org.clientele.duplicates.DuplicateRules;
import org.clientele.duplicates.Duplicates;
import org.clientele.model.CrmRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The duplicates of accounts on the heap by their names: the same but for the legal form, or with a letter exchanged.
 * {@code reading} is the part of it in which the store gives the names; the rest is the search.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(jvmArgsAppend = {"-Xms4g", "-Xmx4g"})
public class DuplicatesOfAccounts {

    static final DuplicateRules<Account> RULES = DuplicateRules.of(
            Account.TYPE,
            match -> match.company(Account.NAME, 0.9)
                    .similarCompany(Account.NAME, 0.9, 0.9)
                    .atLeast(0.8));

    @Param({"10000", "100000", "1000000"})
    public int accounts;

    @SuppressWarnings("NullAway.Init") // made before anything is measured
    private NamedAccounts world;

    /** IllegalStateException unless what was written again is found, most of it, and hardly anything else. */
    @Setup
    public void prepare() {
        world = new NamedAccounts(accounts);
        int planted = (accounts - 1) / Companies.AGAIN;
        Duplicates<Account> found = search();
        if (found.pairs().size() < planted * 0.85 || found.pairs().size() > planted * 1.05) {
            throw new IllegalStateException("of " + planted + " names written again: " + found);
        }
    }

    @Benchmark
    public Duplicates<Account> search() {
        return Duplicates.in(world.analyst(), RULES);
    }

    @Benchmark
    public long reading() {
        return world.analyst()
                .inTransaction(
                        "read",
                        records -> records.values(Account.TYPE, Query.all(), List.of(Account.NAME, CrmRecord.ID))
                                .filter(row -> row.get(0) != null)
                                .count());
    }
}
