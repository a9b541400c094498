package org.clientele.property;

import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.clientele.criteria.Criterion;
import org.jspecify.annotations.Nullable;

/**
 * A property whose values are identities that nothing follows: the record meant may be gone, and a merge does not
 * re-point it. History is made of these.
 *
 * @param <R> the type that has the property
 */
public final class IdProperty<R> extends Property<R, UUID> {

    private IdProperty(Accessors<R, UUID> accessors) {
        super(accessors);
    }

    /** An identity property with this name, which is the field's. */
    public static <R> IdProperty<R> of(
            String name, Function<R, @Nullable UUID> getter, BiConsumer<R, @Nullable UUID> setter) {
        return new IdProperty<>(Accessors.of(name, getter, setter));
    }

    /** This property with further traits. */
    @SafeVarargs
    public final IdProperty<R> with(Trait<? super UUID>... traits) {
        return new IdProperty<>(accessors().with(traits));
    }

    /** The value is this identity. */
    public Criterion<R> is(UUID id) {
        return in(Set.of(id));
    }

    /** The value is one of these identities. */
    public Criterion<R> in(Set<UUID> ids) {
        return new Criterion.OneOf<>(this, ids);
    }

    /** The value differs from this identity, or there is none. */
    public Criterion<R> isNot(UUID id) {
        return is(id).negate();
    }

    /** The value is none of these identities, or there is none. */
    public Criterion<R> notIn(Set<UUID> ids) {
        return in(ids).negate();
    }

    @Override
    public String toText(UUID value) {
        return value.toString();
    }

    @Override
    public UUID fromText(String text) {
        return UUID.fromString(text);
    }
}
