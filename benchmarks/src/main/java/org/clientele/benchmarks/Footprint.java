package org.clientele.benchmarks;

import java.util.List;
import org.clientele.sales.AccountsByOpportunities;
import org.clientele.sales.Opportunity;

/**
 * Bytes of heap for each opportunity in the in-memory store: as filled, with the index that a first report makes, and, for
 * comparison, for copies of the same opportunities in a list, which share texts, identities and amounts with the store.
 * The accounts, one for ten opportunities, are counted in with the store.
 */
final class Footprint {

    private static final int OPPORTUNITIES = 100_000;

    private Footprint() {}

    public static void main(String[] arguments) {
        new SalesWorld(1).analyst().run(AccountsByOpportunities.report());
        long empty = used();
        SalesWorld world = new SalesWorld(OPPORTUNITIES);
        long filled = used();
        world.analyst().run(AccountsByOpportunities.report());
        long indexed = used();
        List<Opportunity> plain = world.analyst().select(Opportunity.TYPE).list();
        long doubled = used();
        System.out.printf(
                "bytes for each of %d opportunities: store %d, after a report %d, copies in a list %d%n",
                plain.size(),
                (filled - empty) / OPPORTUNITIES,
                (indexed - empty) / OPPORTUNITIES,
                (doubled - indexed) / OPPORTUNITIES);
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        long used = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
        }
        return used;
    }
}
