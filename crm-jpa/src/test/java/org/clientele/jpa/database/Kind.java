package org.clientele.jpa.database;

import java.util.Locale;
import java.util.UUID;

/** The databases that the library has tables for. */
enum Kind {
    H2,
    POSTGRESQL,
    MARIADB;

    /** The one that this run is about: the system property {@code crm.database}, else H2. */
    static Kind ofThisRun() {
        return valueOf(System.getProperty("crm.database", "h2").toUpperCase(Locale.ROOT));
    }

    /** The URL of a database that nobody else uses and that has no tables. */
    String newDatabase() {
        return switch (this) {
            case H2 ->
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"
                        + Provider.ofThisRun().forH2();
            case POSTGRESQL -> Postgres.newDatabase();
            case MARIADB -> MariaDb.newDatabase();
        };
    }

    /** The script that makes the tables of the library. */
    String tables() {
        return "/db/crm/" + name().toLowerCase(Locale.ROOT) + "/V0_1__clientele.sql";
    }

    /** A script in standard SQL as this database takes it. */
    String translate(String sql) {
        return this == MARIADB
                ? sql.replace("timestamp(6) with time zone", "datetime(6)")
                        .replaceAll("varchar(?! *\\()", "longtext")
                        .replaceAll("(?m)^\\);", ") character set utf8mb4 collate utf8mb4_nopad_bin;")
                : sql;
    }
}
