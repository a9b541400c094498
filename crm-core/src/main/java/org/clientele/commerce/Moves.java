package org.clientele.commerce;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.value.Choice;
import org.jspecify.annotations.Nullable;

/**
 * Which status may follow on which. A status that a host adds to the dictionary is entered and left as one likes.
 *
 * @param <C> the kind of status
 */
final class Moves<C extends Choice> {

    private final Map<String, List<String>> next;

    private Moves(Map<String, List<String>> next) {
        this.next = next;
    }

    /** No move at all. */
    static <C extends Choice> Moves<C> none() {
        return new Moves<>(Map.of());
    }

    /** These moves, and those from one status to others. */
    @SafeVarargs
    final Moves<C> from(C status, C... others) {
        Map<String, List<String>> more = new LinkedHashMap<>(next);
        more.put(status.id(), Arrays.stream(others).map(Choice::id).toList());
        return new Moves<>(more);
    }

    /** Whether a record with one status may be saved with another one. */
    boolean allow(@Nullable String before, @Nullable String after) {
        return before == null
                || after == null
                || before.equals(after)
                || !next.containsKey(before)
                || !next.containsKey(after)
                || next.getOrDefault(before, List.of()).contains(after);
    }

    /**
     * The status after a verb.
     *
     * @throws IllegalStateException when it does not follow on the present one
     */
    String move(Object record, @Nullable String present, C to) {
        if (to.id().equals(present) || !allow(present, to.id())) {
            throw new IllegalStateException(record + " is " + present + " and can not become " + to.id() + "; what is "
                    + present + " becomes " + next.get(present) + " only");
        }
        return to.id();
    }
}
