package org.clientele.store;

import java.util.function.Function;

/** Runs an engine's work in transactions of one actor. */
public interface Transactions {

    /**
     * Runs the work in one transaction, kept when it returns and undone when it throws.
     *
     * @param reason why, for the history: "merge of Acuserv"
     */
    <T> T inTransaction(String reason, Function<Transaction, T> work);

    /**
     * Runs the work in the same way, then undoes all its writes whatever happens: what it returns is what would be.
     *
     * @throws IllegalStateException where the transaction is not the store's to undo, as that of a host
     */
    <T> T rehearse(String reason, Function<Transaction, T> work);
}
