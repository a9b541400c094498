package org.clientele.testkit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.AccessLevel;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.criteria.Criterion.Operator;
import org.clientele.customer.AccountLifetimes;
import org.clientele.customer.LifetimeValue;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.report.Table;
import org.clientele.report.Table.Row;
import org.clientele.report.Tally;
import org.clientele.sales.CloseReason;
import org.clientele.sales.Lead;
import org.clientele.sales.Opportunity;
import org.clientele.sales.OpportunityStatus;
import org.clientele.sales.SalesReports;
import org.clientele.store.RecordStore;
import org.clientele.testkit.host.Chat;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.value.Currencies;
import org.clientele.value.DateUnit;
import org.clientele.value.ExchangeRates;
import org.clientele.value.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the documented reports show of one small office, and what a tally can be told. */
abstract class ReportExamples extends TallyExamples {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 14);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 2);

    @Override
    protected abstract RecordStore newStore();

    /** Olga sees all, Ivan his own. */
    private final class Office {

        private final Crm crm = Crm.open(
                newStore(),
                config -> config.entity(Partner.TYPE, Visit.TYPE, Chat.TYPE)
                        .set(Currencies.SETTING, ReportWorld.TWO_FOR_ONE)
                        .access(RolePolicy.of(
                                Role.administrator("leader"),
                                Role.named("seller")
                                        .grant(Account.TYPE, AccessLevel.USER, Permission.VIEW, Permission.CREATE)
                                        .grant(
                                                Opportunity.TYPE,
                                                AccessLevel.USER,
                                                Permission.VIEW,
                                                Permission.CREATE))));
        private final Organization acme = crm.asSystem().save(new Organization("Acme"));
        private final Session olga = session("olga", "leader");
        private final Session ivan = session("ivan", "seller");
        private final Account acuserv = olga.save(new Account("Acuserv"));
        private final Account bigBear = ivan.save(new Account("Big Bear Stores"));

        private Session session(String name, String role) {
            return crm.as(
                    crm.asSystem().save(new User(name, name + "@acme.example", name, "Example", acme).addRole(role)));
        }

        private Office() {
            olga.save(new Opportunity("Carts", acuserv).win(Money.of("100", "USD"), MARCH));
            olga.save(new Opportunity("Wheels", acuserv).win(Money.of("50", "EUR"), MAY));
            olga.save(new Opportunity("Nuts", acuserv).lose(CloseReason.OUTSOLD, MARCH));
            ivan.save(open("Bolts", bigBear, "1000", "0.5"));
            ivan.save(open("Belts", bigBear, "17", null));
        }

        private Opportunity open(String name, Account account, String budget, @Nullable String probability) {
            Opportunity open = new Opportunity(name, account);
            open.setBudget(Money.of(budget, "USD"));
            open.setStatus(OpportunityStatus.NEGOTIATION);
            open.setProbability(probability == null ? null : new BigDecimal(probability));
            return open;
        }
    }

    private static List<String> labels(Table<?> table) {
        return table.rows().stream().map(row -> String.join("/", row.labels())).toList();
    }

    @Test
    void accountsByStatusHaveAColumnForEachStatusInItsOrder() {
        Office office = new Office();
        Table<Opportunity> table = office.olga.run(SalesReports.accountsByStatus(office.crm.schema()));
        assertThat(table.columns())
                .extracting(column -> column.title())
                .containsExactly(
                        "Open",
                        "Identification & Alignment",
                        "Needs Analysis",
                        "Solution Development",
                        "Negotiation",
                        "Closed Won",
                        "Closed Lost",
                        "number");
        assertThat(labels(table)).containsExactly("Acuserv", "Big Bear Stores");
        assertThat(table.rows().get(0).cells()).containsExactly(0L, 0L, 0L, 0L, 0L, 2L, 1L, 3L);
        assertThat(labels(office.ivan.run(SalesReports.accountsByStatus(office.crm.schema()))))
                .containsExactly("Big Bear Stores");
    }

    @Test
    void opportunitiesByStatusShowEveryStatusAndRevenueOnlyOfWhatIsClosed() {
        Office office = new Office();
        Table<Opportunity> table = office.olga.run(SalesReports.opportunitiesByStatus());
        assertThat(labels(table))
                .containsExactly(
                        "Open",
                        "Identification & Alignment",
                        "Needs Analysis",
                        "Solution Development",
                        "Negotiation",
                        "Closed Won",
                        "Closed Lost");
        Row won = table.rows().get(5);
        assertThat(table.count(won, SalesReports.NUMBER)).isEqualTo(2);
        assertThat(table.sum(won, SalesReports.BASE_REVENUE)).isEqualByComparingTo("200");
        assertThat(table.total(SalesReports.NUMBER)).isEqualTo(5L);
        assertThat(ReportLaws.plain(table.total(SalesReports.BUDGET))).isEqualTo(Map.of("USD", new BigDecimal("1017")));
        Table<Opportunity> none = office.olga.run(
                SalesReports.opportunitiesByStatus().where(Opportunity.CLOSE_DATE.atLeast(LocalDate.of(2030, 1, 1))));
        assertThat(none.rows())
                .hasSize(7)
                .allSatisfy(
                        row -> assertThat(none.count(row, SalesReports.NUMBER)).isZero());
    }

    @Test
    void wonOpportunitiesStandInTheirPeriods() {
        Office office = new Office();
        assertThat(labels(office.olga.run(SalesReports.wonByPeriod(DateUnit.MONTH))))
                .containsExactly("2026-03", "2026-05");
        assertThat(labels(office.olga.run(SalesReports.wonByPeriod(DateUnit.QUARTER))))
                .containsExactly("2026-Q1", "2026-Q2");
        Table<Opportunity> year = office.olga.run(SalesReports.wonByPeriod(DateUnit.YEAR));
        assertThat(labels(year)).containsExactly("2026");
        assertThat(ReportLaws.plain(year.money(year.rows().get(0), SalesReports.REVENUE)))
                .isEqualTo(Map.of("EUR", new BigDecimal("5E+1"), "USD", new BigDecimal("1E+2")));
    }

    @Test
    void leadsAreCountedByTheDayOfAZone() {
        Office office = new Office();
        office.olga.save(new Lead("Acuserv"));
        Table<Lead> table = office.olga.run(SalesReports.leadsByDate(DateUnit.YEAR, ZoneId.of("UTC")));
        assertThat(table.rows()).hasSize(1);
        assertThat(table.total(SalesReports.NUMBER)).isEqualTo(1L);
    }

    @Test
    void theForecastIsTheBudgetTimesTheProbabilityOfWhatIsOpen() {
        Office office = new Office();
        Table<Opportunity> table = office.olga.run(SalesReports.forecast());
        assertThat(labels(table)).containsExactly("ivan");
        Row ivan = table.rows().get(0);
        assertThat(table.count(ivan, SalesReports.NUMBER)).isEqualTo(2);
        assertThat(ReportLaws.plain(table.money(ivan, SalesReports.BUDGET)))
                .isEqualTo(Map.of("USD", new BigDecimal("1017")));
        assertThat(ReportLaws.plain(table.money(ivan, SalesReports.FORECAST)))
                .isEqualTo(Map.of("USD", new BigDecimal("513.6")));
    }

    @Test
    void lifetimesAreTheTotalsOfEachAccount() {
        Office office = new Office();
        AccountLifetimes.Result lifetimes = office.olga.run(AccountLifetimes.report());
        assertThat(lifetimes.rows())
                .extracting(AccountLifetimes.Row::name)
                .containsExactly("Acuserv", "Big Bear Stores");
        assertThat(lifetimes.rows())
                .allSatisfy(row -> assertThat(row.lifetime())
                        .isEqualByComparingTo(office.olga
                                .run(LifetimeValue.of(office.olga.get(
                                        Account.TYPE, row.account().id())))
                                .total()));
        assertThat(lifetimes.total()).isEqualByComparingTo("200");
    }

    private static final ExchangeRates RATES =
            (from, to, on) -> from.equals("EUR") && to.equals("USD") && on.equals(MAY)
                    ? Optional.of(new BigDecimal("1.1"))
                    : Optional.empty();

    @Test
    void amountsAreConvertedByTheRatesOfADayAndAMissingRateIsSaid() {
        Office office = new Office();
        Tally<Opportunity> won = SalesReports.wonByPeriod(DateUnit.YEAR);
        Table<Opportunity> converted = office.olga.run(won.converted("USD", RATES, MAY));
        assertThat(ReportLaws.plain(converted.total(SalesReports.REVENUE)))
                .isEqualTo(Map.of("USD", new BigDecimal("155")));
        assertThat(converted.notes()).isEmpty();
        Table<Opportunity> missing = office.olga.run(won.converted("USD", RATES, MARCH));
        assertThat(ReportLaws.plain(missing.total(SalesReports.REVENUE)))
                .isEqualTo(Map.of("EUR", new BigDecimal("5E+1"), "USD", new BigDecimal("1E+2")));
        assertThat(missing.notes())
                .containsExactly(
                        "there is no rate from EUR to USD on 2026-03-14; amounts in EUR stand by themselves, give a"
                                + " rate to add them up");
        assertThatThrownBy(() -> won.converted("dollars", RATES, MAY)).hasMessageContaining("'dollars' is no currency");
    }

    @Test
    void rowsAreFilteredOrderedAndCutByTheirColumns() {
        Office office = new Office();
        Tally<Opportunity> tally = Tally.of(
                "Owners",
                Opportunity.TYPE,
                columns -> columns.groupBy(Opportunity.OWNER)
                        .count("all")
                        .count("won", Opportunity.STATUS.is(OpportunityStatus.WON))
                        .descendingBy("all"));
        assertThat(labels(office.olga.run(tally))).containsExactly("olga", "ivan");
        Table<Opportunity> few = office.olga.run(Tally.of(
                "Owners",
                Opportunity.TYPE,
                columns -> columns.groupBy(Opportunity.OWNER).count("all").having("all", Operator.LESS, 3)));
        assertThat(labels(few)).containsExactly("ivan");
        assertThat(few.total("all")).isEqualTo(2L);
        assertThat(office.olga
                        .select(Opportunity.TYPE)
                        .where(few.records("all"))
                        .count())
                .isEqualTo(2);
        Table<Opportunity> first = office.olga.run(Tally.of(
                "Owners",
                Opportunity.TYPE,
                columns -> columns.groupBy(Opportunity.OWNER)
                        .count("all")
                        .ascendingBy("all")
                        .first(1)));
        assertThat(labels(first)).containsExactly("ivan");
        assertThat(first.total("all")).isEqualTo(5L);
    }

    @Test
    void emptyGroupsStandForEachValueThatThereCouldBe() {
        Office office = new Office();
        Tally<Opportunity> tally = Tally.of(
                "Months",
                Opportunity.TYPE,
                columns -> columns.groupBy(Opportunity.CLOSE_DATE.by(DateUnit.MONTH))
                        .withEmptyGroups()
                        .count("all"));
        assertThat(labels(office.olga.run(tally))).containsExactly("2026-03", "2026-04", "2026-05", "");
        office.olga.save(new Account("Body Toning"));
        Tally<Opportunity> accounts = Tally.of(
                "Accounts",
                Opportunity.TYPE,
                columns ->
                        columns.groupBy(Opportunity.ACCOUNT).withEmptyGroups().count("all"));
        assertThat(labels(office.olga.run(accounts))).containsExactly("Acuserv", "Big Bear Stores", "Body Toning");
        assertThat(labels(office.ivan.run(accounts))).containsExactly("Big Bear Stores");
    }

    @Test
    void aDefinitionThatCanNotBeRunIsRefused() {
        assertRefused("has no column", columns -> columns.groupBy(Opportunity.OWNER));
        assertRefused(
                "two columns of one title", columns -> columns.count("all").count("all"));
        assertRefused(
                "tags holds many values",
                columns -> columns.groupBy(Opportunity.TAGS).count("all"));
        assertRefused("has no column 'lost'", columns -> columns.count("all").descendingBy("lost"));
        assertRefused("shows 0 rows", columns -> columns.count("all").first(0));
        assertRefused(
                "amounts in any currency",
                columns -> columns.sum("budget", Opportunity.BUDGET).descendingBy("budget"));
    }

    private static void assertRefused(String reason, Consumer<Tally.Columns<Opportunity>> declaration) {
        assertThatThrownBy(() -> Tally.of("Owners", Opportunity.TYPE, declaration))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }
}
