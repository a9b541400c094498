package org.clientele.door;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clientele.model.CrmRecord;
import org.clientele.model.Schema;
import org.clientele.property.Carried;
import org.clientele.property.Follows;
import org.clientele.property.Property;
import org.clientele.store.Write;
import org.jspecify.annotations.Nullable;

/** An order of writes in which whoever carries or follows values of another record comes after it, unless in a circle. */
final class SourcesFirst {

    private final Schema schema;

    private SourcesFirst(Schema schema) {
        this.schema = schema;
    }

    /** The writes so ordered; as they are given where nobody carries or follows anything of one that comes later. */
    static List<Write<?>> of(List<Write<?>> writes, Schema schema) {
        return writes.size() < 2 ? writes : new SourcesFirst(schema).ordered(writes);
    }

    private List<Write<?>> ordered(List<Write<?>> writes) {
        Map<UUID, List<Write<?>>> given = new LinkedHashMap<>();
        PointedToFirst order = new PointedToFirst();
        for (Write<?> write : writes) {
            UUID id = write.record().getId();
            given.computeIfAbsent(id, first -> new ArrayList<>()).add(write);
            order.add(row(write));
        }
        List<UUID> ids = order.ids();
        if (ids.equals(List.copyOf(given.keySet()))) {
            return writes;
        }
        List<Write<?>> ordered = new ArrayList<>(writes.size());
        ids.forEach(id -> ordered.addAll(given.getOrDefault(id, List.of())));
        return ordered;
    }

    /** The identity of the record, and the references by which it carries or follows. */
    private <R extends CrmRecord> List<@Nullable Object> row(Write<R> write) {
        R record = write.record();
        List<@Nullable Object> row = new ArrayList<>();
        row.add(record.getId());
        for (Property<? super R, ?> property : schema.properties(write.type(), Carried.class)) {
            property.trait(Carried.class).ifPresent(carried -> row.add(value(carried.via(), record)));
        }
        for (Property<? super R, ?> property : schema.properties(write.type(), Follows.class)) {
            row.add(property.get(record));
        }
        return row;
    }

    @SuppressWarnings("unchecked") // a value is carried by a reference of the same record
    private static <R> @Nullable Object value(Property<?, ?> via, R record) {
        return ((Property<R, ?>) via).get(record);
    }
}
