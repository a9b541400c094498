package org.clientele.testkit.world;

import java.util.function.Function;
import org.clientele.store.Transaction;
import org.clientele.store.Transactions;

/** Work within one transaction that is open already. */
record Within(Transaction transaction) implements Transactions {

    @Override
    public <T> T inTransaction(String reason, Function<Transaction, T> work) {
        return work.apply(transaction);
    }

    @Override
    public <T> T rehearse(String reason, Function<Transaction, T> work) {
        throw new IllegalStateException("a world that is being made is not rehearsed; rehearse when it is there");
    }
}
