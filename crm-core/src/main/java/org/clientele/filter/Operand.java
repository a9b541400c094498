package org.clientele.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion.CalendarPart;
import org.jspecify.annotations.Nullable;

/**
 * What a clause asks about: a value of the record, or of one to which references lead.
 *
 * @param steps the references on the way, and last what has the value
 * @param part what is asked of a date, if not all of it
 */
record Operand(List<Step> steps, @Nullable CalendarPart part) {

    Operand {
        steps = List.copyOf(steps);
    }

    Attribute<?, ?> attribute() {
        return steps.get(steps.size() - 1).attribute();
    }

    ValueKind kind() {
        return part == null ? ValueKind.of(attribute()) : ValueKind.PART;
    }

    /** The same, asked of what a reference leads to. */
    Operand after(Step reference) {
        List<Step> all = new ArrayList<>(steps);
        all.add(0, reference);
        return new Operand(all, part);
    }

    /** The word for a part of a date. */
    static String word(CalendarPart part) {
        return part == CalendarPart.MONTH ? "month" : "day";
    }

    /** As it is read back. */
    @Override
    public String toString() {
        String path = steps.stream().map(Step::toString).collect(Collectors.joining("."));
        return part == null ? path : path + "." + word(part);
    }
}
