package org.clientele.website;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many events there were of each name on each day; days without any are left out. Immutable and thread-safe. Parts are put
 * together by {@link #plus}, in any order.
 *
 * @param counts for each day the number of events by name
 */
public record DailyEvents(SortedMap<LocalDate, SortedMap<String, Long>> counts) {

    /** No event. */
    public static final DailyEvents NONE = new DailyEvents(new TreeMap<>());

    public DailyEvents {
        SortedMap<LocalDate, SortedMap<String, Long>> copy = new TreeMap<>();
        counts.forEach((day, names) -> copy.put(day, Collections.unmodifiableSortedMap(new TreeMap<>(names))));
        counts = Collections.unmodifiableSortedMap(copy);
    }

    /** The events of a day by name; none for a day without events. */
    public SortedMap<String, Long> on(LocalDate day) {
        return counts.getOrDefault(day, Collections.emptySortedMap());
    }

    /** These events and others together. */
    public DailyEvents plus(DailyEvents others) {
        SortedMap<LocalDate, SortedMap<String, Long>> sum = new TreeMap<>();
        for (DailyEvents part : List.of(this, others)) {
            part.counts.forEach((day, names) -> names.forEach((name, count) ->
                    sum.computeIfAbsent(day, first -> new TreeMap<>()).merge(name, count, Long::sum)));
        }
        return new DailyEvents(sum);
    }

    /** The same with each name after a word: "Shop - visit". */
    DailyEvents under(String word) {
        SortedMap<LocalDate, SortedMap<String, Long>> renamed = new TreeMap<>();
        counts.forEach((day, names) -> names.forEach((name, count) ->
                renamed.computeIfAbsent(day, first -> new TreeMap<>()).put(word + " - " + name, count)));
        return new DailyEvents(renamed);
    }
}
