package org.clientele.testkit.store;

import org.clientele.store.RecordStore;
import org.junit.jupiter.api.Nested;

/**
 * Everything that a {@link RecordStore} promises, as tests. A store's author extends it and runs it with JUnit and jqwik;
 * the store must know the standard entities and the types in {@code org.clientele.testkit.host}.
 *
 * <pre>{@code
 * class InMemoryStoreTest extends RecordStoreContract {
 *     protected RecordStore newStore() {
 *         return new InMemoryStore();
 *     }
 * }
 * }</pre>
 *
 * <p>All records that the tests write are such as the CRM would write: with an owner, times and what else is required,
 * pointing to records that are there.
 */
public abstract class RecordStoreContract extends StoreLaws {

    /** An empty store each time that it is called; the former one is used no more. */
    @Override
    protected abstract RecordStore newStore();

    @Nested
    class Writes extends StoreWrites {
        @Override
        protected RecordStore newStore() {
            return RecordStoreContract.this.newStore();
        }
    }

    @Nested
    class Transactions extends StoreTransactions {
        @Override
        protected RecordStore newStore() {
            return RecordStoreContract.this.newStore();
        }
    }

    @Nested
    class Concurrency extends StoreConcurrency {
        @Override
        protected RecordStore newStore() {
            return RecordStoreContract.this.newStore();
        }
    }

    @Nested
    class Holds extends StoreHolds {
        @Override
        protected RecordStore newStore() {
            return RecordStoreContract.this.newStore();
        }
    }

    @Nested
    class Values extends StoreCustomValues {
        @Override
        protected RecordStore newStore() {
            return RecordStoreContract.this.newStore();
        }
    }

    @Nested
    class Conditions extends StorePaths {
        @Override
        protected RecordStore newStore() {
            return RecordStoreContract.this.newStore();
        }
    }

    @Nested
    class Order extends StoreOrder {
        @Override
        protected RecordStore newStore() {
            return RecordStoreContract.this.newStore();
        }
    }

    @Nested
    class Aggregations extends StoreAggregation {
        @Override
        protected RecordStore newStore() {
            return RecordStoreContract.this.newStore();
        }
    }
}
