package org.clientele.examples.quickstart;

import static org.clientele.exchange.cell.Codecs.by;
import static org.clientele.exchange.cell.Codecs.choice;
import static org.clientele.exchange.cell.Codecs.date;
import static org.clientele.exchange.cell.Codecs.money;
import static org.clientele.exchange.cell.Codecs.setOf;
import static org.clientele.exchange.cell.Codecs.text;
import static org.clientele.exchange.work.OnMatch.FAIL;
import static org.clientele.exchange.work.OnMatch.SKIP;
import static org.clientele.exchange.work.OnMatch.UPDATE;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.clientele.account.Account;
import org.clientele.exchange.ImportLayout;
import org.clientele.exchange.cell.Codec;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.User;
import org.clientele.sales.CloseReason;
import org.clientele.sales.Opportunity;
import org.clientele.sales.OpportunityStatus;
import org.clientele.value.Ref;

/** How the three files of an export become business units, users, accounts and opportunities. */
final class SalesFiles {

    private static final Codec<OpportunityStatus> STAGE = choice(Opportunity.STATUS)
            .value("Prospecting", OpportunityStatus.IN_PROGRESS)
            .value("Engaging", OpportunityStatus.IDENTIFICATION_ALIGNMENT)
            .value("Won", OpportunityStatus.WON)
            .value("Lost", OpportunityStatus.LOST);

    private final Office office;
    private final Loading loading;
    private final Path teams;
    private final Path accounts;
    private final Path pipeline;

    SalesFiles(Office office, Path directory, Loading loading) {
        this.office = office;
        this.loading = loading;
        this.teams = directory.resolve("sales_teams.csv");
        this.accounts = directory.resolve("accounts.csv");
        this.pipeline = directory.resolve("sales_pipeline.csv");
    }

    void load() {
        loading.load("offices", teams, BusinessUnit.TYPE, this::offices);
        loading.load("managers", teams, User.TYPE, users("manager", Office.MANAGER, "sales_agent"));
        loading.load("agents", teams, User.TYPE, users("sales_agent", Office.AGENT, "manager"));
        loading.load("accounts", accounts, Account.TYPE, this::accounts);
        loading.load("parent companies", accounts, Account.TYPE, this::parents);
        loading.load("opportunities", pipeline, Opportunity.TYPE, this::opportunities);
    }

    private void offices(ImportLayout<BusinessUnit> layout) {
        layout.column("regional_office", BusinessUnit.NAME)
                .ignore("sales_agent", "manager")
                .matchOn(BusinessUnit.NAME)
                .onMatch(SKIP);
    }

    private Consumer<ImportLayout<User>> users(String column, String role, String other) {
        return layout -> layout.column(column, User.USERNAME)
                .column("regional_office", User.BUSINESS_UNITS, setOf(by(BusinessUnit.TYPE, BusinessUnit.NAME)))
                .ignore(other)
                .constant(User.ORGANIZATIONS, Set.of(Ref.to(office.organization())))
                .constant(User.ROLES, Set.of(role))
                .derive((row, user) -> complete(user, row.cell(column)))
                .matchOn(User.USERNAME)
                .onMatch(SKIP);
    }

    private static void complete(User user, String fullName) {
        int blank = fullName.indexOf(' ');
        user.setFirstName(blank < 0 ? fullName : fullName.substring(0, blank));
        user.setLastName(fullName.substring(blank + 1));
        user.setEmail(fullName.toLowerCase(Locale.ROOT).replace(' ', '.') + "@sales.example");
    }

    private void accounts(ImportLayout<Account> layout) {
        layout.column("account", Account.NAME)
                .column("sector", office.sector, text().alias("technolgy", "technology"))
                .column("year_established", office.founded)
                .column("revenue", office.revenue)
                .column("employees", office.employees)
                .column("office_location", office.location, text().alias("Philipines", "Philippines"))
                .ignore("subsidiary_of")
                .matchOn(Account.NAME)
                .onMatch(FAIL);
    }

    /** A second pass, since a parent may stand below its subsidiary. */
    private void parents(ImportLayout<Account> layout) {
        layout.column("account", Account.NAME)
                .column("subsidiary_of", office.subsidiaryOf, by(Account.TYPE, Account.NAME))
                .ignore("sector", "year_established", "revenue", "employees", "office_location")
                .matchOn(Account.NAME)
                .onMatch(UPDATE);
    }

    private void opportunities(ImportLayout<Opportunity> layout) {
        layout.column("opportunity_id", Opportunity.NAME)
                .column("sales_agent", Opportunity.OWNER, by(User.TYPE, User.USERNAME))
                .column("product", office.product, text().alias("GTXPro", "GTX Pro"))
                .column("account", Opportunity.ACCOUNT, by(Account.TYPE, Account.NAME))
                .column("deal_stage", Opportunity.STATUS, STAGE)
                .column("engage_date", office.engagedOn, date("M/d/yyyy"))
                .column("close_date", Opportunity.CLOSE_DATE, date("M/d/yyyy"))
                .column("close_value", Opportunity.CLOSE_REVENUE, money("USD"))
                .derive((row, deal) -> {
                    if (OpportunityStatus.WON.equals(deal.getStatus())) {
                        deal.setCloseReason(CloseReason.WON);
                    }
                })
                .matchOn(Opportunity.NAME)
                .onMatch(FAIL);
    }
}
