package org.clientele.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clientele.account.Account;
import org.clientele.criteria.Lookup;
import org.clientele.report.Tally;
import org.clientele.sales.Opportunity;
import org.clientele.sales.OpportunityStatus;
import org.clientele.store.Accumulation;
import org.clientele.store.Aggregation;
import org.clientele.store.Group;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;
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
 * Opportunities counted by account - won, lost, pending and all - over the same objects: by the mergeable accumulation, alone
 * and on all cores, by a loop with a hash map, and by {@code Collectors.groupingBy} with counters. Before anything is measured
 * the counts must be equal.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(jvmArgsAppend = {"-Xms4g", "-Xmx4g"})
public class CountingByAccount {

    private static final int KINDS = 3;

    @Param({"10000", "1000000"})
    public int opportunities;

    private final Aggregation<Opportunity> byAccount = Tally.of(
                    "counts",
                    Opportunity.TYPE,
                    columns -> columns.groupBy(Opportunity.ACCOUNT)
                            .count("won", Opportunity.STATUS.is(OpportunityStatus.WON))
                            .count("lost", Opportunity.STATUS.is(OpportunityStatus.LOST))
                            .count(
                                    "pending",
                                    Opportunity.STATUS
                                            .in(OpportunityStatus.WON, OpportunityStatus.LOST)
                                            .negate())
                            .count("all"))
            .aggregation();

    @SuppressWarnings("NullAway.Init") // made before anything is measured
    private List<Opportunity> deals;

    /** IllegalStateException unless all come to the same. */
    @Setup
    public void prepare() {
        deals = new SalesWorld(opportunities).analyst().select(Opportunity.TYPE).list();
        Map<@Nullable Ref<Account>, long[]> expected = loopByHand();
        for (List<Group> groups : List.of(accumulation(), inParallel())) {
            boolean same = groups.size() == expected.size()
                    && groups.stream()
                            .allMatch(group ->
                                    isSame(group, expected.get(group.key().get(0))));
            if (!same) {
                throw new IllegalStateException("the accumulation and the loop come to different counts");
            }
        }
    }

    private static boolean isSame(Group group, long @Nullable [] counts) {
        return counts != null
                && group.values().equals(List.of(counts[0], counts[1], counts[2], counts[0] + counts[1] + counts[2]));
    }

    @Benchmark
    public List<Group> accumulation() {
        Accumulation<Opportunity> all = Accumulation.of(byAccount, Lookup.NOTHING);
        deals.forEach(all::add);
        return all.groups();
    }

    /** Each core has a share of the accounts. */
    @Benchmark
    public List<Group> inParallel() {
        int cores = Runtime.getRuntime().availableProcessors();
        return IntStream.range(0, cores)
                .parallel()
                .mapToObj(core -> {
                    Accumulation<Opportunity> own = Accumulation.share(core, cores, byAccount, Lookup.NOTHING);
                    deals.forEach(own::add);
                    return own.groups();
                })
                .flatMap(List::stream)
                .toList();
    }

    @Benchmark
    public Map<@Nullable Ref<Account>, long[]> loopByHand() {
        Map<@Nullable Ref<Account>, long[]> counts = new HashMap<>();
        for (Opportunity deal : deals) {
            counts.computeIfAbsent(deal.getAccount(), account -> new long[KINDS])[kind(deal)]++;
        }
        return counts;
    }

    /** A null key is not allowed there: what has no account is counted under a key of its own. */
    @Benchmark
    public Map<Object, Map<Integer, Long>> groupingBy() {
        return deals.stream()
                .collect(Collectors.groupingBy(
                        CountingByAccount::account,
                        Collectors.groupingBy(CountingByAccount::kind, Collectors.counting())));
    }

    private static Object account(Opportunity deal) {
        Ref<Account> account = deal.getAccount();
        return account == null ? "none" : account;
    }

    private static int kind(Opportunity deal) {
        OpportunityStatus status = deal.getStatus();
        if (OpportunityStatus.WON.equals(status)) {
            return 0;
        }
        return OpportunityStatus.LOST.equals(status) ? 1 : 2;
    }
}
