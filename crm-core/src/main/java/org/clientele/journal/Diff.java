package org.clientele.journal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.property.Property;
import org.jspecify.annotations.Nullable;

/** Finds what changed between two states of a record, property by property, custom ones included. */
public final class Diff {

    private Diff() {}

    /**
     * The differences of two states, in the order of the type's properties, but for folded values, which tell of other
     * records; null stands for no record.
     */
    public static <R extends CrmRecord> List<Difference<?, ?>> between(
            Schema schema, EntityType<R> type, @Nullable R before, @Nullable R after) {
        List<Difference<?, ?>> differences = new ArrayList<>();
        for (Property<? super R, ?> property : schema.ownProperties(type)) {
            compare(property, before, after, differences);
        }
        return differences;
    }

    /** Whether no property differs. */
    public static <R extends CrmRecord> boolean isEmpty(Schema schema, EntityType<R> type, R before, R after) {
        for (Property<? super R, ?> property : schema.properties(type)) {
            if (!Objects.equals(property.get(before), property.get(after))) {
                return false;
            }
        }
        return true;
    }

    private static <R, V> void compare(
            Property<R, V> property, @Nullable R before, @Nullable R after, List<Difference<?, ?>> differences) {
        V former = before == null ? null : property.get(before);
        V latter = after == null ? null : property.get(after);
        if (!Objects.equals(former, latter) && !(isNothing(former) && isNothing(latter))) {
            differences.add(new Difference<>(property, former, latter));
        }
    }

    /** An empty collection is no value, an empty text is one. */
    private static boolean isNothing(@Nullable Object value) {
        return value == null || (value instanceof Collection<?> collection && collection.isEmpty());
    }
}
