package org.clientele.exchange;

import org.clientele.property.Traits;

/** Whether the parts of a layout go together. */
final class LayoutCheck {

    private LayoutCheck() {}

    /** IllegalArgumentException with a sentence when they do not. */
    static void check(ImportLayout<?> layout) {
        if (layout.decision() != OnMatch.CREATE && !layout.isMatched()) {
            throw new IllegalArgumentException(
                    layout.onMatch + " needs records to be matched on something; say on what: layout.matchOn(...)");
        }
        for (Field<?, ?> field : layout.fields) {
            if (field.property().has(Traits.Calculated.class)) {
                checkCalculated(layout, field);
            }
        }
    }

    private static void checkCalculated(ImportLayout<?> layout, Field<?, ?> field) {
        boolean kept = layout.decision() == OnMatch.UPDATE
                || !layout.derivations.isEmpty()
                || layout.isConventional
                || layout.fields.stream()
                        .anyMatch(other -> other.title().equals(field.title())
                                && !other.property().has(Traits.Calculated.class));
        if (!layout.matched.contains(field.property()) || !kept) {
            throw new IllegalArgumentException(field.property() + " is calculated, so '" + field.title()
                    + "' would be lost; give it to the property that it is calculated from, or derive that");
        }
    }
}
