package org.clientele.jpa;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.util.Locale;

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
        return entityManager.<Connection, Nulls>callWithConnection(connection -> {
            String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
            return product.contains("mariadb") || product.contains("mysql") ? LEAST : STANDARD;
        });
    }

    /** The step of an order by an expression, with what has no value last in either direction. */
    abstract String last(String expression, boolean ascending);
}
