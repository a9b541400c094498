package org.clientele.sales;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.clientele.criteria.Relation;
import org.clientele.door.Door;
import org.clientele.door.Outlook;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.Property;
import org.clientele.property.Traits;
import org.clientele.report.Labels;
import org.clientele.store.Write;
import org.clientele.value.Choice;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** Says of writes as they would be stored what they create and what they change, as far as the actor may see it. */
final class Prediction {

    private final Door door;
    private final Labels labels;
    private final Map<UUID, NewRecord> newRecords = new HashMap<>();
    private final List<PlannedRecord> created = new ArrayList<>();
    private final List<PlannedRecord> changed = new ArrayList<>();

    Prediction(Door door, Outlook outlook) {
        this.door = door;
        this.labels = new Labels(door, false);
        for (Write<?> write : outlook.writes()) {
            if (write instanceof Write.Insert<?>) {
                newRecords.put(
                        write.record().getId(), new NewRecord(write.type().name()));
            }
        }
        outlook.writes().forEach(this::add);
    }

    List<PlannedRecord> created() {
        return created;
    }

    List<PlannedRecord> changed() {
        return changed;
    }

    private <R extends CrmRecord> void add(Write<R> write) {
        EntityType<R> type = write.type();
        UUID id = write.record().getId();
        if (write instanceof Write.Insert<R> insert) {
            created.add(new PlannedRecord(
                    type.name(), type.nameOf(insert.after()), null, values(type, null, insert.after(), Set.of())));
        } else if (write instanceof Write.Update<R> update) {
            door.find(type, id)
                    .ifPresent(before -> changed.add(new PlannedRecord(
                            type.name(),
                            type.nameOf(before),
                            id,
                            values(type, before, update.after(), door.hidden(type, id)))));
        }
    }

    private <R extends CrmRecord> List<PlannedValue> values(
            EntityType<R> type, @Nullable R before, R after, Set<String> hidden) {
        List<PlannedValue> values = new ArrayList<>();
        for (Property<? super R, ?> property : door.schema().properties(type)) {
            if (!property.has(Traits.Calculated.class) && !hidden.contains(property.name())) {
                Object then = before == null ? null : value(property, before);
                Object now = value(property, after);
                if (!Objects.equals(then, now)) {
                    String text = text(property, now);
                    values.add(new PlannedValue(
                            property, then, now, before == null ? text : text(property, then) + " -> " + text));
                }
            }
        }
        return values;
    }

    /** The value as one that nobody can change any more; null when there is nothing. */
    private <R, V> @Nullable Object value(Property<R, V> property, R record) {
        V value = property.get(record);
        if (property.lacks(value)) {
            return null;
        } else if (value instanceof Set<?> set) {
            Set<Object> elements = new LinkedHashSet<>();
            set.forEach(element -> elements.add(known(element)));
            return Collections.unmodifiableSet(elements);
        }
        return value instanceof List<?> list ? List.copyOf(list) : known(Objects.requireNonNull(value));
    }

    private Object known(Object value) {
        NewRecord created = value instanceof Ref<?> ref ? newRecords.get(ref.id()) : null;
        return created == null ? value : created;
    }

    private <R, V> String text(Property<R, V> property, @Nullable Object value) {
        if (value == null) {
            return "nothing";
        } else if (value instanceof Collection<?> elements) {
            return elements.stream().map(element -> text(property, element)).collect(Collectors.joining(", "));
        }
        if (value instanceof Ref<?> ref && property instanceof Relation<?, ?, ?> relation) {
            return name(relation.target(), ref.id());
        } else if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
        return value instanceof Choice ? labels.of(property, value) : value.toString();
    }

    private String name(Class<?> target, UUID id) {
        return door.find(door.schema().type(target), id)
                .map(record -> door.schema().nameOf(record))
                .orElseGet(id::toString);
    }
}
