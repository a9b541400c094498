package org.clientele.testkit.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.Session;
import org.clientele.journal.Change;
import org.clientele.journal.ChangeSet;
import org.clientele.journal.Delta;
import org.clientele.journal.JournalEntry;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.property.CollectionProperty;
import org.clientele.property.Property;
import org.clientele.value.AnyRef;
import org.jspecify.annotations.Nullable;

/** Makes the values of records from their history alone, and compares them with what is stored. */
public final class Replay {

    private final Schema schema;
    private final Map<AnyRef, Map<String, String>> records = new HashMap<>();
    private final Map<AnyRef, Instant> firstSaved = new HashMap<>();

    public Replay(Schema schema) {
        this.schema = schema;
    }

    /** Applies change sets, the oldest first; each must build on exactly what those before it have left. */
    public Replay apply(List<ChangeSet> history) {
        history.forEach(set -> set.changes().forEach(change -> apply(change, set.recordedAt())));
        return this;
    }

    private void apply(Change change, Instant at) {
        boolean isNew = change.action() == Change.Action.CREATE;
        assertThat(records.containsKey(change.record())).as(change.toString()).isEqualTo(!isNew);
        Map<String, String> values = records.computeIfAbsent(change.record(), newRecord -> new HashMap<>());
        if (isNew) {
            firstSaved.put(change.record(), at);
        }
        for (Delta delta : change.deltas()) {
            if (tellsOfTheRecordItself(change, delta)) {
                continue;
            }
            Property<?, ?> property = property(change.record().type(), delta.property());
            String name = property.name();
            assertThat(values.get(name)).as(change + " " + name).isEqualTo(text(property, delta.before()));
            String after = text(property, delta.after());
            if (after == null) {
                values.remove(name);
            } else {
                values.put(name, after);
            }
        }
        if (change.action() == Change.Action.DELETE) {
            assertThat(values).as(change + " leaves nothing").isEmpty();
            records.remove(change.record());
        }
    }

    /** When the record was first saved, and the version in which it goes, are no properties. */
    private boolean tellsOfTheRecordItself(Change change, Delta delta) {
        if (delta.property().equals(Change.CREATED_AT)) {
            if (delta.after() != null) {
                firstSaved.put(change.record(), CrmRecord.CREATED_AT.fromText(delta.after()));
            } else {
                assertThat(String.valueOf(firstSaved.get(change.record()))).isEqualTo(delta.before());
            }
            return true;
        }
        return delta.property().equals(Change.VERSION);
    }

    private Property<?, ?> property(String type, String name) {
        return schema.properties(schema.type(type)).stream()
                .filter(property -> property.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** An empty collection is none. */
    private static @Nullable String text(Property<?, ?> property, @Nullable String text) {
        return property instanceof CollectionProperty<?, ?, ?> && text != null && text.isEmpty() ? null : text;
    }

    /** The store has exactly the records that history tells of, with exactly its values. */
    public void assertIsTheStateOf(Session system) {
        int stored = 0;
        for (EntityType<?> type : schema.types()) {
            if (!type.isAbstract() && type != JournalEntry.TYPE) {
                stored += assertIsTheStateOf(system, type);
            }
        }
        assertThat(records).as("records that history tells of").hasSize(stored);
    }

    private <R extends CrmRecord> int assertIsTheStateOf(Session system, EntityType<R> type) {
        List<R> all = system.select(type).list();
        all.forEach(record -> assertIsTheStateOf(record, type));
        return all.size();
    }

    /** The record has exactly the values that history tells; what follows from other records it does not tell. */
    <R extends CrmRecord> void assertIsTheStateOf(R record, EntityType<R> type) {
        Map<String, String> values = records.get(new AnyRef(type.name(), record.getId()));
        if (values == null) {
            throw new AssertionError("history does not tell of " + record);
        }
        assertThat(record.getCreatedAt())
                .as(record + " was first saved")
                .isEqualTo(firstSaved.get(new AnyRef(type.name(), record.getId())));
        List<Property<? super R, ?>> folded = schema.folded(type);
        for (Property<? super R, ?> property : schema.properties(type)) {
            if (!folded.contains(property)) {
                assertSame(property, record, values.get(property.name()));
            }
        }
    }

    private static <R, V> void assertSame(Property<R, V> property, R record, @Nullable String told) {
        V stored = property.get(record);
        V expected = told == null ? null : property.fromText(told);
        boolean none = stored instanceof Collection<?> collection && collection.isEmpty();
        assertThat(none ? null : stored).as(record + " " + property).isEqualTo(expected);
    }
}
