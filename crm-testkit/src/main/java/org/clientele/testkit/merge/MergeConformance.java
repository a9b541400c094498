package org.clientele.testkit.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.clientele.store.RecordStore;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The rows of conformance.txt: what the reference does in a merge, what we do, and that we do it. A store's author extends it
 * and runs it with JUnit.
 */
public abstract class MergeConformance extends MergeExamples {

    private static final int FEWEST_ROWS = 45;

    /** An empty store each time that it is called; the former one is used no more. */
    @Override
    protected abstract RecordStore newStore();

    @TestFactory
    Stream<DynamicTest> aMergeComesToWhatTheTableSays() {
        List<List<String>> rows = rows();
        assertThat(rows).hasSizeGreaterThanOrEqualTo(FEWEST_ROWS).allMatch(row -> row.size() == 5);
        return rows.stream()
                .map(row -> DynamicTest.dynamicTest(row.get(0) + " " + row.get(3), () -> {
                    MergeDesk desk = new MergeDesk(this::newStore);
                    parts(row.get(3)).forEach(desk::perform);
                    parts(row.get(4)).forEach(expected -> desk.check(expected, row.get(0)));
                }));
    }

    private static List<List<String>> rows() {
        try (InputStream file = Objects.requireNonNull(
                MergeConformance.class.getResourceAsStream("/org/clientele/testkit/merge/conformance.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line ->
                            Arrays.stream(line.split("\\|")).map(String::strip).toList())
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<String> parts(String cell) {
        return Arrays.stream(cell.split(";")).map(String::strip).toList();
    }
}
