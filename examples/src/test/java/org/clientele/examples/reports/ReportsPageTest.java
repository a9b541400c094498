package org.clientele.examples.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clientele.model.CrmRecord;
import org.clientele.report.Column;
import org.clientele.report.Table;
import org.clientele.report.Tally;
import org.clientele.sales.Opportunity;
import org.clientele.store.memory.InMemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsPageTest {

    private final SampleOffice office = new SampleOffice(new InMemoryStore());
    private final ReportsPage page = new ReportsPage(office.viewer(), office.schema());

    @Test
    void thePageIsWrittenAndSaidWhere(@TempDir Path output) throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Path file = Reports.run(output, new PrintStream(printed, true, StandardCharsets.UTF_8));
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("2025-Q3").contains(file.toString());
        assertThat(Files.readString(file)).startsWith("<!DOCTYPE html>").contains("<svg role=\"img\"");
    }

    @Test
    void namesAreNeverTakenForPartsOfThePage() {
        assertThat(page.html())
                .contains("Nuts &amp; &lt;b&gt;Bolts&lt;/b&gt;")
                .contains("\\u003cb\\u003eBolts")
                .doesNotContain("<b>Bolts");
        assertThat(Text.json(Map.of("</script>", List.of("\"\\\n\u2028", 1))))
                .isEqualTo("{\"\\u003c/script\\u003e\":[\"\\u0022\\u005c\\u000a\\u2028\",1]}");
    }

    @Test
    void thePageAsksForNothingBesides() {
        assertThat(page.html().replace("http://www.w3.org/", ""))
                .doesNotContain("src=")
                .doesNotContain("href=")
                .doesNotContain("http:")
                .doesNotContain("https:");
    }

    /** What the page adds up is what the library counted, cell by cell. */
    @Test
    void theRecordsBehindACellComeToWhatItShows() {
        int seen = page.sections().stream().mapToInt(ReportsPageTest::check).sum();
        assertThat(seen).isGreaterThan(100);
    }

    private static <R extends CrmRecord> int check(Section<R> section) {
        Table<R> table = section.table();
        int seen = 0;
        for (int at = 0; at < table.columns().size(); at++) {
            Column<R> column = table.columns().get(at);
            for (Table.Row row : table.rows()) {
                List<Integer> places = section.listed().places(table.records(row, column.title()));
                check(column, section.listed(), places, row.cells().get(at));
                seen++;
            }
            check(
                    column,
                    section.listed(),
                    section.listed().places(table.records(column.title())),
                    table.totals().get(at));
        }
        return seen;
    }

    private static <R extends CrmRecord> void check(
            Column<R> column, Listed<R> listed, List<Integer> places, Object cell) {
        if (cell instanceof Long count) {
            assertThat(places).hasSize(count.intValue());
            return;
        }
        Map<String, BigDecimal> sums = new TreeMap<>();
        Parts.of(column, listed, places)
                .values()
                .forEach(part -> part.forEach(
                        (currency, amount) -> sums.merge(currency, new BigDecimal(amount), BigDecimal::add)));
        Map<String, BigDecimal> shown = new HashMap<>();
        if (cell instanceof Map<?, ?> amounts) {
            amounts.forEach((currency, amount) -> shown.put((String) currency, (BigDecimal) amount));
        } else if (!places.isEmpty()) {
            shown.put("", (BigDecimal) cell);
        }
        assertThat(sums.keySet()).isEqualTo(shown.keySet());
        sums.forEach((currency, sum) -> assertThat(sum).isEqualByComparingTo(shown.get(currency)));
    }

    @Test
    void whatCanNotBeAddedUpIsRefused() {
        Table<Opportunity> table = office.viewer()
                .run(Tally.of("Budgets", Opportunity.TYPE, columns -> columns.average("average", Opportunity.BUDGET)));
        assertThatThrownBy(() -> Parts.of(table.column("average"), null, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'average' can not be added up of its records");
    }
}
