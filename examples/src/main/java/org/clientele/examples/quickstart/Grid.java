package org.clientele.examples.quickstart;

import static org.clientele.exchange.cell.Codecs.by;

import java.nio.file.Path;
import org.clientele.Selection;
import org.clientele.account.Account;
import org.clientele.csv.CsvExport;
import org.clientele.organization.User;
import org.clientele.sales.Opportunity;
import org.clientele.sales.OpportunityStatus;

/** The grid of open opportunities, the most probable first. */
final class Grid {

    private final Office office;

    Grid(Office office) {
        this.office = office;
    }

    Path export(Path file) {
        Selection<Opportunity> open = office.administrator()
                .select(Opportunity.TYPE)
                .where(Opportunity.STATUS
                        .in(OpportunityStatus.WON, OpportunityStatus.LOST)
                        .negate())
                .orderBy(Opportunity.PROBABILITY.desc(), Opportunity.NAME.asc());
        CsvExport.of(
                        office.administrator(),
                        open,
                        columns -> columns.column(Opportunity.NAME)
                                .column("Account", Opportunity.ACCOUNT, by(Account.TYPE, Account.NAME))
                                .column("Owner", Opportunity.OWNER, by(User.TYPE, User.USERNAME))
                                .column(Opportunity.STATUS)
                                .column(Opportunity.PROBABILITY)
                                .column("Product", office.product)
                                .column("Engaged on", office.engagedOn))
                .write(file);
        return file;
    }
}
