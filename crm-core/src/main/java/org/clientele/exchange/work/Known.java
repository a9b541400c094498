package org.clientele.exchange.work;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.model.CrmRecord;

/**
 * The stored records by what rows are matched on, as they were before the rows were written.
 *
 * @param complete whether a key that is not there has no record
 */
record Known<R extends CrmRecord>(Map<Object, List<R>> records, boolean complete) {

    /** Nothing is known. */
    static <R extends CrmRecord> Known<R> nothing() {
        return new Known<>(Map.of(), false);
    }

    /** All records with this key; empty when they are not known. */
    Optional<List<R>> find(Object key) {
        return complete ? Optional.of(records.getOrDefault(key, List.of())) : Optional.empty();
    }

    /** All records that are known. */
    List<R> all() {
        return records.values().stream().flatMap(List::stream).distinct().toList();
    }
}
