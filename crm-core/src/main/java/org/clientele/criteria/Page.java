package org.clientele.criteria;

import java.util.List;

/**
 * One page of a result, and how much there is in all.
 *
 * @param number which page, from 1
 * @param size records on a full page, from 1
 * @param total records on all pages
 */
public record Page<R>(List<R> records, int number, int size, long total) {

    public Page {
        records = List.copyOf(records);
        if (number < 1 || size < 1) {
            throw new IllegalArgumentException("page " + number + " of size " + size + ": both are counted from 1");
        }
    }

    /** Pages in all; 0 when there is no record. */
    public long pages() {
        return (total + size - 1) / size;
    }
}
