package org.clientele.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Whose transactions a store works in. */
sealed interface Transacting {

    /** Runs the work in a transaction. */
    <T> T run(Function<EntityManager, T> work);

    /** Whether the entity manager is nobody else's. */
    boolean isOwn();

    /** A new entity manager and a new transaction for each call. */
    record Managing(EntityManagerFactory factory) implements Transacting {
        @Override
        public <T> T run(Function<EntityManager, T> work) {
            try (EntityManager entityManager = factory.createEntityManager()) {
                entityManager.setFlushMode(FlushModeType.COMMIT);
                EntityTransaction transaction = entityManager.getTransaction();
                transaction.begin();
                T result;
                try {
                    result = work.apply(entityManager);
                } catch (Throwable failure) {
                    rollBack(transaction, failure);
                    throw failure;
                }
                try {
                    transaction.commit();
                } catch (PersistenceException failure) {
                    throw Failures.of(failure, "a record of this transaction");
                }
                return result;
            }
        }

        private static void rollBack(EntityTransaction transaction, Throwable failure) {
            try {
                if (transaction.isActive()) {
                    transaction.rollback();
                }
            } catch (PersistenceException second) {
                failure.addSuppressed(second);
            }
        }

        @Override
        public boolean isOwn() {
            return true;
        }
    }

    /**
     * The host's entity manager, in the transaction that the host has begun.
     *
     * @param givingUp sees to it that the transaction can only be rolled back
     */
    record Joining(Supplier<EntityManager> current, Consumer<EntityManager> givingUp) implements Transacting {

        /** Marks the transaction wherever the entity manager gives it out. */
        Joining(Supplier<EntityManager> current) {
            this(current, Joining::giveUp);
        }

        @Override
        public <T> T run(Function<EntityManager, T> work) {
            EntityManager entityManager = current.get();
            if (entityManager == null) {
                throw new IllegalStateException(
                        "there is no entity manager, and so no transaction; begin one before, or use"
                                + " JpaStore.managing(...)");
            }
            try {
                return work.apply(entityManager);
            } catch (Throwable failure) {
                giveUp(entityManager, failure);
                throw failure;
            }
        }

        private void giveUp(EntityManager entityManager, Throwable failure) {
            try {
                givingUp.accept(entityManager);
            } catch (RuntimeException second) {
                failure.addSuppressed(second);
            }
        }

        private static void giveUp(EntityManager entityManager) {
            try {
                EntityTransaction transaction = behind(entityManager).getTransaction();
                if (transaction.isActive()) {
                    transaction.setRollbackOnly();
                }
            } catch (IllegalStateException managedByContainer) {
                return; // a container gives the transaction up itself when the exception passes it
            }
        }

        /** What is shared, as by Spring, does not show its transaction; the one that it stands for at the moment does. */
        private static EntityManager behind(EntityManager shared) {
            return shared.getDelegate() instanceof EntityManager own ? own : shared;
        }

        @Override
        public boolean isOwn() {
            return false;
        }
    }
}
