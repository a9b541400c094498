package org.clientele.testkit.journal;

import java.util.Random;
import java.util.function.Function;
import org.clientele.model.Schema;
import org.clientele.store.RecordStore;
import org.clientele.store.Records;

/** A store that at times fails before it keeps a transaction, and at times when it has kept it. For one thread. */
final class BreakingStore implements RecordStore {

    private final RecordStore store;
    private final Random random;
    private boolean breaks;

    BreakingStore(RecordStore store, Random random) {
        this.store = store;
        this.random = random;
    }

    /** The connection is lost. */
    static final class Broken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Broken() {
            super("the connection broke", null, false, false);
        }
    }

    void breaks(boolean newBreaks) {
        breaks = newBreaks;
    }

    @Override
    public void open(Schema schema) {
        store.open(schema);
    }

    @Override
    public <T> T inTransaction(Function<Records, T> work) {
        int end = breaks ? random.nextInt(12) : 2;
        T result = store.inTransaction(records -> {
            T done = work.apply(records);
            if (end == 0) {
                throw new Broken();
            }
            return done;
        });
        if (end == 1) {
            throw new Broken();
        }
        return result;
    }
}
