package org.clientele.store;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.property.MoneyProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.OrderedProperty;

/**
 * Something counted, summed or compared over the records of a group. What two groups come to can be put together to what
 * they come to as one, in any order ({@link Accumulation#add(Group)}).
 *
 * @param <R> the type whose records are counted
 */
public sealed interface Measure<R> {

    /** Which records of a group it takes in. */
    Criterion<? super R> where();

    /** The attributes that it reads. */
    List<Attribute<? super R, ?>> reads();

    /** What it comes to over no record. */
    Object nothing();

    /** The same of other records. */
    Measure<R> over(Criterion<? super R> other);

    /** How many records; its value is a {@code Long}. */
    record Count<R>(Criterion<? super R> where) implements Measure<R> {
        @Override
        public List<Attribute<? super R, ?>> reads() {
            return List.of();
        }

        @Override
        public Object nothing() {
            return 0L;
        }

        @Override
        public Measure<R> over(Criterion<? super R> other) {
            return new Count<>(other);
        }
    }

    /** The exact sum of a number; its value is a {@code BigDecimal}, 0 when no record has the number. */
    record Sum<R>(Attribute<? super R, ? extends Number> of, Criterion<? super R> where) implements Measure<R> {
        @Override
        public List<Attribute<? super R, ?>> reads() {
            return List.of(of);
        }

        @Override
        public Object nothing() {
            return BigDecimal.ZERO;
        }

        @Override
        public Measure<R> over(Criterion<? super R> other) {
            return new Sum<>(of, other);
        }
    }

    /**
     * The least or the greatest of numbers, dates or times; its value is an {@code Optional} of one of them, empty when no
     * record has any.
     */
    record Extreme<R>(OrderedProperty<? super R, ?> of, boolean greatest, Criterion<? super R> where)
            implements Measure<R> {
        @Override
        public List<Attribute<? super R, ?>> reads() {
            return List.of(of);
        }

        @Override
        public Object nothing() {
            return Optional.empty();
        }

        @Override
        public Measure<R> over(Criterion<? super R> other) {
            return new Extreme<>(of, greatest, other);
        }
    }

    /**
     * The different values; its value is a {@code Set} of them as columns hold them ({@code Property.raw}), without none. Takes
     * memory for each.
     */
    record Distinct<R>(Attribute<? super R, ?> of, Criterion<? super R> where) implements Measure<R> {
        @Override
        public List<Attribute<? super R, ?>> reads() {
            return List.of(of);
        }

        @Override
        public Object nothing() {
            return Set.of();
        }

        @Override
        public Measure<R> over(Criterion<? super R> other) {
            return new Distinct<>(of, other);
        }
    }

    /**
     * Something about amounts, which are never mixed across currencies; its value is a {@code Map<String, BigDecimal>} by
     * currency, with an entry for each currency that occurs.
     */
    sealed interface ByCurrency<R> extends Measure<R> {

        /** The amounts. */
        MoneyProperty<? super R> of();

        @Override
        default Object nothing() {
            return Map.of();
        }

        @Override
        default List<Attribute<? super R, ?>> reads() {
            return List.of(of());
        }

        /** What two values in one currency make together. */
        BigDecimal combine(BigDecimal one, BigDecimal other);
    }

    /** The exact sums of an amount by currency. */
    record SumMoney<R>(MoneyProperty<? super R> of, Criterion<? super R> where) implements ByCurrency<R> {
        @Override
        public Measure<R> over(Criterion<? super R> other) {
            return new SumMoney<>(of, other);
        }

        @Override
        public BigDecimal combine(BigDecimal one, BigDecimal other) {
            return one.add(other);
        }
    }

    /** The exact sums by currency of an amount times a number; what lacks either adds nothing, and no currency. */
    record Weighted<R>(
            MoneyProperty<? super R> of, NumberProperty<? super R, BigDecimal> by, Criterion<? super R> where)
            implements ByCurrency<R> {
        @Override
        public List<Attribute<? super R, ?>> reads() {
            return List.of(of, by);
        }

        @Override
        public Measure<R> over(Criterion<? super R> other) {
            return new Weighted<>(of, by, other);
        }

        @Override
        public BigDecimal combine(BigDecimal one, BigDecimal other) {
            return one.add(other);
        }
    }

    /** How many records have an amount, by currency. */
    record CountMoney<R>(MoneyProperty<? super R> of, Criterion<? super R> where) implements ByCurrency<R> {
        @Override
        public Measure<R> over(Criterion<? super R> other) {
            return new CountMoney<>(of, other);
        }

        @Override
        public BigDecimal combine(BigDecimal one, BigDecimal other) {
            return one.add(other);
        }
    }

    /** The least or the greatest amounts by currency. */
    record ExtremeMoney<R>(MoneyProperty<? super R> of, boolean greatest, Criterion<? super R> where)
            implements ByCurrency<R> {
        @Override
        public Measure<R> over(Criterion<? super R> other) {
            return new ExtremeMoney<>(of, greatest, other);
        }

        @Override
        public BigDecimal combine(BigDecimal one, BigDecimal other) {
            return greatest ? one.max(other) : one.min(other);
        }
    }
}
