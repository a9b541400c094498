package org.clientele.examples.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.clientele.Session;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Lookup;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.value.Choice;
import org.jspecify.annotations.Nullable;

/**
 * The records of one type that a viewer may see, as the page lists and filters them.
 *
 * @param day by which a period takes a record in
 */
record Listed<R extends CrmRecord>(
        List<R> records,
        Function<R, @Nullable Choice> status,
        Function<R, String> owner,
        Function<R, @Nullable LocalDate> day,
        Map<String, Function<R, @Nullable Object>> shown) {

    static <R extends CrmRecord> Listed<R> of(
            Session viewer,
            EntityType<R> type,
            Function<R, @Nullable Choice> status,
            Function<R, String> owner,
            Function<R, @Nullable LocalDate> day,
            Map<String, Function<R, @Nullable Object>> shown) {
        return new Listed<>(viewer.select(type).list(), status, owner, day, shown);
    }

    /**
     * Where the records stand that meet a condition, from 0. A host that shows one cell asks {@code
     * session.select(type).where(table.records(row, column))}; for all cells of a page the records are at hand already.
     */
    List<Integer> places(Criterion<R> condition) {
        return IntStream.range(0, records.size())
                .filter(place -> condition.test(records.get(place), Lookup.NOTHING))
                .boxed()
                .toList();
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("titles", shown.keySet());
        json.put("rows", records.stream().map(this::texts).toList());
        json.put("status", records.stream().map(this::statusOf).toList());
        json.put("owner", records.stream().map(owner).toList());
        json.put("day", records.stream().map(record -> text(day.apply(record))).toList());
        return json;
    }

    private List<String> texts(R record) {
        List<String> texts = new ArrayList<>();
        shown.values().forEach(value -> texts.add(text(value.apply(record))));
        return texts;
    }

    private String statusOf(R record) {
        Choice choice = status.apply(record);
        return choice == null ? "" : choice.label();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value instanceof Choice choice ? choice.label() : value.toString();
    }
}
