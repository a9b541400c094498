package org.clientele.property;

import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.clientele.criteria.Criterion;
import org.jspecify.annotations.Nullable;

/**
 * A property that is true or false. A record without a value counts as false.
 *
 * @param <R> the type that has the property
 */
public final class BooleanProperty<R> extends Property<R, Boolean> {

    private BooleanProperty(Accessors<R, Boolean> accessors) {
        super(accessors);
    }

    /** A true-or-false property with this name, which is the field's. */
    public static <R> BooleanProperty<R> of(
            String name, Function<R, @Nullable Boolean> getter, BiConsumer<R, @Nullable Boolean> setter) {
        return new BooleanProperty<>(Accessors.of(name, getter, setter));
    }

    /** A true-or-false property of an immutable item. */
    public static <R> BooleanProperty<R> of(String name, Function<R, @Nullable Boolean> getter) {
        return new BooleanProperty<>(Accessors.readOnly(name, getter));
    }

    /** This property with further traits. */
    @SafeVarargs
    public final BooleanProperty<R> with(Trait<? super Boolean>... traits) {
        return new BooleanProperty<>(accessors().with(traits));
    }

    /** This property, living in a record's custom values. */
    public BooleanProperty<R> asCustom() {
        return new BooleanProperty<>(accessors().asCustom());
    }

    /** The value is true. */
    public Criterion<R> isTrue() {
        return new Criterion.OneOf<>(this, Set.of(true));
    }

    /** The value is false, or there is none. */
    public Criterion<R> isFalse() {
        return isTrue().negate();
    }

    @Override
    public String toText(Boolean value) {
        return value.toString();
    }

    @Override
    public Boolean fromText(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new IllegalArgumentException("'" + text + "' is neither true nor false; write one of them");
        };
    }
}
