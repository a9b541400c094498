package org.clientele.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Relation;
import org.clientele.property.Path;
import org.clientele.property.PeriodOf;
import org.clientele.property.Property;
import org.clientele.property.TextProperty;
import org.clientele.value.DatePeriod;
import org.jspecify.annotations.Nullable;

/**
 * What makes a row: a value of the records that are counted, or one that is some references away. Immutable and thread-safe.
 *
 * @param <R> the type whose records are counted
 */
public final class Key<R> {

    private final Attribute<? super R, ?> counted;
    private final List<Relation<?, ?, ?>> way;
    private final Attribute<?, ?> end;
    private final Function<@Nullable Object, Criterion<R>> is;

    private Key(
            Attribute<? super R, ?> counted,
            List<Relation<?, ?, ?>> way,
            Attribute<?, ?> end,
            Function<@Nullable Object, Criterion<R>> is) {
        this.counted = counted;
        this.way = way;
        this.end = end;
        this.is = is;
    }

    /** A value of the records themselves. */
    static <R> Key<R> of(Attribute<? super R, ?> attribute) {
        return new Key<>(attribute, List.of(), attribute, value -> inGroup(attribute, value));
    }

    /** A value that is some references away. */
    @SuppressWarnings("unchecked") // the way begins with a reference of the records
    static <R, T, P extends Property<? super T, ?>> Key<R> along(Path<? super R, T, P> path) {
        return new Key<>(
                (Attribute<? super R, ?>) path.way().get(0),
                path.way(),
                path.end(),
                value -> new Criterion.All<>(List.of(path.matches(end -> inGroup(end, value)))));
    }

    /** What the store groups by: the value, or the first reference on the way to it. */
    Attribute<? super R, ?> counted() {
        return counted;
    }

    /** The references that lead to the value; none when it is one of the records themselves. */
    List<Relation<?, ?, ?>> way() {
        return way;
    }

    /** What has the values. */
    public Attribute<?, ?> attribute() {
        return end;
    }

    /** The attributes to be read off one record after the other, once the first reference is known. */
    List<Attribute<?, ?>> further() {
        List<Attribute<?, ?>> further = new ArrayList<>(way.subList(1, way.size()));
        further.add(end);
        return further;
    }

    /** The condition that a record is in the row of a value; null for that of records which have none. */
    Criterion<R> is(@Nullable Object value) {
        return is.apply(value);
    }

    @SuppressWarnings("unchecked") // the value was read off this very attribute, which the records have
    private static <S, V> Criterion<S> inGroup(Attribute<?, ?> read, @Nullable Object value) {
        Attribute<S, V> attribute = (Attribute<S, V>) read;
        if (value == null) {
            return none(attribute.whole());
        } else if (read instanceof PeriodOf<?, ?> period) {
            return ((PeriodOf<S, ?>) period).is((DatePeriod) value);
        }
        return new Criterion.OneOf<>(attribute, Set.of((V) value));
    }

    /** A text of no characters is a value that makes a group of its own, though it is blank. */
    @SuppressWarnings("unchecked") // the values of the attribute are texts
    private static <S> Criterion<S> none(Attribute<? super S, ?> attribute) {
        Criterion<S> blank = new Criterion.All<>(List.of(new Criterion.Blank<>(attribute)));
        return attribute instanceof TextProperty<?>
                ? blank.and(new Criterion.Not<>(new Criterion.OneOf<>((Attribute<S, String>) attribute, Set.of(""))))
                : blank;
    }

    /** The name of what has the values. */
    @Override
    public String toString() {
        return end.name();
    }
}
