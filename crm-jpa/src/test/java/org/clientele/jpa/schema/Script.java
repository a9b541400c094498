package org.clientele.jpa.schema;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a script of tables makes.
 *
 * @param tables of each table the columns and keys, one a line
 * @param indexes of each index the table and the columns
 * @param conditions of each partial index the condition
 * @param ends of the tables, what the database is told besides
 */
record Script(
        Map<String, List<String>> tables,
        Map<String, String> indexes,
        Map<String, String> conditions,
        Map<String, String> ends) {

    private static final Pattern TABLE = Pattern.compile("create table (\\w+) \\(\n(.*)\n\\)(.*)", Pattern.DOTALL);
    private static final Pattern INDEX = Pattern.compile("create index (\\w+) on (\\w+ \\(.*?\\))(?: where (.*))?");
    private static final Pattern COMMENT = Pattern.compile("(?m)^--.*\n| /\\*.*?\\*/");

    /** The script of one database, as it is shipped. */
    static Script of(String database) throws IOException {
        String resource = "/db/crm/" + database + "/V0_1__clientele.sql";
        try (InputStream text = Objects.requireNonNull(Script.class.getResourceAsStream(resource), resource)) {
            return parsed(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Script parsed(String text) {
        Script script = new Script(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        Stream.of(COMMENT.matcher(text).replaceAll("").split(";\\s*\n"))
                .map(String::strip)
                .filter(sql -> !sql.isEmpty())
                .forEach(script::add);
        return script;
    }

    private void add(String sql) {
        Matcher table = TABLE.matcher(sql);
        Matcher index = INDEX.matcher(sql);
        if (table.matches()) {
            tables.put(table.group(1), table.group(2).lines().map(String::strip).toList());
            ends.put(table.group(1), table.group(3));
        } else if (index.matches()) {
            indexes.put(index.group(1), index.group(2));
            if (index.group(3) != null) {
                conditions.put(index.group(1), index.group(3));
            }
        } else {
            throw new IllegalArgumentException("neither a table nor an index: " + sql);
        }
    }
}
