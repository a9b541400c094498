package org.clientele.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.clientele.store.Write;

/** Pairs of distinct records whose records a merge exchanged. */
final class MovedPairs {

    static final String OF_ONE = "its two records become one, which the merge says are the same";

    private MovedPairs() {}

    /** Puts the pairs among these updates in their order again; the identities of those that would pair a record with itself. */
    static List<UUID> settle(Collection<Write.Update<?>> updates) {
        List<UUID> ofOne = new ArrayList<>();
        for (Write.Update<?> update : updates) {
            if (update.after() instanceof DistinctPair pair) {
                pair.putInOrder();
                if (pair.isOfOne()) {
                    ofOne.add(pair.getId());
                }
            }
        }
        return ofOne;
    }
}
