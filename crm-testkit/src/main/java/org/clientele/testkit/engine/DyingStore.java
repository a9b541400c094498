package org.clientele.testkit.engine;

import java.util.List;
import java.util.function.Function;
import org.clientele.exchange.job.ImportStep;
import org.clientele.model.CrmRecord;
import org.clientele.model.Schema;
import org.clientele.store.ForwardingRecords;
import org.clientele.store.RecordStore;
import org.clientele.store.Records;
import org.clientele.store.Write;

/** A store whose process dies in one of its transactions, in one way or another. For one thread. */
final class DyingStore implements RecordStore {

    private final RecordStore store;
    private Way way = Way.BEFORE_IT_IS_KEPT;
    private int left = Integer.MAX_VALUE;

    DyingStore(RecordStore store) {
        this.store = store;
    }

    /** How a transaction ends that does not end well. */
    enum Way {
        /** The process is gone before it is kept. */
        BEFORE_IT_IS_KEPT,
        /** The process is gone once it is kept; not when that is the end of an import, for which that would be too late. */
        ONCE_IT_IS_KEPT,
        /** It is kept, and the store says that it is lost, as when the connection breaks; only when an import goes on by it. */
        KEPT_AND_SAID_TO_BE_LOST
    }

    /** The process is gone. */
    static final class Death extends Error {

        private static final long serialVersionUID = 1L;

        Death() {
            super("the process died", null, false, false);
        }
    }

    /** From now on so many transactions are done, and the one after them ends in this way; those after that end well. */
    void dieAfter(int transactions, Way newWay) {
        left = transactions;
        way = newWay;
    }

    void live() {
        left = Integer.MAX_VALUE;
    }

    @Override
    public void open(Schema schema) {
        store.open(schema);
    }

    @Override
    public <T> T inTransaction(Function<Records, T> work) {
        Watched[] watched = new Watched[1];
        boolean dies = left-- == 0;
        T result = store.inTransaction(records -> {
            watched[0] = new Watched(records);
            T done = work.apply(watched[0]);
            if (dies && way == Way.BEFORE_IT_IS_KEPT) {
                throw new Death();
            }
            return done;
        });
        if (dies && way == Way.ONCE_IT_IS_KEPT && !watched[0].ends) {
            throw new Death();
        } else if (dies && way == Way.KEPT_AND_SAID_TO_BE_LOST && watched[0].goesOn) {
            throw new IllegalStateException("the connection is broken");
        }
        return result;
    }

    /** Sees what a transaction does to the steps of imports. */
    private static final class Watched extends ForwardingRecords {

        private boolean ends;
        private boolean goesOn;

        Watched(Records records) {
            super(records);
        }

        @Override
        public List<CrmRecord> write(List<? extends Write<?>> writes) {
            for (Write<?> write : writes) {
                ends |= write.type() == ImportStep.TYPE && write instanceof Write.Delete<?>;
                goesOn |= write.type() == ImportStep.TYPE && write instanceof Write.Insert<?>;
            }
            return super.write(writes);
        }
    }
}
