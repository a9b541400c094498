package org.clientele.testkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.clientele.Crm;
import org.clientele.OpenGrid;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Criterion.Operator;
import org.clientele.criteria.Page;
import org.clientele.grid.Grid;
import org.clientele.grid.GridRow;
import org.clientele.grid.GridView;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.report.Table;
import org.clientele.report.Table.Row;
import org.clientele.report.Tally;
import org.clientele.sales.Opportunity;
import org.clientele.sales.OpportunityStatus;
import org.clientele.sales.SalesReports;
import org.clientele.segment.Segment;
import org.clientele.value.DateUnit;
import org.clientele.value.Money;
import org.junit.jupiter.api.Test;

/** What docs/reports.md and docs/grids.md show of tallies, grids and segments is so. */
class DocumentedReportsTest {

    private final Crm crm =
            Crm.open(config -> config.clock(Clock.fixed(Instant.parse("2026-04-01T10:15:30Z"), ZoneOffset.UTC))
                    .access(RolePolicy.of(Role.administrator("seller"))));
    private final Session sales = sales();

    private Session sales() {
        Organization acme = crm.asSystem().save(new Organization("Acme"));
        User olga = new User("olga", "olga@acme.example", "Olga", "Ost", acme).addRole("seller");
        return crm.as(crm.asSystem().save(olga));
    }

    private static List<String> blocks(String page) throws IOException {
        return Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/" + page)))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s", "");
    }

    @Test
    void theCodeOfTheDocumentationIsThatOfThisTest() throws IOException {
        String code = squeezed(
                Files.readString(Path.of("src/test/java/org/clientele/testkit/report/DocumentedReportsTest.java")));
        assertThat(code).contains(squeezed(blocks("reports.md").get(0)));
        assertThat(blocks("grids.md"))
                .hasSize(2)
                .allSatisfy(block -> assertThat(code).contains(squeezed(block)));
    }

    private void saveDeals() {
        for (String name : List.of("Carts", "Wheels")) {
            Opportunity deal = new Opportunity(name);
            deal.setBudget(Money.of("17000", "USD"));
            deal.setCloseDate(LocalDate.of(2026, 3, 14));
            sales.save(deal);
        }
    }

    @Test
    void aTallyOpensToItsRecords() {
        saveDeals();
        Tally<Opportunity> pipeline = Tally.of(
                "Pipeline",
                Opportunity.TYPE,
                columns -> columns.where(Opportunity.STATUS
                                .in(OpportunityStatus.WON, OpportunityStatus.LOST)
                                .negate())
                        .groupBy(Opportunity.OWNER, Opportunity.CLOSE_DATE.by(DateUnit.QUARTER))
                        .count("deals")
                        .sum("budget", Opportunity.BUDGET)
                        .weighted("forecast", Opportunity.BUDGET, Opportunity.PROBABILITY)
                        .having("deals", Operator.AT_LEAST, 2));
        Table<Opportunity> table = sales.run(pipeline);
        Row first = table.rows().get(0);
        List<Opportunity> behind = sales.select(Opportunity.TYPE)
                .where(table.records(first, "deals"))
                .list();
        assertThat(first.labels()).containsExactly("olga", "2026-Q1");
        assertThat(behind).hasSize(2);
    }

    @Test
    void aGridShowsAPageAndItsTotals() {
        saveDeals();
        Grid<Opportunity> deals = Grid.of(
                "deals",
                Opportunity.TYPE,
                layout -> layout.show(Opportunity.NAME, Opportunity.ACCOUNT, Opportunity.STATUS, Opportunity.BUDGET)
                        .orderBy(Opportunity.CREATED_AT.desc())
                        .standard(GridView.named("Open").where("status is not any of [won, lost]"))
                        .view(GridView.named("Overdue")
                                .where("closeDate before today and status is not any of [won, lost]"))
                        .totals(columns -> columns.sum("budget", Opportunity.BUDGET)));
        OpenGrid<Opportunity> open = sales.grid(deals, ZoneId.of("Europe/Berlin"));
        Page<GridRow<Opportunity>> page = open.page(1);
        Table<Opportunity> totals = open.totals();
        assertThat(page.records()).hasSize(2);
        assertThat(page.records().get(0).cells()).containsExactly("Carts", "", "Open", "17000 USD");
        assertThat(totals.total(Grid.COUNT)).isEqualTo(2L);
    }

    @Test
    void aSegmentNarrowsAReport() {
        saveDeals();
        Segment late =
                sales.segments().save(Segment.snapshot("Late in March", Opportunity.TYPE, "closeDate before today"));
        Segment taken = sales.segments().take(late, ZoneId.of("Europe/Berlin"));
        Criterion<Opportunity> isLate = sales.segments().criterion(taken, Opportunity.TYPE, ZoneId.of("Europe/Berlin"));
        sales.run(SalesReports.forecast().where(isLate));
        assertThat(sales.select(Opportunity.TYPE).where(isLate).count()).isEqualTo(2);
    }
}
