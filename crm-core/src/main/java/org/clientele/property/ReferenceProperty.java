package org.clientele.property;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Lifting;
import org.clientele.criteria.Relation;
import org.clientele.value.Identified;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * A property that points to at most one record of another type.
 *
 * @param <R> the type that has the property
 * @param <T> the type pointed to
 */
public final class ReferenceProperty<R, T extends Identified> extends Property<R, Ref<T>>
        implements Relation<R, Ref<T>, T> {

    private final Class<T> target;

    private ReferenceProperty(Accessors<R, Ref<T>> accessors, Class<T> target) {
        super(accessors);
        this.target = target;
    }

    /** A reference with this name, which is the field's, to records of this class. */
    public static <R, T extends Identified> ReferenceProperty<R, T> of(
            String name,
            Class<T> target,
            Function<R, @Nullable Ref<T>> getter,
            BiConsumer<R, @Nullable Ref<T>> setter) {
        return new ReferenceProperty<>(Accessors.of(name, getter, setter), target);
    }

    /** This property with further traits. */
    @SafeVarargs
    public final ReferenceProperty<R, T> with(Trait<? super Ref<T>>... traits) {
        return new ReferenceProperty<>(accessors().with(traits), target);
    }

    /** This property, living in a record's custom values. */
    public ReferenceProperty<R, T> asCustom() {
        return new ReferenceProperty<>(accessors().asCustom(), target);
    }

    @Override
    public Class<T> target() {
        return target;
    }

    @Override
    public boolean anyTarget(R record, Predicate<UUID> test) {
        Ref<T> ref = get(record);
        return ref != null && test.test(ref.id());
    }

    /** It points to this record. */
    public Criterion<R> is(T record) {
        return is(Ref.to(record));
    }

    /** It points to the record meant. */
    public Criterion<R> is(Ref<T> ref) {
        return new Criterion.OneOf<>(this, Set.of(ref));
    }

    /** It points to one of the records meant. */
    public Criterion<R> in(Collection<Ref<T>> refs) {
        return new Criterion.OneOf<>(this, new LinkedHashSet<>(refs));
    }

    /** It does not point to this record: to another one or to none. */
    public Criterion<R> isNot(T record) {
        return is(record).negate();
    }

    /** It does not point to the record meant: to another one or to none. */
    public Criterion<R> isNot(Ref<T> ref) {
        return is(ref).negate();
    }

    /** It points to none of the records meant: to another one or to none. */
    public Criterion<R> notIn(Collection<Ref<T>> refs) {
        return in(refs).negate();
    }

    /** It points to a record that meets the condition. */
    public Criterion<R> matches(Criterion<? super T> where) {
        return new Criterion.Related<>(this, where);
    }

    /** The way to a value of the record pointed to; conditions on that are conditions on the records that point. */
    public <P extends Property<? super T, ?>> Path<R, T, P> to(P property) {
        return new Path<R, T, P>(List.of(this), property, this::lift);
    }

    /** The way to a reference of the record pointed to, and from there further on. */
    public <U extends Identified> Way<R, T, U> to(ReferenceProperty<? super T, U> next) {
        return new Way<R, T, U>(List.of(this), this::lift, next);
    }

    private Criterion<R> lift(Criterion<? super T> where) {
        return Lifting.over(this, where);
    }

    /**
     * A reference that is one or more references away.
     *
     * @param <R> the type where the way begins
     * @param <S> the type that has the last reference
     * @param <T> the type to which that points
     */
    public static final class Way<R, S, T extends Identified> {

        private final List<Relation<?, ?, ?>> way;
        private final Function<Criterion<? super S>, Criterion<R>> before;
        private final ReferenceProperty<? super S, T> last;

        private Way(
                List<Relation<?, ?, ?>> way,
                Function<Criterion<? super S>, Criterion<R>> before,
                ReferenceProperty<? super S, T> last) {
            this.way = way;
            this.before = before;
            this.last = last;
        }

        /** The way to a value of the record at its end. */
        public <P extends Property<? super T, ?>> Path<R, T, P> to(P property) {
            return new Path<R, T, P>(longer(), property, this::lift);
        }

        /** The way further on by a reference of the record at its end. */
        public <U extends Identified> Way<R, T, U> to(ReferenceProperty<? super T, U> next) {
            return new Way<R, T, U>(longer(), this::lift, next);
        }

        /** The reference at the end, as a value: what reports group by. */
        public Path<R, S, ReferenceProperty<? super S, T>> itself() {
            return new Path<>(way, last, before);
        }

        private List<Relation<?, ?, ?>> longer() {
            List<Relation<?, ?, ?>> longer = new ArrayList<>(way);
            longer.add(last);
            return List.copyOf(longer);
        }

        private Criterion<R> lift(Criterion<? super T> where) {
            return before.apply(last.lift(where));
        }

        /** The reference itself meets the condition; where there is none, comparisons fail and negated ones hold. */
        public Criterion<R> matches(Function<ReferenceProperty<? super S, T>, Criterion<? super S>> condition) {
            return before.apply(condition.apply(last));
        }

        /** There is a record at the end, and it meets the condition. */
        public Criterion<R> matches(Criterion<? super T> where) {
            return before.apply(last.matches(where));
        }
    }

    @Override
    public Object raw(Ref<T> value) {
        return value.id();
    }

    @Override
    public Ref<T> fromRaw(Object raw) {
        return new Ref<>((UUID) raw);
    }

    @Override
    public String toText(Ref<T> value) {
        return value.toString();
    }

    @Override
    public Ref<T> fromText(String text) {
        return new Ref<>(UUID.fromString(text));
    }
}
