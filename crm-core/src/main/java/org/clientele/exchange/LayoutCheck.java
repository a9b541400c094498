package org.clientele.exchange;

import java.util.List;
import org.clientele.exchange.form.Field;
import org.clientele.exchange.work.OnMatch;
import org.clientele.model.CrmRecord;
import org.clientele.property.Property;
import org.clientele.property.Traits;

/** Whether the parts of a layout go together. */
final class LayoutCheck {

    private LayoutCheck() {}

    /**
     * IllegalArgumentException with a sentence when they do not.
     *
     * @param decision what happens when a record matches
     * @param isMatched whether there is a way to find the record of a row
     * @param matched the properties by which it is found
     */
    static <R extends CrmRecord> void check(
            ImportLayout<R> layout, OnMatch decision, boolean isMatched, List<Property<? super R, ?>> matched) {
        if (decision != OnMatch.CREATE && !isMatched) {
            throw new IllegalArgumentException(
                    layout.onMatch + " needs records to be matched on something; say on what: layout.matchOn(...)");
        }
        for (Field<?, ?> field : layout.fields) {
            if (field.property().has(Traits.Calculated.class)
                    && !(matched.contains(field.property()) && isKept(field, layout, decision))) {
                throw new IllegalArgumentException(field.property() + " is calculated, so '" + field.title()
                        + "' would be lost; give it to the property that it is calculated from, or derive that");
            }
        }
    }

    private static boolean isKept(Field<?, ?> field, ImportLayout<?> layout, OnMatch decision) {
        return decision == OnMatch.UPDATE
                || !layout.derivations.isEmpty()
                || layout.isConventional
                || layout.fields.stream()
                        .anyMatch(other -> other.title().equals(field.title())
                                && !other.property().has(Traits.Calculated.class));
    }
}
