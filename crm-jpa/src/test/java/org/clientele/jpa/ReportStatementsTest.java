package org.clientele.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.customer.AccountLifetimes;
import org.clientele.jpa.database.Database;
import org.clientele.model.CrmRecord;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.report.Report;
import org.clientele.sales.AccountsByOpportunities;
import org.clientele.sales.CloseReason;
import org.clientele.sales.Lead;
import org.clientele.sales.Opportunity;
import org.clientele.sales.SalesReports;
import org.clientele.value.Currencies;
import org.clientele.value.DateUnit;
import org.clientele.value.Money;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;

/** The documented reports take two statements at most, however much there is: one that counts, and one for names. */
class ReportStatementsTest {

    private static final int MOST = 2;

    private final Database database = Database.shared();
    private final Crm crm = Crm.open(
            database.emptyStore(),
            config -> config.access(RolePolicy.of(Role.administrator("administrator")))
                    .set(
                            Currencies.SETTING,
                            Currencies.of("USD").converting((from, to, on) -> Optional.of(new BigDecimal("2")))));
    private final Statistics statistics =
            database.factory().unwrap(SessionFactory.class).getStatistics();

    private Map<String, Report<?>> reports() {
        Map<String, Report<?>> reports = new LinkedHashMap<>();
        reports.put("accounts by opportunities", AccountsByOpportunities.report());
        reports.put("accounts by status", SalesReports.accountsByStatus(crm.schema()));
        reports.put("opportunities by status", SalesReports.opportunitiesByStatus());
        reports.put("won by period", SalesReports.wonByPeriod(DateUnit.MONTH));
        reports.put("leads by date", SalesReports.leadsByDate(DateUnit.DAY, ZoneId.of("Europe/Berlin")));
        reports.put("forecast", SalesReports.forecast());
        reports.put("account lifetimes", AccountLifetimes.report());
        return reports;
    }

    private long statements(Session session, Report<?> report) {
        statistics.setStatisticsEnabled(true);
        try {
            long before = statistics.getPrepareStatementCount();
            session.run(report);
            return statistics.getPrepareStatementCount() - before;
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    private static void grow(Session session, String prefix) {
        List<CrmRecord> records = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Account account = new Account(prefix + i);
            Opportunity won = new Opportunity("Won " + i, account);
            won.win(Money.of("17000", i % 2 == 0 ? "USD" : "EUR"), LocalDate.of(2026, 1 + i % 12, 1));
            Opportunity lost = new Opportunity("Lost " + i, account);
            lost.lose(CloseReason.OUTSOLD, LocalDate.of(2026, 2, 1));
            records.addAll(List.of(account, won, lost, new Opportunity("Open " + i), new Lead("Lead " + i)));
        }
        session.saveAll(records);
    }

    @Test
    void aDocumentedReportTakesTwoStatementsAtMostWhateverTheSize() {
        Session system = crm.asSystem();
        Organization acme = system.save(new Organization("Acme"));
        User olga = system.save(new User("olga", "olga@acme.example", "Olga", "Ost", acme).addRole("administrator"));
        Session session = crm.as(olga);
        grow(session, "Few ");
        Map<String, Long> few = new LinkedHashMap<>();
        reports().forEach((name, report) -> few.put(name, statements(session, report)));
        assertThat(few.values()).allSatisfy(count -> assertThat(count).isBetween(1L, (long) MOST));
        for (int i = 0; i < 10; i++) {
            grow(session, "Many " + i + " ");
        }
        reports()
                .forEach((name, report) ->
                        assertThat(statements(session, report)).as(name).isEqualTo(few.get(name)));
    }
}
