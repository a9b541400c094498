package org.clientele.jpa;

import jakarta.persistence.EntityExistsException;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.util.Set;
import org.clientele.store.DuplicateRecordException;
import org.clientele.store.StaleRecordException;

/** Says in the sentences of a store what persistence refused; what is a failure of the database itself stays as it is. */
final class Failures {

    private static final String UNIQUE_VIOLATION = "23505";

    /** Serialization failure, deadlock, lock not available (PostgreSQL, H2), lock timeout, row changed meanwhile (H2). */
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "55P03", "HYT00", "90131");

    /** Serialization failure and deadlock: the database has chosen which of two has to go, and lets the other end. */
    private static final Set<String> GIVEN_UP = Set.of("40001", "40P01");

    private Failures() {}

    /** Whether the database gave a transaction up in favour of another, so that it can be done again. */
    static boolean isGivenUp(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (hasState(cause, GIVEN_UP)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The exception to throw for a failure.
     *
     * @param written the records that were being written, as a person knows them
     */
    static RuntimeException of(RuntimeException failure, String written) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException
                    || cause instanceof PessimisticLockException
                    || cause instanceof LockTimeoutException
                    || hasState(cause, CONFLICTS)) {
                return new StaleRecordException(written, failure);
            } else if (cause instanceof EntityExistsException || hasState(cause, Set.of(UNIQUE_VIOLATION))) {
                return new DuplicateRecordException(
                        written
                                + ": an identity or a unique value was taken by somebody else at the same time; read again"
                                + " and choose another value",
                        failure);
            }
        }
        return failure;
    }

    private static boolean hasState(Throwable cause, Set<String> states) {
        return cause instanceof SQLException sql && sql.getSQLState() != null && states.contains(sql.getSQLState());
    }
}
