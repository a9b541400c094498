package org.clientele.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Lookup;
import org.clientele.criteria.Relation;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.store.Accumulation;
import org.clientele.store.Aggregation;
import org.clientele.store.Group;
import org.clientele.store.Records;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * Makes of groups by references groups by what these lead to: one statement for each reference on the way, and what meets at its
 * end is put together. Where the way is broken, or the viewer may not see what is on it, there is no value.
 */
final class Following<R extends CrmRecord> {

    private final Definition<R> definition;
    private final Records records;

    Following(Definition<R> definition, Records records) {
        this.definition = definition;
        this.records = records;
    }

    /** The groups by the keys of the definition; of a definition without ways, the very same. */
    List<Group> over(List<Group> counted) {
        List<Key<R>> keys = definition.groupBy();
        if (keys.stream().allMatch(key -> key.way().isEmpty())) {
            return counted;
        }
        List<Attribute<? super R, ?>> asked = definition.counted();
        List<Map<Object, @Nullable Object>> ends = new ArrayList<>();
        for (Key<R> key : keys) {
            ends.add(key.way().isEmpty() ? Map.of() : ends(key, values(counted, asked.indexOf(key.counted()))));
        }
        Accumulation<R> together = Accumulation.of(byEnds(), Lookup.NOTHING);
        for (Group group : counted) {
            List<@Nullable Object> key = new ArrayList<>();
            for (int i = 0; i < keys.size(); i++) {
                Object value = group.key().get(asked.indexOf(keys.get(i).counted()));
                key.add(keys.get(i).way().isEmpty() ? value : end(ends.get(i), value));
            }
            together.add(new Group(key, group.values()));
        }
        return together.groups();
    }

    @SuppressWarnings("unchecked") // nothing is read off records by it
    private Aggregation<R> byEnds() {
        List<Attribute<? super R, ?>> ends = new ArrayList<>();
        definition.groupBy().forEach(key -> ends.add((Attribute<? super R, ?>) key.attribute()));
        return new Aggregation<>(
                Criterion.always(), ends, definition.aggregation().measures());
    }

    private static @Nullable Object end(Map<Object, @Nullable Object> ends, @Nullable Object start) {
        return start == null ? null : ends.get(start);
    }

    private static Set<Object> values(List<Group> groups, int place) {
        Set<Object> values = new LinkedHashSet<>();
        for (Group group : groups) {
            Object value = group.key().get(place);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    /** What each of these references leads to at last. */
    private Map<Object, @Nullable Object> ends(Key<R> key, Set<Object> starts) {
        Map<Object, @Nullable Object> ends = new HashMap<>();
        starts.forEach(start -> ends.put(start, start));
        List<Attribute<?, ?>> further = key.further();
        for (int i = 0; i < further.size(); i++) {
            Set<UUID> ids = new LinkedHashSet<>();
            ends.values().stream().filter(Objects::nonNull).forEach(ref -> ids.add(((Ref<?>) ref).id()));
            Map<UUID, @Nullable Object> next = read(key.way().get(i), further.get(i), ids);
            ends.replaceAll((start, at) -> at == null ? null : next.get(((Ref<?>) at).id()));
        }
        return ends;
    }

    @SuppressWarnings("unchecked") // what is read next is an attribute of what the reference leads to
    private <T extends CrmRecord> Map<UUID, @Nullable Object> read(
            Relation<?, ?, ?> relation, Attribute<?, ?> attribute, Set<UUID> ids) {
        Map<UUID, @Nullable Object> read = new HashMap<>();
        if (!ids.isEmpty()) {
            EntityType<T> type = (EntityType<T>) records.schema().type(relation.target());
            records.values(type, Labels.<T>pointedTo(ids), List.of(CrmRecord.ID, (Attribute<? super T, ?>) attribute))
                    .forEach(row -> read.put((UUID) Objects.requireNonNull(row.get(0)), row.get(1)));
        }
        return read;
    }
}
