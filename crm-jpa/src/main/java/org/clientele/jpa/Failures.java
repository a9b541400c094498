package org.clientele.jpa;

import jakarta.persistence.EntityExistsException;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clientele.store.DuplicateRecordException;
import org.clientele.store.StaleRecordException;

/** Says in the sentences of a store what persistence refused; what is a failure of the database itself stays as it is. */
final class Failures {

    private static final String UNIQUE_VIOLATION = "23505";

    /** Of any constraint, so that MariaDB's own number tells which. */
    private static final String VIOLATION = "23000";

    private static final int MARIADB_DUPLICATE = 1062;

    /** Serialization failure, deadlock, lock not available (PostgreSQL, H2), lock timeout, row changed meanwhile (H2). */
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "55P03", "HYT00", "90131");

    /** The state of what MariaDB has no standard state for: its own number tells. */
    private static final String GENERAL = "HY000";

    /** Record changed since it was read, lock wait timeout (MariaDB). */
    private static final Set<Integer> MARIADB_CONFLICTS = Set.of(1020, 1205);

    /** Serialization failure and deadlock: the database has chosen which of two has to go, and lets the other end. */
    private static final Set<String> GIVEN_UP = Set.of("40001", "40P01");

    private Failures() {}

    /** Whether the database gave a transaction up in favour of another, so that it can be done again. */
    static boolean isGivenUp(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && GIVEN_UP.contains(state(sql))) {
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
                    || (cause instanceof SQLException sql && isConflict(sql))) {
                return new StaleRecordException(written, failure);
            } else if (cause instanceof EntityExistsException
                    || (cause instanceof SQLException sql && isDuplicate(sql))) {
                return new DuplicateRecordException(
                        written
                                + ": an identity or a unique value was taken by somebody else at the same time; read again"
                                + " and choose another value",
                        failure);
            }
        }
        return failure;
    }

    /** Which of these identities the database itself says is taken; empty when it names none. */
    static Optional<UUID> taken(Throwable failure, Collection<UUID> ids) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String told = String.valueOf(deepest.getMessage()).toLowerCase(Locale.ROOT);
        // a driver may show the whole statement before it says what is wrong with it
        return ids.stream()
                .filter(id -> told.contains(id.toString()))
                .max(Comparator.comparing(id -> told.lastIndexOf(id.toString())));
    }

    private static boolean isConflict(SQLException failure) {
        String state = state(failure);
        return CONFLICTS.contains(state)
                || (state.equals(GENERAL) && MARIADB_CONFLICTS.contains(failure.getErrorCode()));
    }

    private static boolean isDuplicate(SQLException failure) {
        String state = state(failure);
        return state.equals(UNIQUE_VIOLATION)
                || (state.equals(VIOLATION) && failure.getErrorCode() == MARIADB_DUPLICATE);
    }

    private static String state(SQLException failure) {
        return String.valueOf(failure.getSQLState());
    }
}
