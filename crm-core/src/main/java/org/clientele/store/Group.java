package org.clientele.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One group of an aggregation.
 *
 * @param key the values that its records share, in the order of the grouping; null where they have none
 * @param values the values of the measures, in their order
 */
public record Group(List<@Nullable Object> key, List<Object> values) {

    public Group {
        key = Collections.unmodifiableList(new ArrayList<>(key));
        values = List.copyOf(values);
    }
}
