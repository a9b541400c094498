package org.clientele.merge;

import org.clientele.property.Property;
import org.jspecify.annotations.Nullable;

/**
 * How a merge changes one property of the master.
 *
 * @param <R> the type merged
 * @param before the master's value now; null for none
 * @param after the value after the merge; null for none
 * @param source where it comes from
 */
public record MergeChange<R>(
        Property<? super R, ?> property,
        @Nullable Object before,
        @Nullable Object after,
        MergeSource source) {

    @Override
    public String toString() {
        return property + ": " + Values.text(property, before) + " -> " + Values.text(property, after)
                + (source instanceof MergeSource.ByStrategy by ? " (" + by + ")" : "");
    }
}
