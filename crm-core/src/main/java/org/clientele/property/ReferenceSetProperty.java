package org.clientele.property;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Relation;
import org.clientele.value.Identified;
import org.clientele.value.Ref;
import org.clientele.value.Refs;
import org.jspecify.annotations.Nullable;

/**
 * A property that points to any number of records of another type, in the order of their identities.
 *
 * @param <R> the type that has the property
 * @param <T> the type pointed to
 */
public final class ReferenceSetProperty<R, T extends Identified> extends CollectionProperty<R, Ref<T>, Set<Ref<T>>>
        implements Relation<R, Set<Ref<T>>, T> {

    private final Class<T> target;

    private ReferenceSetProperty(Accessors<R, Set<Ref<T>>> accessors, Class<T> target) {
        super(accessors);
        this.target = target;
    }

    /** A set of references with this name, which is the field's; the getter never gives null. */
    public static <R, T extends Identified> ReferenceSetProperty<R, T> of(
            String name,
            Class<T> target,
            Function<R, @Nullable Set<Ref<T>>> getter,
            BiConsumer<R, Set<Ref<T>>> setter) {
        return new ReferenceSetProperty<>(
                Accessors.of(name, getter, (record, value) -> setter.accept(record, value == null ? Set.of() : value)),
                target);
    }

    /** This property with further traits. */
    @SafeVarargs
    public final ReferenceSetProperty<R, T> with(Trait<? super Set<Ref<T>>>... traits) {
        return new ReferenceSetProperty<>(accessors().with(traits), target);
    }

    /** This property, living in a record's custom values. */
    public ReferenceSetProperty<R, T> asCustom() {
        return new ReferenceSetProperty<>(accessors().asCustom(), target);
    }

    @Override
    public Class<T> target() {
        return target;
    }

    @Override
    public boolean anyTarget(R record, Predicate<UUID> test) {
        Set<Ref<T>> refs = get(record);
        if (refs != null) {
            for (Ref<T> ref : refs) {
                if (test.test(ref.id())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** It points to this record, among others. */
    public Criterion<R> contains(T record) {
        return contains(Ref.to(record));
    }

    /** It does not point to this record. */
    public Criterion<R> notContains(T record) {
        return contains(record).negate();
    }

    /** It points to at least one record that meets the condition. */
    public Criterion<R> anyMatches(Criterion<? super T> where) {
        return new Criterion.Related<>(this, where);
    }

    @Override
    public Set<Ref<T>> collect(Collection<Ref<T>> elements) {
        return Refs.of(Refs.ids(elements));
    }

    @Override
    public String elementToText(Ref<T> element) {
        return element.toString();
    }

    @Override
    public Ref<T> elementFromText(String text) {
        return new Ref<>(UUID.fromString(text));
    }
}
