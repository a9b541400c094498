package org.clientele.exchange.work;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.store.Records;
import org.clientele.store.Write;
import org.clientele.value.Ref;

/** Which records an import may change; for those that are foreseen it asks once. */
final class Changeable<R extends CrmRecord> {

    private final EntityType<R> type;
    private final Optional<Criterion<R>> condition;
    private final Map<UUID, Boolean> known = new HashMap<>();

    /** The records of a type that meet the condition; all without one. */
    Changeable(EntityType<R> type, Optional<Criterion<R>> condition) {
        this.type = type;
        this.condition = condition;
    }

    /** Forgets what was, and asks for the records that the next rows may be about. */
    void foresee(Collection<R> records, Records stored) {
        known.clear();
        if (condition.isPresent() && !records.isEmpty()) {
            List<Ref<CrmRecord>> refs = records.stream()
                    .map(record -> new Ref<CrmRecord>(record.getId()))
                    .toList();
            refs.forEach(ref -> known.put(ref.id(), false));
            Criterion<R> changeable = condition.get().and(CrmRecord.isAnyOf(refs));
            stored.values(type, Query.of(changeable), List.of(CrmRecord.ID))
                    .forEach(row -> known.put((UUID) Objects.requireNonNull(row.get(0)), true));
        }
    }

    /** Refuses the row when it would change a record that is not to be changed. */
    void require(Write.Update<R> update, Records stored) {
        if (condition.isPresent() && changesAnything(update, stored) && !isChangeable(update.before(), stored)) {
            throw new RefusedRowException(stored.schema().nameOf(update.before())
                    + " is none of the records that this import changes; leave the row out, or let it change more");
        }
    }

    private boolean changesAnything(Write.Update<R> update, Records stored) {
        return stored.schema().properties(update.type()).stream().anyMatch(update::changes);
    }

    private boolean isChangeable(R record, Records stored) {
        return known.computeIfAbsent(record.getId(), id -> isAmong(id, stored));
    }

    private boolean isAmong(UUID id, Records stored) {
        return stored.count(type, condition.orElseThrow().and(CrmRecord.isAnyOf(List.of(new Ref<CrmRecord>(id))))) > 0;
    }
}
