package org.clientele.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.clientele.criteria.Criterion;
import org.clientele.property.AnyReferenceProperty;
import org.clientele.property.InstantProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.Property;
import org.clientele.property.ReferenceProperty;
import org.clientele.value.Identified;
import org.jspecify.annotations.Nullable;

/**
 * Values of records that follow from those that point to them: how many these are, what they come to, which was the latest.
 * The type that points declares it; the CRM keeps the values with every write, whoever writes, without a new version of the
 * record that has them, and can always count them again. Several folds may lead into one value, which then takes in all.
 * Immutable and thread-safe.
 *
 * <pre>{@code
 * type.folded(Fold.over(Opportunity.CUSTOMER, Customer.class, values -> values
 *         .sum(Customer.LIFETIME, Opportunity.BASE_CLOSE_REVENUE, WON)))
 * }</pre>
 *
 * @param <S> the type whose records are counted
 * @param <T> the class whose records have the values
 */
public final class Fold<S, T> {

    private final Property<S, ?> by;
    private final Class<T> target;
    private final List<Term<S, T>> terms;

    private Fold(Property<S, ?> by, Class<T> target, List<Term<S, T>> terms) {
        this.by = by;
        this.target = target;
        this.terms = List.copyOf(terms);
    }

    /** Values of the records to which a reference points. */
    public static <S, T extends Identified> Fold<S, T> over(
            ReferenceProperty<S, T> by, Class<T> target, Consumer<Values<S, T>> declaration) {
        return new Fold<>(by, target, terms(declaration));
    }

    /** Values of those records of a class to which a reference to anything points. */
    public static <S, T> Fold<S, T> over(
            AnyReferenceProperty<S> by, Class<T> target, Consumer<Values<S, T>> declaration) {
        return new Fold<>(by, target, terms(declaration));
    }

    private static <S, T> List<Term<S, T>> terms(Consumer<Values<S, T>> declaration) {
        Values<S, T> values = new Values<>();
        declaration.accept(values);
        return values.terms;
    }

    /** Collects the values; used within {@link Fold#over} only. Conditions look at the counted record's own values alone. */
    public static final class Values<S, T> {

        private final List<Term<S, T>> terms = new ArrayList<>();

        private Values() {}

        /** How many records meet the condition. */
        public Values<S, T> count(NumberProperty<? super T, Integer> into, Criterion<? super S> where) {
            terms.add(new Count<>(into, where));
            return this;
        }

        /** The exact sum of a number over the records that meet the condition. */
        public Values<S, T> sum(
                NumberProperty<? super T, BigDecimal> into,
                NumberProperty<? super S, BigDecimal> of,
                Criterion<? super S> where) {
            terms.add(new Sum<>(into, of, where, null));
            return this;
        }

        /** The same; each change of the sum leaves a record, made of the identity whose sum changes and the change. */
        public Values<S, T> sum(
                NumberProperty<? super T, BigDecimal> into,
                NumberProperty<? super S, BigDecimal> of,
                Criterion<? super S> where,
                BiFunction<UUID, BigDecimal, CrmRecord> note) {
            terms.add(new Sum<>(into, of, where, note));
            return this;
        }

        /** The latest of the times of the records that meet the condition; none where there is none. */
        public Values<S, T> latest(
                InstantProperty<? super T> into, InstantProperty<? super S> of, Criterion<? super S> where) {
            terms.add(new Latest<>(into, of, where));
            return this;
        }
    }

    /** One value. */
    public sealed interface Term<S, T> {

        /** The property that has the value. */
        Property<? super T, ?> into();

        /** Which of the records that point count. */
        Criterion<? super S> where();
    }

    /** How many records. */
    public record Count<S, T>(NumberProperty<? super T, Integer> into, Criterion<? super S> where)
            implements Term<S, T> {}

    /**
     * The sum of a number.
     *
     * @param note makes the record that a change of the sum leaves; null for none
     */
    public record Sum<S, T>(
            NumberProperty<? super T, BigDecimal> into,
            NumberProperty<? super S, BigDecimal> of,
            Criterion<? super S> where,
            @Nullable BiFunction<UUID, BigDecimal, CrmRecord> note)
            implements Term<S, T> {

        /** The number of one record, 0 where it has none. */
        public BigDecimal of(S record) {
            return Objects.requireNonNullElse(of.get(record), BigDecimal.ZERO);
        }
    }

    /** The latest time. */
    public record Latest<S, T>(
            InstantProperty<? super T> into, InstantProperty<? super S> of, Criterion<? super S> where)
            implements Term<S, T> {

        /** The time of one record. */
        public @Nullable Instant of(S record) {
            return of.get(record);
        }
    }

    /** The reference that leads to the records that have the values. */
    public Property<S, ?> by() {
        return by;
    }

    /** The class of the records that have the values. */
    public Class<T> target() {
        return target;
    }

    /** The values. */
    public List<Term<S, T>> terms() {
        return terms;
    }
}
