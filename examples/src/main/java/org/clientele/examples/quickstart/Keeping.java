package org.clientele.examples.quickstart;

import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;

/** Where the quickstart keeps its records, and what has to be closed for it. */
record Keeping(RecordStore store, String where, Runnable closing) implements AutoCloseable {

    static Keeping onHeap() {
        return new Keeping(new InMemoryStore(), "on the heap", () -> {});
    }

    @Override
    public void close() {
        closing.run();
    }

    @Override
    public String toString() {
        return where;
    }
}
