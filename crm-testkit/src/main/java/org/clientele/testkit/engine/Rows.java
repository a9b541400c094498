package org.clientele.testkit.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.journal.JournalEntry;
import org.clientele.journal.Redirect;
import org.clientele.merge.DistinctPair;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.Property;
import org.jspecify.annotations.Nullable;

/** A whole world as plain maps: each record's values by the names of its properties. */
final class Rows {

    /** What tells how values became what they are: there is more of it the more often something is done. */
    static final String HISTORY = "lifetime change";

    private final Map<UUID, Row> rows = new TreeMap<>();

    /** One record. */
    record Row(String type, Map<String, @Nullable Object> values) {

        @Nullable
        Object get(String property) {
            return values.get(property);
        }

        void put(String property, @Nullable Object value) {
            values.put(property, value);
        }

        boolean isA(String name) {
            return type.equals(name);
        }
    }

    private Rows() {}

    /** All records of a CRM but its history. */
    static Rows of(Crm crm) {
        Rows rows = new Rows();
        Session system = crm.asSystem();
        for (EntityType<?> type : crm.schema().types()) {
            if (!type.isAbstract() && type != JournalEntry.TYPE && type != Redirect.TYPE && type != DistinctPair.TYPE) {
                rows.read(crm, system, type);
            }
        }
        return rows;
    }

    /** The same without what tells how values became what they are. */
    static Rows withoutHistory(Crm crm) {
        Rows rows = of(crm);
        rows.rows.values().removeIf(row -> crm.schema().type(row.type()).isHistory());
        return rows;
    }

    private <R extends CrmRecord> void read(Crm crm, Session system, EntityType<R> type) {
        for (R record : system.select(type).list()) {
            if (crm.schema().typeOf(record) == type) {
                Map<String, @Nullable Object> values = new TreeMap<>();
                crm.schema().properties(type).forEach(property -> values.put(property.name(), value(property, record)));
                rows.put(record.getId(), new Row(type.name(), values));
            }
        }
    }

    private static <R> @Nullable Object value(Property<R, ?> property, R record) {
        Object value = property.get(record);
        return value instanceof Set<?> set
                ? new TreeSet<>(set)
                : value instanceof List<?> list ? List.copyOf(list) : value;
    }

    Map<UUID, Row> byId() {
        return rows;
    }

    Row get(UUID id) {
        Row row = rows.get(id);
        if (row == null) {
            throw new AssertionError("there is no record " + id);
        }
        return row;
    }

    /** The same rows, to be changed independently. */
    Rows copy() {
        Rows copy = new Rows();
        rows.forEach((id, row) -> copy.rows.put(id, new Row(row.type(), new TreeMap<>(row.values()))));
        return copy;
    }

    /** What a person would call each record when worlds with other identities are compared: "account 2". */
    Map<UUID, String> names() {
        Map<String, Integer> counts = new HashMap<>();
        Map<UUID, String> names = new HashMap<>();
        rows.forEach((id, row) -> names.put(id, row.type() + " " + counts.merge(row.type(), 1, Integer::sum)));
        return names;
    }

    /** The rows, without history, as a text in which records go by these names. */
    String named(Crm crm, Map<UUID, String> names) {
        StringBuilder text = new StringBuilder();
        rows.forEach((id, row) -> {
            EntityType<?> type = crm.schema().type(row.type());
            if (type.isHistory()) {
                return;
            }
            text.append(id);
            crm.schema()
                    .properties(type)
                    .forEach(property -> text.append(", ")
                            .append(property)
                            .append('=')
                            .append(text(property, row.get(property.name()))));
            text.append('\n');
        });
        String named = text.toString();
        for (Map.Entry<UUID, String> name : names.entrySet()) {
            named = named.replace(name.getKey().toString(), name.getValue());
        }
        return named;
    }

    @SuppressWarnings("unchecked")
    private static <V> String text(Property<?, V> property, @Nullable Object value) {
        return value == null || (value instanceof Collection<?> elements && elements.isEmpty())
                ? "nothing"
                : property.toText((V) value);
    }

    /** Where these rows are not as expected, each a line; none when they are. That there is more history is no difference. */
    List<String> differencesFrom(Rows expected) {
        List<String> differences = new ArrayList<>();
        Set<UUID> ids = new TreeSet<>(rows.keySet());
        ids.removeIf(id -> get(id).isA(HISTORY));
        ids.addAll(expected.rows.keySet());
        for (UUID id : ids) {
            Row row = rows.get(id);
            Row other = expected.rows.get(id);
            if (row == null || other == null) {
                differences.add(id + (row == null ? " is missing: " + other : " should not be there: " + row));
            } else {
                other.values().forEach((property, value) -> {
                    if (!Objects.equals(value, row.get(property))) {
                        differences.add(row.type() + " " + id + " " + property + " should be " + value + " but is "
                                + row.get(property));
                    }
                });
            }
        }
        return differences;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Rows all && rows.equals(all.rows);
    }

    @Override
    public int hashCode() {
        return rows.hashCode();
    }
}
