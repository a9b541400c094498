package org.clientele.property;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.clientele.criteria.Criterion;
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
