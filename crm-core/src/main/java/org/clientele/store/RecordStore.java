package org.clientele.store;

import java.util.function.Function;
import org.clientele.model.Schema;

/**
 * Keeps the records of a CRM. The CRM calls {@link #open} once, before anything else, and then {@link #inTransaction} from
 * any number of threads at a time.
 *
 * <p>A store passes {@code RecordStoreContract} of the testkit: it hands out copies and keeps copies; a transaction is
 * seen by others as a whole when it ends well, and not at all otherwise; of two transactions that change the same record,
 * the one that ends later is refused with a {@link StaleRecordException}.
 */
public interface RecordStore {

    /** Tells the store the types that it will keep; custom properties appear in the schema later. */
    void open(Schema schema);

    /**
     * Runs the work in one transaction: kept when it returns, undone when it throws. What the work throws is thrown on.
     * The Records and streams that the work was given belong to the calling thread and end with the transaction.
     */
    <T> T inTransaction(Function<Records, T> work);

    /**
     * Whether a transaction is over when {@link #inTransaction} returns. Where it goes on, as one of the host's, nobody here sees
     * it committed, and the host delivers what listeners are to hear.
     */
    default boolean ownsTransactions() {
        return true;
    }

    /**
     * Runs work that has no effect but on these records. It is done again, in a new transaction, where the store can tell that
     * it was given up only because it stood in the way of another, as in a deadlock; else this is {@link #inTransaction}.
     */
    default <T> T repeating(Function<Records, T> work) {
        return inTransaction(work);
    }
}
