package org.clientele.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.benchmarks.ByHand.Counted;
import org.clientele.sales.AccountsByOpportunities;
import org.clientele.sales.Opportunity;
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
 * The report "accounts by opportunities" as a user sees it who may see what is in the organization, beside loops written
 * by hand over equal records that are already at hand and that nobody guards.
 *
 * <p>{@code loopByHand} counts and sums in one hash map and stops there. {@code reportByHand} goes on to what the report
 * shows: a line for each account, with its name, in the order of names. Before anything is measured the results must be
 * equal.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(jvmArgsAppend = {"-Xms4g", "-Xmx4g"})
public class ReportOverOpportunities {

    @Param({"10000", "100000", "1000000"})
    public int opportunities;

    @SuppressWarnings("NullAway.Init") // made before anything is measured
    private Session analyst;

    @SuppressWarnings("NullAway.Init")
    private List<Opportunity> deals;

    @SuppressWarnings("NullAway.Init")
    private List<Account> accounts;

    /** IllegalStateException unless the report and the loop come to the same. */
    @Setup
    public void prepare() {
        analyst = new SalesWorld(opportunities).analyst();
        deals = analyst.select(Opportunity.TYPE).list();
        accounts = analyst.select(Account.TYPE).list();
        List<AccountsByOpportunities.Row> seen = report().rows();
        if (!ByHand.sameAs(seen, loopByHand()) || !reportByHand().equals(seen)) {
            throw new IllegalStateException("the report and the loop by hand come to different counts");
        }
    }

    @Benchmark
    public AccountsByOpportunities.Result report() {
        return analyst.run(AccountsByOpportunities.report());
    }

    @Benchmark
    public Counted loopByHand() {
        return ByHand.count(deals);
    }

    @Benchmark
    public List<AccountsByOpportunities.Row> reportByHand() {
        return ByHand.report(deals, accounts);
    }
}
