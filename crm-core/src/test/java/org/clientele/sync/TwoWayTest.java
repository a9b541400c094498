package org.clientele.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What becomes of a property that two sides have, case by case. */
class TwoWayTest {

    private static final int FEWEST_CASES = 20;

    @TestFactory
    Stream<DynamicTest> isDecidedAsDocumented() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(TwoWayTest.class.getResourceAsStream("two-way.txt")), StandardCharsets.UTF_8))) {
            List<String> cases =
                    reader.lines().filter(line -> !line.startsWith("#")).toList();
            assertThat(cases).hasSizeGreaterThanOrEqualTo(FEWEST_CASES);
            return cases.stream().map(line -> line.split(" *\\| *")).map(TwoWayTest::test);
        }
    }

    private static DynamicTest test(String[] row) {
        String before = text(row[1]);
        TwoWay.Side here = new TwoWay.Side(before, text(row[2]));
        TwoWay.Side there = row[3].equals("(silent)") ? null : new TwoWay.Side(before, text(row[3]));
        return DynamicTest.dynamicTest(
                row[0],
                () -> assertThat(TwoWay.decide(here, there, Priority.valueOf(row[4])))
                        .isEqualTo(TwoWay.valueOf(row[5])));
    }

    private static @Nullable String text(String cell) {
        return cell.equals("-") ? null : cell;
    }
}
