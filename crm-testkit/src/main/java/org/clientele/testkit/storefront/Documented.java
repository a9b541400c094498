package org.clientele.testkit.storefront;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The moves of statuses that the documentation has. */
final class Documented {

    private static final List<Move> MOVES = read();

    /** One way from a status to another; the verb is empty where none leads that way alone. */
    record Move(String record, String from, String verb, String to) {}

    private Documented() {}

    private static List<Move> read() {
        try (InputStream file = Objects.requireNonNull(Documented.class.getResourceAsStream("moves.csv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(","))
                    .map(cells -> new Move(cells[0], cells[1], cells[2], cells[3]))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** How many moves a kind of record has. */
    static long count(String record) {
        return MOVES.stream().filter(move -> move.record.equals(record)).count();
    }

    /** Where a verb leads from a status; nowhere when it does not fit. */
    static Set<String> after(String record, @Nullable String from, String verb) {
        return MOVES.stream()
                .filter(move -> move.record.equals(record) && move.from.equals(from) && move.verb.equals(verb))
                .map(Move::to)
                .collect(Collectors.toSet());
    }

    /** Whether a record with one status may be saved with another. */
    static boolean allow(String record, @Nullable String from, @Nullable String to) {
        return Objects.equals(from, to)
                || MOVES.stream()
                        .anyMatch(move -> move.record.equals(record) && move.from.equals(from) && move.to.equals(to));
    }
}
