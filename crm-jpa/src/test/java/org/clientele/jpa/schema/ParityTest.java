package org.clientele.jpa.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The scripts make the same tables and indexes on each database: only two types have another name. */
class ParityTest {

    /** A text as it is compared, where a database has indexes on expressions. */
    private static final Pattern FOLDED = Pattern.compile(
            "replace\\(replace\\(replace\\(lower\\((\\w+)\\), '\u03C2', '\u03C3'\\), 'i\u0307', 'i'\\), '\u0131', 'i'\\)");

    private final Script h2 = Script.of("h2");
    private final Script postgres = Script.of("postgresql");
    private final Script mariaDb = Script.of("mariadb");

    ParityTest() throws IOException {}

    /** The tables of MariaDB by the names that types have in the standard. */
    private static Map<String, List<String>> standard(Map<String, List<String>> tables) {
        Map<String, List<String>> standard = new TreeMap<>();
        tables.forEach((table, lines) -> standard.put(
                table,
                lines.stream()
                        .map(line -> line.replace(" datetime(6)", " timestamp(6) with time zone")
                                .replace(" longtext", " varchar"))
                        .toList()));
        return standard;
    }

    @Test
    void columnsAndKeysAreTheSame() {
        assertThat(h2.tables()).hasSizeGreaterThan(50).isEqualTo(postgres.tables());
        assertThat(standard(mariaDb.tables())).isEqualTo(h2.tables()).isNotEqualTo(mariaDb.tables());
    }

    @Test
    void indexesAreTheSame() {
        assertThat(h2.indexes()).hasSizeGreaterThan(100);
        assertThat(postgres.indexes().keySet()).isEqualTo(h2.indexes().keySet());
        postgres.indexes()
                .forEach((name, index) -> assertThat(FOLDED.matcher(index).replaceAll("$1"))
                        .isEqualTo(h2.indexes().get(name)));
        assertThat(mariaDb.indexes().keySet()).isEqualTo(h2.indexes().keySet());
        mariaDb.indexes()
                .forEach((name, index) ->
                        assertThat(index).isEqualTo(h2.indexes().get(name).replace(" nulls last", "")));
    }

    @Test
    void partialIndexesOfPostgresLeaveOutWhatIsNullAndNothingElse() {
        postgres.conditions().forEach((name, condition) -> {
            String columns = postgres.indexes().get(name);
            String first = columns.substring(columns.indexOf('(') + 1).split("[,) ]", 2)[0];
            assertThat(condition).as(name).isEqualTo(first + " is not null");
        });
        assertThat(h2.conditions()).isEmpty();
        assertThat(mariaDb.conditions()).isEmpty();
    }

    @Test
    void onMariaDbEachTableOrdersTextsByCodePoints() {
        assertThat(mariaDb.ends().values()).containsOnly(" character set utf8mb4 collate utf8mb4_nopad_bin");
        assertThat(h2.ends().values()).containsOnly("");
        assertThat(postgres.ends().values()).containsOnly("");
    }
}
