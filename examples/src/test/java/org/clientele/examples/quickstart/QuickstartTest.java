package org.clientele.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.clientele.sales.AccountsByOpportunities.Result;
import org.clientele.sales.AccountsByOpportunities.Row;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuickstartTest {

    /** The rows of the sample that are bad on purpose. */
    private static final Set<Integer> REFUSED = Set.of(8, 16, 21, 24, 32, 40, 48, 56, 64, 69);

    private static final Map<String, String> MERGED = Map.of("Acuserv, Inc.", "Acuserv");

    @TempDir
    Path output;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    private static Path sample() throws URISyntaxException {
        return Path.of(QuickstartTest.class
                        .getResource("/quickstart/accounts.csv")
                        .toURI())
                .getParent();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theSampleComesToWhatIsCountedOffTheFile(boolean jpa) throws Exception {
        check(run(sample(), jpa), Counted.in(sample(), REFUSED, MERGED));
        assertThat(text())
                .contains("line 9: sales_agent: no user that you may see has username 'Nobody Known'")
                .contains("Ivan Ivarsson sees 10 of 59 opportunities")
                .contains("missing: VIEW opportunity at BUSINESS_UNIT")
                .contains("opportunity.account: 5");
        assertThat(output.resolve("reports.html")).content().contains("Acuserv").contains("<svg");
        assertThat(Files.readAllLines(output.resolve("open-opportunities.csv"))).hasSize(1 + 13);
    }

    /** Another directory of the same shape is named by {@code -Dquickstart.data=DIR}. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anotherDirectoryComesToWhatIsCountedOffItsFile(boolean jpa) throws IOException {
        String directory = System.getProperty("quickstart.data", "");
        Assumptions.assumeFalse(directory.isEmpty());
        check(run(Path.of(directory), jpa), Counted.in(Path.of(directory), Set.of(), Map.of()));
    }

    private Result run(Path data, boolean jpa) throws IOException {
        try (Keeping keeping = jpa ? Keeping.inFile(output) : Keeping.onHeap()) {
            return new Quickstart(data, output, out).run(keeping.store());
        }
    }

    private static void check(Result result, Counted counted) {
        Map<String, long[]> rows = new TreeMap<>();
        result.rows().stream().filter(row -> row.total() > 0).forEach(row -> rows.put(row.name(), counts(row)));
        rows.put("", counts(result.withoutAccount()));
        assertThat(rows).containsExactlyEntriesOf(counted.byAccount);
        assertThat(counts(result.totals())).containsExactly(counted.total(0), counted.total(1), counted.total(2));
        assertThat(result.totals().wonRevenue().get("USD")).isEqualByComparingTo(counted.wonRevenue);
    }

    private static long[] counts(Row row) {
        return new long[] {row.won(), row.lost(), row.pending()};
    }

    @Test
    void theRefusedRowsImportOnceTheyAreMended() throws Exception {
        run(sample(), false);
        List<String> refused = Files.readAllLines(output.resolve("refused-opportunities.csv"));
        assertThat(refused).hasSize(1 + REFUSED.size());
        assertThat(refused.get(0)).startsWith("Refused because,");
        assertThat(refused).anyMatch(line -> line.contains(",OP0068,José Jiménez,Loom"));
    }

    static Stream<Arguments> brokenFiles() {
        String header = "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n";
        return Stream.of(
                Arguments.of("missing", null, "sales_pipeline.csv"),
                Arguments.of("empty", "", "is empty"),
                Arguments.of("binary", "PK\u0003\u0004\u0000\u0000", "sales_pipeline.csv"),
                Arguments.of("wrong header", "id,agent\n1,Olga\n", "columns"),
                Arguments.of(
                        "wrong delimiter",
                        (header + "OP1,Olga Orlova,Loom,,Engaging,,,\n").replace(',', ':'),
                        "column"),
                Arguments.of("broken quote", header + "\"OP1,Olga Orlova,Loom,,Engaging,,,\n", "quote"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenFiles")
    void aBrokenFileGetsOneSentenceAndExitCode1(String kind, String content, String said) throws Exception {
        Path data = Files.createDirectory(output.resolve("data"));
        for (String name : List.of("accounts.csv", "sales_teams.csv")) {
            Files.copy(sample().resolve(name), data.resolve(name));
        }
        if (content != null) {
            Files.writeString(data.resolve("sales_pipeline.csv"), content);
        }
        assertThat(Quickstart.run(new String[] {data.toString()}, output, out)).isEqualTo(1);
        assertThat(text()).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(text().lines().reduce((former, last) -> last).orElse("")).contains(said);
    }

    @Test
    void aWordTooManyGetsASentence() {
        assertThat(Quickstart.run(new String[] {"one", "two"}, output, out)).isEqualTo(1);
        assertThat(text()).contains("'two' is one word too many");
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
