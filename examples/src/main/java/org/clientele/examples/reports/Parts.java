package org.clientele.examples.reports;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Lookup;
import org.clientele.model.CrmRecord;
import org.clientele.report.Column;
import org.clientele.store.Accumulation;
import org.clientele.store.Aggregation;
import org.clientele.store.Measure;

/**
 * What single records add to a column: the library itself counts each alone, so that a page that adds up some of them
 * comes to what the library would.
 */
final class Parts {

    private Parts() {}

    /**
     * By the record's place the amounts that it adds, by currency; a number without one stands under the empty text.
     *
     * @param places of the records that the column takes in
     * @throws IllegalArgumentException when the column is neither a count nor a sum
     */
    static <R extends CrmRecord> Map<Integer, Map<String, String>> of(
            Column<R> column, Listed<R> listed, List<Integer> places) {
        Measure<R> measure = column.measure();
        boolean sum = measure instanceof Measure.Sum<R>
                || measure instanceof Measure.SumMoney<R>
                || measure instanceof Measure.Weighted<R>;
        if (column.count() != null || !(sum || measure instanceof Measure.Count<R>)) {
            throw new IllegalArgumentException("'" + column.title()
                    + "' can not be added up of its records; show counts and sums on a page with filters");
        }
        Map<Integer, Map<String, String>> parts = new LinkedHashMap<>();
        if (sum) {
            for (int place : places) {
                parts.put(place, amounts(value(measure, listed.records().get(place))));
            }
        }
        return parts;
    }

    private static <R extends CrmRecord> Object value(Measure<R> measure, R record) {
        Aggregation<R> one = new Aggregation<>(Criterion.always(), List.of(), List.of(measure));
        Accumulation<R> alone = Accumulation.of(one, Lookup.NOTHING);
        alone.add(record);
        return alone.groups().get(0).values().get(0);
    }

    private static Map<String, String> amounts(Object value) {
        Map<String, String> amounts = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> money) {
            money.forEach((currency, amount) -> amounts.put((String) currency, plain((BigDecimal) amount)));
        } else {
            amounts.put("", plain((BigDecimal) value));
        }
        return amounts;
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
