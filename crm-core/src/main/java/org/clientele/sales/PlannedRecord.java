package org.clientele.sales;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record as a conversion creates or changes it. Immutable.
 *
 * @param type the name of its type
 * @param name what a person knows it by: a new one as it is to be, a stored one as it is
 * @param id null for a record that is created
 * @param values what it gets or what becomes different, in the order of its properties, without values that nobody enters
 */
public record PlannedRecord(
        String type, String name, @Nullable UUID id, List<PlannedValue> values) {

    public PlannedRecord {
        values = List.copyOf(values);
    }

    @Override
    public String toString() {
        return type + " " + name;
    }
}
