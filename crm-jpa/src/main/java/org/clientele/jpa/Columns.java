package org.clientele.jpa;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.CollectionProperty;
import org.clientele.property.Property;
import org.jspecify.annotations.Nullable;

/** What the records of a very type have in columns of their own. Immutable and thread-safe. */
final class Columns<R extends CrmRecord> {

    private final EntityType<R> type;
    private final List<Column<R, ?>> columns = new ArrayList<>();
    private final String selected;

    /** A property, and the first of its cells. */
    private record Column<R, V>(Property<? super R, V> property, Term term, int at) {
        void read(@Nullable Object[] row, R record) {
            property.set(record, Cells.read(property, term, row, at));
        }
    }

    Columns(EntityType<R> type) {
        this.type = type;
        List<String> expressions = new ArrayList<>(List.of("e.id", "e.version"));
        add(CrmRecord.CREATED_AT, expressions);
        add(CrmRecord.UPDATED_AT, expressions);
        type.properties().stream()
                .filter(property -> !(property instanceof CollectionProperty<?, ?, ?>)
                        && property != CrmRecord.CREATED_AT
                        && property != CrmRecord.UPDATED_AT)
                .forEach(property -> add(property, expressions));
        this.selected = String.join(", ", expressions);
    }

    private <V> void add(Property<? super R, V> property, List<String> expressions) {
        Term term = Term.mapped(property, "e");
        columns.add(new Column<>(property, term, expressions.size()));
        expressions.addAll(Cells.expressions(term));
    }

    /** What to select of the records called {@code e}. */
    String selected() {
        return selected;
    }

    /** A record with the values of a row, and nothing else. */
    R record(@Nullable Object[] row) {
        UUID id = (UUID) Objects.requireNonNull(row[0]);
        R record = type.newRecord(id, ((Number) Objects.requireNonNull(row[1])).longValue());
        columns.forEach(column -> column.read(row, record));
        return record;
    }

    /** The same values in a record that the persistence context does not watch. */
    R plain(R managed) {
        R plain = type.newRecord(managed.getId(), managed.getVersion());
        columns.forEach(column -> column.property().copy(managed, plain));
        return plain;
    }
}
