package org.clientele.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a database is told that what has no value comes last. */
enum Nulls {
    /** By the words of the standard, which an index can serve. */
    STANDARD {
        @Override
        String last(String expression, boolean ascending) {
            return expression + (ascending ? " asc nulls last" : " desc nulls last");
        }
    },
    /** MariaDB does not know these words, and not every provider says it in others: null is the least there. */
    LEAST {
        @Override
        String last(String expression, boolean ascending) {
            return ascending
                    ? "case when " + expression + " is null then 1 else 0 end, " + expression
                    : expression + " desc";
        }
    };

    /** What the database of this entity manager understands. */
    static Nulls of(EntityManager entityManager) {
        Nulls asked = entityManager.<Connection, @Nullable Nulls>callWithConnection(
                connection -> connection == null ? null : of(connection));
        return asked == null ? ofEarly(entityManager) : asked;
    }

    /** EclipseLink has no connection to show before it writes, unless it is asked for one outright. */
    private static Nulls ofEarly(EntityManager entityManager) {
        try {
            return of(entityManager.unwrap(Connection.class));
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    private static Nulls of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        return product.contains("mariadb") || product.contains("mysql") ? LEAST : STANDARD;
    }

    /** The step of an order by an expression, with what has no value last in either direction. */
    abstract String last(String expression, boolean ascending);
}
