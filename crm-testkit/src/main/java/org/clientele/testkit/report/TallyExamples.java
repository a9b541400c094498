package org.clientele.testkit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.criteria.Criterion.Operator;
import org.clientele.model.CrmRecord;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.report.Table;
import org.clientele.report.Table.Row;
import org.clientele.report.Tally;
import org.clientele.sales.Opportunity;
import org.clientele.sales.OpportunityStatus;
import org.clientele.store.RecordStore;
import org.clientele.testkit.host.Visit;
import org.clientele.value.DateUnit;
import org.clientele.value.Money;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a tally can be told, over a few visits of a host. */
abstract class TallyExamples {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    protected abstract RecordStore newStore();

    /** Four visits: by subject, minutes, expenses and the time when each begins. */
    private Session visits() {
        Session leader = new ReportWorld(newStore(), 1).viewers().get(0);
        leader.deleteEach(leader.select(Visit.TYPE).list());
        leader.saveAll(List.of(
                visit("north", 10, Money.of("0.1", "USD"), "2026-01-31T23:30:00Z"),
                visit("north", 20, Money.of("0.2", "USD"), "2026-02-01T10:00:00Z"),
                visit("south", null, Money.of("7", "EUR"), "2026-04-01T10:00:00Z"),
                visit("west", 3, null, null)));
        return leader;
    }

    private static Visit visit(
            String subject, @Nullable Integer minutes, @Nullable Money expenses, @Nullable String begins) {
        Visit visit = new Visit(subject);
        visit.setMinutes(minutes);
        visit.setExpenses(expenses);
        visit.setBeginsAt(begins == null ? null : Instant.parse(begins));
        visit.setConfirmed("north".equals(subject));
        return visit;
    }

    private static Table<Visit> run(Session session, Consumer<Tally.Columns<Visit>> declaration) {
        return session.run(Tally.of("Visits", Visit.TYPE, declaration));
    }

    private static List<String> labels(Table<?> table) {
        return table.rows().stream().map(row -> String.join("/", row.labels())).toList();
    }

    @Test
    void choicesAreCalledAsThisCrmCallsThem() {
        Crm crm = Crm.open(
                newStore(),
                config -> config.access(RolePolicy.of(Role.administrator("administrator")))
                        .choices(
                                Opportunity.STATUS,
                                OpportunityStatus.of("pilot", "Pilot phase", "0.4"),
                                OpportunityStatus.of("negotiation", "Verhandlung", "0.8")));
        Organization acme = crm.asSystem().save(new Organization("Acme"));
        User user = new User("olga", "olga@acme.example", "Olga", "Ost", acme).addRole("administrator");
        Session olga = crm.as(crm.asSystem().save(user));
        Opportunity pilot = new Opportunity("Carts");
        pilot.setStatus(OpportunityStatus.of("pilot", "Pilot phase", "0.4"));
        Opportunity old = new Opportunity("Wheels");
        old.setStatus(OpportunityStatus.NEGOTIATION);
        olga.saveAll(List.of(pilot, old));
        assertThat(labels(olga.run(Tally.of(
                        "Deals",
                        Opportunity.TYPE,
                        columns -> columns.groupBy(Opportunity.STATUS).count("deals")))))
                .containsExactlyInAnyOrder("Pilot phase", "Verhandlung");
    }

    @Test
    void averagesExtremesAndDifferentValuesAreOfThoseThatHaveOne() {
        Table<Visit> table = run(
                visits(),
                columns -> columns.groupBy(Visit.SUBJECT)
                        .average("average", Visit.MINUTES)
                        .least("least", Visit.MINUTES)
                        .greatest("greatest", Visit.MINUTES)
                        .distinct("different", Visit.MINUTES)
                        .sum("sum", Visit.MINUTES));
        Row north = table.rows().get(0);
        assertThat(labels(table)).containsExactly("north", "south", "west");
        assertThat(ReportLaws.plain(table.value(north, "average"))).isEqualTo(Optional.of(new BigDecimal("15")));
        assertThat(table.value(north, "least")).isEqualTo(Optional.of(10));
        assertThat(table.value(north, "greatest")).isEqualTo(Optional.of(20));
        assertThat(table.count(north, "different")).isEqualTo(2);
        assertThat(table.sum(north, "sum")).isEqualByComparingTo("30");
        Row south = table.rows().get(1);
        assertThat(table.value(south, "average")).isEmpty();
        assertThat(table.value(south, "least")).isEmpty();
        assertThat(table.count(south, "different")).isZero();
        assertThat(table.sum(south, "sum")).isEqualByComparingTo("0");
        assertThat(table.total("average")).isEqualTo(Optional.of(new BigDecimal("11.000000")));
        assertThat(table.total("different")).isEqualTo(3L);
    }

    @Test
    void amountsAreTakenByCurrency() {
        Table<Visit> table = run(
                visits(),
                columns -> columns.sum("sum", Visit.EXPENSES)
                        .average("average", Visit.EXPENSES)
                        .least("least", Visit.EXPENSES)
                        .greatest("greatest", Visit.EXPENSES)
                        .count("all"));
        assertThat(table.rows()).hasSize(1);
        assertThat(plain(table, "sum")).isEqualTo(money("0.3", "7"));
        assertThat(plain(table, "average")).isEqualTo(money("0.15", "7"));
        assertThat(plain(table, "least")).isEqualTo(money("0.1", "7"));
        assertThat(plain(table, "greatest")).isEqualTo(money("0.2", "7"));
        assertThat(table.money(table.rows().get(0), "sum")).containsOnlyKeys("EUR", "USD");
        assertThat(table.total("all")).isEqualTo(4L);
    }

    private static Object plain(Table<Visit> table, String column) {
        return ReportLaws.plain(table.total(column));
    }

    private static Map<String, BigDecimal> money(String dollars, String euros) {
        return Map.of("USD", new BigDecimal(dollars), "EUR", new BigDecimal(euros));
    }

    @Test
    void everyGroupOpensToItsRecordsThatOfNoneToo() {
        Session leader = visits();
        Table<Visit> table = run(
                leader,
                columns -> columns.groupBy(Visit.BEGINS_AT.by(DateUnit.MONTH, ZONE), Visit.CONFIRMED)
                        .count("all"));
        assertThat(labels(table)).containsExactly("2026-02/true", "2026-04/false", "/false");
        for (Row row : table.rows()) {
            assertThat(leader.select(Visit.TYPE)
                            .where(table.records(row, "all"))
                            .count())
                    .isEqualTo(table.count(row, "all"));
        }
        assertThat(leader.select(Visit.TYPE)
                        .where(table.records(table.rows().get(2), "all"))
                        .list())
                .extracting(Visit::getSubject)
                .containsExactly("west");
        assertThat(leader.select(Visit.TYPE).where(table.records("all")).count())
                .isEqualTo(4);
        assertThatThrownBy(() -> table.count(table.rows().get(0), "won"))
                .hasMessage("'Visits' has no column 'won'; it has [all]");
    }

    @Test
    void aRowCanBeMadeByWhatIsSomeReferencesAway() {
        Session leader = new ReportWorld(newStore(), 1).viewers().get(0);
        leader.deleteEach(leader.select(Visit.TYPE).list());
        Visit first = leader.save(visit("first", 1, null, null));
        Visit second = leader.save(after(first, visit("second", 2, null, null)));
        leader.save(after(second, visit("third", 3, null, null)));
        leader.save(after(second, visit("fourth", 4, null, null)));
        Table<Visit> before = run(
                leader,
                columns -> columns.groupBy(Visit.FOLLOWS.to(Visit.FOLLOWS).to(Visit.SUBJECT))
                        .count("all")
                        .sum("minutes", Visit.MINUTES));
        assertThat(labels(before)).containsExactly("first", "");
        assertThat(before.count(before.rows().get(0), "all")).isEqualTo(2);
        assertThat(before.sum(before.rows().get(0), "minutes")).isEqualByComparingTo("7");
        assertThat(leader.select(Visit.TYPE)
                        .where(before.records(before.rows().get(0), "all"))
                        .list())
                .extracting(Visit::getSubject)
                .containsExactlyInAnyOrder("third", "fourth");
        Table<Visit> references = run(
                leader,
                columns -> columns.groupBy(Visit.FOLLOWS.to(Visit.FOLLOWS).itself())
                        .groupBy(Visit.FOLLOWS)
                        .count("all"));
        assertThat(labels(references)).containsExactly("first/second", "/first", "/");
    }

    private static Visit after(Visit before, Visit visit) {
        visit.setFollows(Ref.to(before));
        return visit;
    }

    @Test
    void rowsCanBeFilteredByEachComparison() {
        Session leader = visits();
        assertThat(having(leader, Operator.EQUAL, 2)).containsExactly("north");
        assertThat(having(leader, Operator.LESS, 2)).containsExactly("south", "west");
        assertThat(having(leader, Operator.LESS, 1)).isEmpty();
        assertThat(having(leader, Operator.AT_MOST, 1)).containsExactly("south", "west");
        assertThat(having(leader, Operator.GREATER, 1)).containsExactly("north");
        assertThat(having(leader, Operator.GREATER, 2)).isEmpty();
        assertThat(having(leader, Operator.AT_LEAST, 2)).containsExactly("north");
        Table<Visit> longest = run(
                leader,
                columns -> columns.groupBy(Visit.SUBJECT)
                        .greatest("longest", Visit.MINUTES)
                        .having("longest", Operator.AT_LEAST, 3));
        assertThat(labels(longest)).containsExactly("north", "west");
        assertThat(leader.select(Visit.TYPE).where(longest.records("longest")).list())
                .extracting(Visit::getSubject)
                .containsOnly("north", "west");
    }

    private static List<String> having(Session session, Operator operator, int number) {
        return labels(run(
                session, columns -> columns.groupBy(Visit.SUBJECT).count("all").having("all", operator, number)));
    }

    @Test
    void rowsAreOrderedByColumnsAndCellsOfNothingComeLast() {
        Session leader = visits();
        assertThat(labels(run(
                        leader,
                        columns -> columns.groupBy(Visit.SUBJECT)
                                .greatest("longest", Visit.MINUTES)
                                .ascendingBy("longest"))))
                .containsExactly("west", "north", "south");
        assertThat(labels(run(
                        leader,
                        columns -> columns.groupBy(Visit.SUBJECT)
                                .greatest("longest", Visit.MINUTES)
                                .descendingBy("longest")
                                .first(2))))
                .containsExactly("north", "west");
        assertThat(labels(run(
                        leader,
                        columns -> columns.groupBy(Visit.SUBJECT)
                                .count("all")
                                .greatest("longest", Visit.MINUTES)
                                .ascendingBy("all")
                                .descendingBy("longest"))))
                .containsExactly("west", "south", "north");
        assertThat(labels(run(
                        leader,
                        columns -> columns.groupBy(Visit.SUBJECT)
                                .sum("expenses", Visit.EXPENSES)
                                .descendingBy("expenses")
                                .converted(
                                        "EUR",
                                        (from, to, on) -> Optional.of(new BigDecimal("100")),
                                        LocalDate.of(2026, 3, 1)))))
                .containsExactly("north", "south", "west");
        assertThat(labels(run(leader, columns -> columns.groupBy(Visit.MINUTES).count("all"))))
                .containsExactly("3", "10", "20", "");
    }

    @Test
    void emptyGroupsAreOfWhatCanBeCountedUp() {
        Session leader = visits();
        assertThat(labels(run(
                        leader,
                        columns -> columns.groupBy(Visit.CONFIRMED, Visit.BEGINS_AT.by(DateUnit.QUARTER, ZONE))
                                .withEmptyGroups()
                                .count("all"))))
                .containsExactly("false/2026-Q1", "false/2026-Q2", "false/", "true/2026-Q1", "true/2026-Q2", "true/");
        assertThat(labels(run(
                        leader,
                        columns -> columns.groupBy(Visit.SUBJECT)
                                .withEmptyGroups()
                                .where(Visit.MINUTES.atLeast(5))
                                .count("all"))))
                .containsExactly("north");
        leader.save(visit("late", 1, null, "9999-01-01T00:00:00Z"));
        assertThat(run(
                                leader,
                                columns -> columns.groupBy(Visit.BEGINS_AT.by(DateUnit.MONTH, ZONE))
                                        .withEmptyGroups()
                                        .count("all"))
                        .rows())
                .hasSize((9999 - 2026) * 12 + 1);
        Tally<Visit> days = Tally.of(
                "Days",
                Visit.TYPE,
                columns -> columns.groupBy(Visit.BEGINS_AT.by(DateUnit.DAY, ZONE))
                        .withEmptyGroups()
                        .count("all"));
        assertThatThrownBy(() -> leader.run(days))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'Days' with empty groups would have ")
                .hasMessageEndingWith(
                        " rows and more; narrow what takes part, group by longer periods, or leave the empty groups out");
        assertThat(days.where(CrmRecord.isAnyOf(List.of())).toString()).isEqualTo("Days");
    }
}
