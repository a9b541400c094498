package org.clientele.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.Session;
import org.clientele.report.Table;
import org.clientele.report.Tally;
import org.clientele.sales.AccountsByOpportunities;
import org.clientele.sales.AccountsByOpportunities.Row;
import org.clientele.sales.Opportunity;
import org.clientele.sales.OpportunityStatus;
import org.clientele.sales.SalesReports;
import org.clientele.value.DateUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documented reports come to what SQL says of the files that were imported. */
class ReportsInSqlTest {

    private static final Tally<Opportunity> BY_AGENT = Tally.of(
            "Agents",
            Opportunity.TYPE,
            columns -> columns.groupBy(Opportunity.OWNER)
                    .count("number")
                    .count("won", Opportunity.STATUS.is(OpportunityStatus.WON))
                    .distinct("accounts", Opportunity.ACCOUNT)
                    .sum("revenue", Opportunity.CLOSE_REVENUE)
                    .average("average", Opportunity.CLOSE_REVENUE)
                    .greatest("greatest", Opportunity.CLOSE_REVENUE)
                    .least("least", Opportunity.CLOSE_REVENUE)
                    .least("first", Opportunity.CLOSE_DATE)
                    .greatest("last", Opportunity.CLOSE_DATE));

    @TempDir
    Path output;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theReportsOfAMadeUpOfficeAreWhatSqlSays(boolean jpa) throws Exception {
        check(madeUp(), jpa);
    }

    /** Another directory of the same shape is named by {@code -Dquickstart.data=DIR}. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theReportsOfAnotherDirectoryAreWhatSqlSays(boolean jpa) throws Exception {
        String directory = System.getProperty("quickstart.data", "");
        Assumptions.assumeFalse(directory.isEmpty());
        check(Path.of(directory), jpa);
    }

    private static Path madeUp() throws URISyntaxException {
        return Path.of(ReportsInSqlTest.class
                        .getResource("/reports/accounts.csv")
                        .toURI())
                .getParent();
    }

    private void check(Path data, boolean jpa) throws IOException, SQLException {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        try (Keeping keeping = jpa ? Keeping.inFile(output) : Keeping.onHeap();
                AskedInSql sql = new AskedInSql(data)) {
            Office office = new Office(keeping.store());
            Session all = office.administrator();
            new SalesFiles(office, data, new Loading(all, output, nowhere)).load();
            assertThat(rows(all, SalesReports.accountsByStatus(office.schema()), 0, 1, 5, 6, 7))
                    .containsExactlyInAnyOrderElementsOf(sql.rows(AskedInSql.ACCOUNTS_BY_STATUS));
            assertThat(lines(all.run(AccountsByOpportunities.report().onlyWithOpportunities())))
                    .containsExactlyInAnyOrderElementsOf(sql.rows(AskedInSql.ACCOUNTS_BY_OPPORTUNITIES));
            assertThat(rows(all, SalesReports.opportunitiesByStatus(), 0, 1).stream()
                            .filter(row -> !row.contains("|0|")))
                    .containsExactlyInAnyOrderElementsOf(sql.rows(AskedInSql.BY_STATUS));
            assertThat(rows(all, SalesReports.wonByPeriod(DateUnit.MONTH), 0, 1, 2))
                    .containsExactlyInAnyOrderElementsOf(sql.rows(AskedInSql.WON_BY_MONTH));
            assertThat(rows(all, SalesReports.wonByPeriod(DateUnit.QUARTER), 0, 1, 2))
                    .containsExactlyInAnyOrderElementsOf(sql.rows(AskedInSql.WON_BY_QUARTER));
            assertThat(rows(all, BY_AGENT, 0, 1, 2, 3, 4, 5, 6, 7, 8))
                    .containsExactlyInAnyOrderElementsOf(sql.rows(AskedInSql.BY_AGENT));
            assertThat(rows(all, SalesReports.forecast(), 0))
                    .containsExactlyInAnyOrderElementsOf(sql.rows(AskedInSql.OPEN_BY_AGENT));
        }
    }

    /** The label and some cells of each row, whose counts are those of the records behind them. */
    private static List<String> rows(Session session, Tally<Opportunity> tally, int... places) {
        Table<Opportunity> table = session.run(tally);
        List<String> rows = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            List<String> cells = new ArrayList<>(row.labels());
            for (int place : places) {
                cells.add(text(row.cells().get(place)));
            }
            rows.add(String.join("|", cells));
            assertThat(session.select(Opportunity.TYPE)
                            .where(table.records(row, SalesReports.NUMBER))
                            .count())
                    .isEqualTo(table.count(row, SalesReports.NUMBER));
        }
        return rows;
    }

    private static List<String> lines(AccountsByOpportunities.Result result) {
        List<Row> rows = new ArrayList<>(result.rows());
        rows.add(result.withoutAccount());
        return rows.stream()
                .map(row -> row.name() + "|" + row.won() + "|" + row.lost() + "|" + row.pending() + "|" + row.total()
                        + "|" + text(row.wonRevenue()))
                .toList();
    }

    private static String text(Object cell) {
        if (cell instanceof Map<?, ?> amounts) {
            return amounts.isEmpty() ? "none" : text(amounts.get("USD"));
        } else if (cell instanceof Optional<?> some) {
            return some.map(Object::toString).orElse("none");
        }
        return cell instanceof BigDecimal number
                ? number.setScale(4, RoundingMode.UNNECESSARY).toPlainString()
                : cell.toString();
    }
}
