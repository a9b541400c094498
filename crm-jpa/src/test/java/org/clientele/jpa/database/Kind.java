package org.clientele.jpa.database;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** The databases that the library has tables for. */
enum Kind {
    H2,
    POSTGRESQL,
    MARIADB;

    /** Ranges up to U+1FFF with letters that have, or are, capitals since Unicode 3.1. */
    private static final Pattern YOUNG =
            Pattern.compile("[\\u0220\\u023A-\\u024F\\u0370-\\u037F\\u03CF\\u03D8\\u03F4-\\u03FF\\u048A\\u04C0-\\u04CE"
                    + "\\u04F6-\\u0530\\u10A0-\\u10CD\\u13A0-\\u13F5\\u1C90-\\u1CBF\\u1E9E\\u1EFA-\\u1EFF]");

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

    /** How Hibernate looks at the tables: it takes MariaDB's times for a wrong type, as it expects a type that ends in 2038. */
    String check() {
        return this == MARIADB ? "none" : "validate";
    }

    /** A text that is bound, as a column holds it. */
    String text() {
        return this == MARIADB ? "(? collate utf8mb4_nopad_bin)" : "cast(? as varchar)";
    }

    /** Whether the database knows the lower case of a letter: MariaDB's binary collations know none since Unicode 3.1. */
    boolean lowers(String letter) {
        return this != MARIADB || !YOUNG.matcher(letter).matches();
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
