package org.clientele.testkit.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Lookup;
import org.clientele.model.CrmRecord;
import org.clientele.property.MoneyProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.OrderedProperty;
import org.clientele.property.Property;
import org.clientele.report.Tally;
import org.clientele.value.Money;

/**
 * A column: how it is asked for, and what it comes to over some records by a plain loop.
 *
 * @param counts whether its cells are counts of the records that they take in
 */
record Figure<R extends CrmRecord>(
        String title, Consumer<Tally.Columns<R>> declare, Function<List<R>, Object> expected, boolean counts) {

    static <R extends CrmRecord> Figure<R> count(String title, Criterion<R> where) {
        return new Figure<>(
                title,
                columns -> columns.count(title, where),
                records -> records.stream()
                        .filter(record -> where.test(record, Lookup.NOTHING))
                        .count(),
                true);
    }

    static <R extends CrmRecord> Figure<R> different(Property<? super R, ?> of) {
        String title = "different " + of;
        return new Figure<>(
                title,
                columns -> columns.distinct(title, of),
                records -> records.stream()
                        .map(of::get)
                        .filter(Objects::nonNull)
                        .distinct()
                        .count(),
                false);
    }

    static <R extends CrmRecord> Figure<R> sum(NumberProperty<? super R, ?> of, Criterion<R> where) {
        String title = "sum of " + of;
        return new Figure<>(
                title,
                columns -> columns.sum(title, of, where),
                records ->
                        numbers(
                                        of,
                                        records.stream()
                                                .filter(record -> where.test(record, Lookup.NOTHING))
                                                .toList())
                                .stream()
                                .reduce(BigDecimal.ZERO, BigDecimal::add),
                false);
    }

    static <R extends CrmRecord> Figure<R> average(NumberProperty<? super R, ?> of) {
        String title = "average " + of;
        return new Figure<>(
                title, columns -> columns.average(title, of), records -> average(numbers(of, records)), false);
    }

    private static Object average(List<BigDecimal> numbers) {
        return numbers.isEmpty()
                ? Optional.empty()
                : Optional.of(numbers.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(numbers.size()), 6, RoundingMode.HALF_EVEN));
    }

    private static <R> List<BigDecimal> numbers(NumberProperty<? super R, ?> of, List<R> records) {
        return records.stream()
                .map(of::get)
                .filter(Objects::nonNull)
                .map(number -> new BigDecimal(number.toString()))
                .toList();
    }

    static <R extends CrmRecord, V extends Comparable<? super V>> Figure<R> extreme(
            OrderedProperty<? super R, V> of, boolean greatest) {
        String title = (greatest ? "greatest " : "least ") + of;
        return new Figure<>(
                title,
                columns -> {
                    if (greatest) {
                        columns.greatest(title, of);
                    } else {
                        columns.least(title, of);
                    }
                },
                records -> records.stream()
                        .<V>map(of::get)
                        .filter(Objects::nonNull)
                        .max(greatest ? Comparator.<V>naturalOrder() : Comparator.<V>reverseOrder()),
                false);
    }

    static <R extends CrmRecord> Figure<R> sum(MoneyProperty<? super R> of, Criterion<R> where) {
        String title = "sum of " + of;
        return new Figure<>(
                title,
                columns -> columns.sum(title, of, where),
                records -> byCurrency(
                        of,
                        records.stream()
                                .filter(record -> where.test(record, Lookup.NOTHING))
                                .toList(),
                        BigDecimal::add),
                false);
    }

    static <R extends CrmRecord> Figure<R> greatest(MoneyProperty<? super R> of) {
        String title = "greatest " + of;
        return new Figure<>(
                title,
                columns -> columns.greatest(title, of),
                records -> byCurrency(of, records, BigDecimal::max),
                false);
    }

    static <R extends CrmRecord> Figure<R> average(MoneyProperty<? super R> of) {
        String title = "average " + of;
        return new Figure<>(
                title,
                columns -> columns.average(title, of),
                records -> {
                    Map<String, BigDecimal> averages = byCurrency(of, records, BigDecimal::add);
                    averages.replaceAll((currency, sum) -> sum.divide(
                            BigDecimal.valueOf(records.stream()
                                    .map(of::get)
                                    .filter(money ->
                                            money != null && money.currency().equals(currency))
                                    .count()),
                            Money.SCALE,
                            RoundingMode.HALF_EVEN));
                    return averages;
                },
                false);
    }

    private static <R> Map<String, BigDecimal> byCurrency(
            MoneyProperty<? super R> of, List<R> records, BinaryOperator<BigDecimal> combine) {
        Map<String, BigDecimal> values = new TreeMap<>();
        records.stream()
                .map(of::get)
                .filter(Objects::nonNull)
                .forEach(money -> values.merge(money.currency(), money.amount(), combine));
        return values;
    }

    static <R extends CrmRecord> Figure<R> weighted(
            MoneyProperty<? super R> of, NumberProperty<? super R, BigDecimal> by) {
        String title = of + " by " + by;
        return new Figure<>(
                title,
                columns -> columns.weighted(title, of, by),
                records -> {
                    Map<String, BigDecimal> sums = new TreeMap<>();
                    for (R record : records) {
                        Money money = of.get(record);
                        BigDecimal weight = by.get(record);
                        if (money != null && weight != null) {
                            sums.merge(money.currency(), money.amount().multiply(weight), BigDecimal::add);
                        }
                    }
                    return sums;
                },
                false);
    }
}
