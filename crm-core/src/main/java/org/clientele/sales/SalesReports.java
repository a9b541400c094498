package org.clientele.sales;

import java.time.ZoneId;
import java.util.Locale;
import org.clientele.criteria.Criterion;
import org.clientele.model.CrmRecord;
import org.clientele.model.Schema;
import org.clientele.report.Tally;
import org.clientele.value.Choice;
import org.clientele.value.DateUnit;

/**
 * The reports of sales that the reference has ready, as tallies; {@link Tally#where} narrows them, {@link Tally#converted}
 * brings amounts into one currency. The one by accounts with its lines of their own is {@link AccountsByOpportunities}.
 *
 * <pre>{@code
 * Table<Opportunity> won = sales.run(SalesReports.wonByPeriod(DateUnit.QUARTER));
 * }</pre>
 */
public final class SalesReports {

    /** The column that counts records. */
    public static final String NUMBER = "number";

    /** The column of amounts at stake. */
    public static final String BUDGET = "budget";

    /** The column of amounts at stake times the probability of winning them. */
    public static final String FORECAST = "forecast";

    /** The column of what came in, by currency. */
    public static final String REVENUE = "close revenue";

    /** The column of what came in, in the base currency, at the rate of the day of closing. */
    public static final String BASE_REVENUE = "close revenue in base currency";

    private static final Criterion<Opportunity> OPEN =
            Opportunity.STATUS.in(OpportunityStatus.WON, OpportunityStatus.LOST).negate();

    private SalesReports() {}

    /**
     * How many opportunities each account has in each status, and in all (OroCRM documentation, Accounts: by opportunities).
     * Columns are the labels of the statuses of a CRM, those that it added included, and {@link #NUMBER}.
     */
    public static Tally<Opportunity> accountsByStatus(Schema schema) {
        return Tally.of("Accounts by opportunities", Opportunity.TYPE, columns -> {
            columns.where(Opportunity.ACCOUNT.isPresent()).groupBy(Opportunity.ACCOUNT);
            schema.dictionary(Opportunity.STATUS)
                    .values()
                    .forEach(status -> columns.count(title(status), Opportunity.STATUS.is(status)));
            columns.count(NUMBER);
        });
    }

    private static String title(Choice status) {
        return status.label().equals(NUMBER) ? status.id() : status.label();
    }

    /**
     * Opportunities by status, each status of the CRM in its order whether there are any or not (OroCRM documentation, Reports:
     * opportunities by status). What is open has no close revenue.
     */
    public static Tally<Opportunity> opportunitiesByStatus() {
        return Tally.of(
                "Opportunities by status",
                Opportunity.TYPE,
                columns -> columns.groupBy(Opportunity.STATUS)
                        .withEmptyGroups()
                        .count(NUMBER)
                        .sum(BASE_REVENUE, Opportunity.BASE_CLOSE_REVENUE, OPEN.negate())
                        .sum(BUDGET, Opportunity.BUDGET));
    }

    /** What was won by the period of its close date (OroCRM documentation, Reports: won opportunities by period). */
    public static Tally<Opportunity> wonByPeriod(DateUnit unit) {
        return Tally.of(
                "Won opportunities by " + name(unit),
                Opportunity.TYPE,
                columns -> columns.where(
                                Opportunity.STATUS.is(OpportunityStatus.WON).and(Opportunity.CLOSE_DATE.isPresent()))
                        .groupBy(Opportunity.CLOSE_DATE.by(unit))
                        .count(NUMBER)
                        .sum(REVENUE, Opportunity.CLOSE_REVENUE)
                        .sum(BASE_REVENUE, Opportunity.BASE_CLOSE_REVENUE));
    }

    /**
     * How many leads came in each period, by the clocks of a zone, whatever became of them (OroCRM documentation, Reports: leads
     * by date, which counts days in UTC).
     */
    public static Tally<Lead> leadsByDate(DateUnit unit, ZoneId zone) {
        return Tally.of(
                "Leads by " + name(unit),
                Lead.TYPE,
                columns -> columns.groupBy(CrmRecord.CREATED_AT.by(unit, zone)).count(NUMBER));
    }

    /**
     * What each owner may bring in yet: budgets of opportunities that are neither won nor lost, and the same times their
     * probability (OroCRM documentation, Reports: total forecast). What has no probability adds nothing to the forecast.
     */
    public static Tally<Opportunity> forecast() {
        return Tally.of(
                "Forecast",
                Opportunity.TYPE,
                columns -> columns.where(OPEN.and(Opportunity.OWNER.isPresent()))
                        .groupBy(Opportunity.OWNER)
                        .count(NUMBER)
                        .sum(BUDGET, Opportunity.BUDGET)
                        .weighted(FORECAST, Opportunity.BUDGET, Opportunity.PROBABILITY));
    }

    private static String name(DateUnit unit) {
        return unit.name().toLowerCase(Locale.ROOT);
    }
}
