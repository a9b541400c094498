package org.clientele.criteria;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where in an order a record lies, whether it is there or not. Immutable and thread-safe.
 *
 * @param values what the record has of the attribute of each step; null where it has no value
 * @param id the identity of the record
 */
public record Place(List<@Nullable Object> values, UUID id) {

    public Place {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }
}
