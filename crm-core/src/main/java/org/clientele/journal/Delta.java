package org.clientele.journal;

import org.jspecify.annotations.Nullable;

/**
 * One property's change. Values are in the exact text form that the property itself reads back.
 *
 * @param before null when there was no value
 * @param after null when there is no value any more
 */
public record Delta(
        String property, @Nullable String before, @Nullable String after) {

    @Override
    public String toString() {
        return property + ": " + (before == null ? "nothing" : before) + " -> " + (after == null ? "nothing" : after);
    }
}
