package org.clientele;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.store.RecordNotFoundException;
import org.clientele.store.Transaction;
import org.clientele.store.Write;

/** Saves records, new ones and changed ones, within a transaction. */
final class Saving {

    private final Transaction transaction;

    Saving(Transaction transaction) {
        this.transaction = transaction;
    }

    @SuppressWarnings("unchecked") // writes answer with records of the types that they were given
    <R extends CrmRecord> List<R> save(Collection<? extends R> records) {
        Map<UUID, CrmRecord> stored = stored(records);
        List<Write<?>> writes = new ArrayList<>(records.size());
        records.forEach(record -> writes.add(write(transaction.schema().typeOf(record), record, stored)));
        return (List<R>) (List<?>) transaction.write(writes);
    }

    /** Those of the records that were saved before, as far as the actor may see them, by one question for each type. */
    private Map<UUID, CrmRecord> stored(Collection<? extends CrmRecord> records) {
        Map<EntityType<?>, List<UUID>> ids = new LinkedHashMap<>();
        for (CrmRecord record : records) {
            if (!record.isNew()) {
                ids.computeIfAbsent(transaction.schema().typeOf(record), type -> new ArrayList<>())
                        .add(record.getId());
            }
        }
        Map<UUID, CrmRecord> stored = new HashMap<>();
        ids.forEach(
                (type, some) -> transaction.findAll(type, some).forEach(record -> stored.put(record.getId(), record)));
        return stored;
    }

    private static <R extends CrmRecord> Write<R> write(EntityType<R> type, R record, Map<UUID, CrmRecord> stored) {
        if (record.isNew()) {
            return new Write.Insert<>(type, record);
        }
        CrmRecord before = stored.get(record.getId());
        if (before == null) {
            throw new RecordNotFoundException(type, record.getId());
        }
        return new Write.Update<>(type, type.recordClass().cast(before), record);
    }
}
