package org.clientele.door;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Lookup;
import org.clientele.criteria.Query;
import org.clientele.criteria.Rewriting;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.store.Records;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out of records that were read those that the actor may not view. Where that depends on other records, the store
 * is asked about many at once: to look at the others one by one would take a question for each.
 */
final class Sight {

    private static final int AT_ONCE = 512;

    private final Guard guard;
    private final Records stored;

    Sight(Guard guard, Records stored) {
        this.guard = guard;
        this.stored = stored;
    }

    /** Those of these records that the actor may view, in their order. */
    <R extends CrmRecord> List<R> of(EntityType<R> type, List<R> records) {
        Criterion<R> view = guard.view(type);
        if (!Surroundings.matterTo(view)) {
            return records.stream()
                    .filter(record -> view.test(record, Lookup.NOTHING))
                    .toList();
        }
        Set<UUID> shown = new HashSet<>();
        for (int from = 0; from < records.size(); from += AT_ONCE) {
            List<R> some = records.subList(from, Math.min(from + AT_ONCE, records.size()));
            try (Stream<List<@Nullable Object>> ids = shown(type, view, some)) {
                ids.forEach(id -> shown.add((UUID) id.get(0)));
            }
        }
        return records.stream().filter(record -> shown.contains(record.getId())).toList();
    }

    private <R extends CrmRecord> Stream<List<@Nullable Object>> shown(
            EntityType<R> type, Criterion<R> view, List<R> records) {
        Set<UUID> ids = records.stream().map(CrmRecord::getId).collect(Collectors.toSet());
        Criterion<CrmRecord> among = new Criterion.OneOf<>(CrmRecord.ID, ids);
        return stored.values(type, Query.<R>of(among).and(view), List.of(CrmRecord.ID));
    }

    /** Whether a condition on a record looks at others. */
    private static final class Surroundings extends Rewriting {

        private boolean matter;

        static boolean matterTo(Criterion<?> where) {
            Surroundings surroundings = new Surroundings();
            surroundings.over(where);
            return surroundings.matter;
        }

        @Override
        protected <R> Criterion<R> rewritten(Criterion<R> part) {
            matter |= part instanceof Criterion.Related<?, ?> || part instanceof Criterion.Referred<?, ?>;
            return part;
        }
    }
}
