package org.clientele.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.clientele.store.DuplicateRecordException;
import org.clientele.store.StaleRecordException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What databases say by state and number, and what a store makes of it. */
class FailuresTest {

    @ParameterizedTest
    @CsvSource({"40001, 1213", "40P01, 0", "55P03, 0", "HYT00, 50200", "90131, 90131", "HY000, 1020", "HY000, 1205"})
    void whoLosesAgainstSomebodyElseIsStale(String state, int number) {
        assertThat(said(state, number)).isInstanceOf(StaleRecordException.class);
    }

    @ParameterizedTest
    @CsvSource({"23505, 0", "23505, 23505", "23000, 1062"})
    void whatIsTakenIsADuplicate(String state, int number) {
        assertThat(said(state, number)).isInstanceOf(DuplicateRecordException.class);
    }

    @ParameterizedTest
    @CsvSource({"23000, 1048", "22001, 1062", "HY000, 1366", "22001, 1205"})
    void anyOtherFailureStaysAsItIs(String state, int number) {
        assertThat(said(state, number)).isInstanceOf(PersistenceException.class);
    }

    @Test
    void aFailureWithoutAStateStaysAsItIs() {
        assertThat(said(null, 0)).isInstanceOf(PersistenceException.class);
    }

    @Test
    void whatIsTakenIsTheIdentityThatTheDatabaseNamesLast() {
        UUID one = new UUID(1, 1);
        UUID other = new UUID(2, 2);
        SQLException refused =
                new SQLException("insert of " + other + ", " + one + " refused: key (" + other + ") exists");
        PersistenceException failure = new PersistenceException("not written: " + one, refused);
        assertThat(Failures.taken(failure, Set.of(one, other))).contains(other);
        assertThat(Failures.taken(failure, Set.of(new UUID(3, 3)))).isEmpty();
        assertThat(Failures.taken(new PersistenceException(new SQLException()), Set.of(one)))
                .isEmpty();
    }

    private static RuntimeException said(String state, int number) {
        return Failures.of(new PersistenceException(new SQLException("refused", state, number)), "a record");
    }
}
