package org.clientele.property;

import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.clientele.criteria.Criterion;
import org.clientele.value.AnyRef;
import org.jspecify.annotations.Nullable;

/**
 * A property that points to at most one record of whatever type.
 *
 * @param <R> the type that has the property
 */
public final class AnyReferenceProperty<R> extends Property<R, AnyRef> {

    private AnyReferenceProperty(Accessors<R, AnyRef> accessors) {
        super(accessors);
    }

    /** A reference to anything, with this name, which is the field's. */
    public static <R> AnyReferenceProperty<R> of(
            String name, Function<R, @Nullable AnyRef> getter, BiConsumer<R, @Nullable AnyRef> setter) {
        return new AnyReferenceProperty<>(Accessors.of(name, getter, setter));
    }

    /** This property with further traits. */
    @SafeVarargs
    public final AnyReferenceProperty<R> with(Trait<? super AnyRef>... traits) {
        return new AnyReferenceProperty<>(accessors().with(traits));
    }

    /** This property, living in a record's custom values. */
    public AnyReferenceProperty<R> asCustom() {
        return new AnyReferenceProperty<>(accessors().asCustom());
    }

    /** It points to the record meant. */
    public Criterion<R> is(AnyRef ref) {
        return in(Set.of(ref));
    }

    /** It points to one of the records meant. */
    public Criterion<R> in(Set<AnyRef> refs) {
        return new Criterion.OneOf<>(this, refs);
    }

    /** It does not point to the record meant: to another one or to none. */
    public Criterion<R> isNot(AnyRef ref) {
        return is(ref).negate();
    }

    /** It points to none of the records meant: to another one or to none. */
    public Criterion<R> notIn(Set<AnyRef> refs) {
        return in(refs).negate();
    }

    @Override
    public String toText(AnyRef value) {
        return value.toString();
    }

    @Override
    public AnyRef fromText(String text) {
        return AnyRef.parse(text);
    }
}
