package org.clientele.duplicates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Query;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.store.Records;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** Reads of each record only what rules compare, and the few that were found as a whole. */
final class Reading<R extends CrmRecord> {

    private static final int AT_A_TIME = 500;

    private final Records records;
    private final DuplicateRules<R> rules;
    private final boolean isMixed;
    private final Map<Class<?>, Integer> kinds = new HashMap<>();

    Reading(Records records, DuplicateRules<R> rules) {
        this.records = records;
        this.rules = rules;
        this.isMixed = records.schema().typesBelow(rules.type().recordClass()).count() > 1;
    }

    /** What rules compare of one record. */
    record Row(UUID id, int kind, List<@Nullable Object> values) {}

    /** Reads all that a query asks for. */
    void rows(Query<R> query, Consumer<Row> each) {
        List<Attribute<? super R, ?>> attributes = new ArrayList<>(rules.properties());
        attributes.add(CrmRecord.ID);
        if (isMixed) {
            attributes.add(CrmRecord.KIND);
        }
        int width = rules.properties().size();
        try (Stream<List<@Nullable Object>> rows = records.values(rules.type(), query, attributes)) {
            rows.forEach(row -> {
                UUID id = (UUID) row.get(width);
                if (id != null) {
                    each.accept(new Row(id, isMixed ? kind(row.get(width + 1)) : 0, row.subList(0, width)));
                }
            });
        }
    }

    /** The number of a very type: records of two types are never the same. */
    int kind(R record) {
        return isMixed ? kind((Object) record.getClass()) : 0;
    }

    private int kind(@Nullable Object recordClass) {
        return recordClass instanceof Class<?> known ? kinds.computeIfAbsent(known, any -> kinds.size()) : -1;
    }

    /** The records with these identities that are still there, some at a time. */
    Map<UUID, R> found(List<UUID> ids) {
        Map<UUID, R> found = new HashMap<>();
        for (int from = 0; from < ids.size(); from += AT_A_TIME) {
            records.findAll(rules.type(), ids.subList(from, Math.min(from + AT_A_TIME, ids.size())))
                    .forEach(record -> found.put(record.getId(), record));
        }
        return found;
    }

    Candidate<R> candidate(R record) {
        EntityType<R> type = records.schema().typeOf(record);
        int filled = (int) records.schema().properties(type).stream()
                .filter(property -> Filled.isFilled(property, record))
                .count();
        return new Candidate<>(type, new Ref<>(record.getId()), type.nameOf(record), filled, record.getCreatedAt());
    }
}
