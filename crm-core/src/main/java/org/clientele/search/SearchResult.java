package org.clientele.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One page of what was found, and how much there is in all.
 *
 * @param hits the best first; of equal rank by the type's name, then by the properties of the record's name where these show in
 *     all records of the type, then by identity
 * @param totals how many records of each type were found, by the type's name and in the order of the names; without types of
 *     which there is none
 * @param number which page, from 1
 * @param size hits on a full page, from 1
 */
public record SearchResult(List<SearchHit> hits, Map<String, Long> totals, int number, int size) {

    public SearchResult {
        hits = List.copyOf(hits);
        totals = Collections.unmodifiableMap(new LinkedHashMap<>(totals));
    }

    /** How many records were found in all. */
    public long total() {
        return totals.values().stream().mapToLong(Long::longValue).sum();
    }
}
