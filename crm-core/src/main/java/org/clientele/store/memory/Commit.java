package org.clientele.store.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.store.Adjustment;
import org.clientele.store.StaleRecordException;

/** The end of a transaction that wrote: all of its writes and adjustments, or none. Run it under the store's write lock. */
final class Commit {

    private final Schema schema;
    private final FoldedValues folded;
    private final Function<EntityType<?>, Table> tables;
    private final Map<UUID, Pending> pending;
    private final Map<UUID, List<Adjustment<?>>> adjusted;
    private final Held held;

    Commit(
            Schema schema,
            Function<EntityType<?>, Table> tables,
            Map<UUID, Pending> pending,
            Map<UUID, List<Adjustment<?>>> adjusted,
            Held held) {
        this.schema = schema;
        this.folded = new FoldedValues(schema);
        this.tables = tables;
        this.pending = pending;
        this.adjusted = adjusted;
        this.held = held;
    }

    /** Refuses before it changes anything. */
    void run() {
        pending.forEach(this::checkVersion);
        held.check(pending, tables);
        new UniqueKeys(schema, tables).check(pending.keySet(), after());
        pending.forEach(this::apply);
        adjusted.forEach(this::adjust);
        held.tell();
    }

    private void checkVersion(UUID id, Pending write) {
        CrmRecord committed = tables.apply(write.type()).get(id);
        Long stored = committed == null ? null : committed.getVersion();
        if (!Objects.equals(stored, write.base())) {
            throw new StaleRecordException(write.name(), write.base(), stored);
        }
    }

    private List<CrmRecord> after() {
        List<CrmRecord> after = new ArrayList<>();
        for (Pending write : pending.values()) {
            CrmRecord record = write.after();
            if (record != null) {
                after.add(record);
            }
        }
        return after;
    }

    private void apply(UUID id, Pending write) {
        Table table = tables.apply(write.type());
        CrmRecord after = write.after();
        if (after == null) {
            table.remove(id);
            return;
        }
        table.put(write.base() == null ? after : folded.kept(Objects.requireNonNull(table.get(id)), after));
    }

    /** A new record has its adjustments already; any other is adjusted as it is now. */
    private void adjust(UUID id, List<Adjustment<?>> adjustments) {
        Pending write = pending.get(id);
        if (write != null && write.base() == null) {
            return;
        }
        Table table = tables.apply(adjustments.get(0).type());
        for (Adjustment<?> adjustment : adjustments) {
            CrmRecord record = table.get(id);
            if (record != null) {
                table.put(folded.adjusted(adjustment, record));
            }
        }
    }
}
