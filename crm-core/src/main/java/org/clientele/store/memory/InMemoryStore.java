package org.clientele.store.memory;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.store.RecordStore;
import org.clientele.store.Records;
import org.jspecify.annotations.Nullable;

/**
 * Keeps records on the heap. Thread-safe: each read sees a committed state as a whole, a transaction sees its own writes,
 * and its writes appear to others at once when it ends. Nothing survives the process.
 */
public final class InMemoryStore implements RecordStore {

    private final Map<EntityType<?>, Table> tables = new ConcurrentHashMap<>();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final ReentrantLock adjusting = new ReentrantLock();
    private final Holds holds = new Holds();
    private @Nullable Schema schema;

    @Override
    public void open(Schema newSchema) {
        if (schema != null) {
            throw new IllegalStateException("this store belongs to a CRM already; make a new one for each CRM");
        }
        schema = newSchema;
    }

    @Override
    public <T> T inTransaction(Function<Records, T> work) {
        if (schema == null) {
            throw new IllegalStateException("this store is not open; open a CRM on it: Crm.open(store)");
        }
        MemoryTransaction transaction = new MemoryTransaction(schema, this::table, lock, adjusting, holds);
        try {
            T result = work.apply(transaction);
            transaction.commit();
            return result;
        } finally {
            transaction.end();
        }
    }

    private Table table(EntityType<?> type) {
        return tables.computeIfAbsent(type.root(), root -> new Table());
    }
}
