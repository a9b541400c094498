package org.clientele.spark;

import org.clientele.Crm;
import org.clientele.report.Tally;
import org.clientele.sales.Opportunity;
import org.clientele.sales.SalesReports;
import org.clientele.value.DateUnit;

/**
 * The reports that can be counted anywhere: a tally is no value to send, so what is sent is its name, and every machine has
 * the tally of this name.
 */
enum SalesReport {
    /** Opportunities of each account by status. */
    ACCOUNTS_BY_STATUS(SalesReports.accountsByStatus(Crm.open().schema())),
    /** What was won by quarter. */
    WON_BY_QUARTER(SalesReports.wonByPeriod(DateUnit.QUARTER)),
    /** What each owner may bring in yet. */
    FORECAST(SalesReports.forecast()),
    /** Averages, extremes and different values, which are put together of parts as well. */
    OWNERS(Tally.of(
            "Owners",
            Opportunity.TYPE,
            columns -> columns.groupBy(Opportunity.OWNER)
                    .count("number")
                    .distinct("accounts", Opportunity.ACCOUNT)
                    .average("average revenue", Opportunity.CLOSE_REVENUE)
                    .greatest("greatest revenue", Opportunity.CLOSE_REVENUE)
                    .greatest("last close date", Opportunity.CLOSE_DATE)));

    @SuppressWarnings("ImmutableEnumChecker") // it is
    private final Tally<Opportunity> tally;

    SalesReport(Tally<Opportunity> tally) {
        this.tally = tally;
    }

    Tally<Opportunity> tally() {
        return tally;
    }
}
