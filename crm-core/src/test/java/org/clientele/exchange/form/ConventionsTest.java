package org.clientele.exchange.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.contact.Address;
import org.clientele.contact.Contact;
import org.clientele.contact.EmailAddress;
import org.clientele.exchange.job.ImportReport;
import org.clientele.exchange.row.Table;
import org.clientele.exchange.row.UnreadableFileException;
import org.clientele.exchange.row.UnwritableFileException;
import org.clientele.exchange.work.OnMatch;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.sales.BusinessCustomer;
import org.clientele.sales.Lead;
import org.clientele.sales.Opportunity;
import org.clientele.value.Money;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

class ConventionsTest {

    private static final List<String> ADDRESS = List.of(
            "Label",
            "Organization",
            "Name prefix",
            "First name",
            "Middle name",
            "Last name",
            "Name suffix",
            "Street",
            "Street 2",
            "Zip/Postal Code",
            "City",
            "State",
            "State Combined code",
            "Country ISO2 code",
            "Types 1 Name",
            "Types 2 Name");

    private final Crm crm = Crm.open(config -> config.access(RolePolicy.of(Role.administrator("administrator"))));
    private final Organization acme = crm.asSystem().save(new Organization("Acme"));
    private final User olga = crm.asSystem()
            .save(new User("olga", "olga@acme.example", "Olga", "Example", acme).addRole("administrator"));
    private final Session sales = crm.as(olga);

    private <R extends CrmRecord> List<String> titles(EntityType<R> type) {
        Table table = new Table();
        sales.template(type).write(table);
        return List.of(table.titles().split("\\|"));
    }

    private static List<String> titles(String... parts) {
        return Stream.of(parts)
                .flatMap(part -> part.endsWith(" {address}")
                        ? ADDRESS.stream().map(title -> part.replace("{address}", title))
                        : Stream.of(part))
                .toList();
    }

    /** The documented titles; see docs/exchange.md for what is more or less. */
    @Test
    void titlesAreTheDocumentedOnes() {
        assertThat(titles(Account.TYPE))
                .containsExactlyInAnyOrderElementsOf(titles(
                        "Id",
                        "Account name",
                        "Owner Username",
                        "Default Contact First name",
                        "Default Contact Last name",
                        "Contacts 1 First name",
                        "Contacts 1 Last name",
                        "Description",
                        "Referred By Account name",
                        "Organization Name",
                        "Tags"));
        assertThat(titles(Contact.TYPE))
                .containsExactlyInAnyOrderElementsOf(titles(
                        "Id",
                        "Name prefix",
                        "First name",
                        "Middle name",
                        "Last name",
                        "Name suffix",
                        "Gender",
                        "Description",
                        "Job Title",
                        "Fax",
                        "Skype",
                        "Twitter",
                        "Facebook",
                        "Google+",
                        "LinkedIn",
                        "Birthday",
                        "Source Name",
                        "Contact Method Name",
                        "Owner Username",
                        "Assigned to Username",
                        "Reports to First name",
                        "Reports to Last name",
                        "Emails 1 Email",
                        "Emails 2 Email",
                        "Phones 1 Phone",
                        "Phones 2 Phone",
                        "Groups 1 Label",
                        "Addresses 1 {address}",
                        "Organization Name",
                        "Tags"));
        assertThat(titles(BusinessCustomer.TYPE))
                .containsExactlyInAnyOrderElementsOf(titles(
                        "Id",
                        "Channel Name",
                        "Customer name",
                        "Addresses 1 {address}",
                        "Account Account name",
                        "Contact First name",
                        "Contact Last name",
                        "Owner Username",
                        "Phones 1 Phone",
                        "Emails 1 Email",
                        "Employees",
                        "Ownership",
                        "Rating",
                        "Ticker symbol",
                        "Website",
                        "Organization Name",
                        "Tags"));
        assertThat(titles(Lead.TYPE))
                .containsExactlyInAnyOrderElementsOf(titles(
                        "Id",
                        "Lead name",
                        "Name prefix",
                        "First name",
                        "Middle name",
                        "Last name",
                        "Name suffix",
                        "Job title",
                        "Status Id",
                        "Company name",
                        "Website",
                        "Number of employees",
                        "Additional comments",
                        "Industry",
                        "Contact First name",
                        "Contact Last name",
                        "Address 1 {address}",
                        "Twitter",
                        "LinkedIn",
                        "Owner Username",
                        "Emails 1 Email",
                        "Phones 1 Phone",
                        "Customer Account Account name",
                        "Customer Customer name",
                        "Source Id",
                        "Campaign",
                        "Organization Name",
                        "Tags"));
        assertThat(titles(Opportunity.TYPE))
                .containsExactlyInAnyOrderElementsOf(titles(
                        "Id",
                        "Opportunity name",
                        "Expected close date",
                        "Probability",
                        "Budget Amount",
                        "Budget Amount Currency",
                        "Budget Amount In Base Currency",
                        "Customer need",
                        "Close revenue",
                        "Close revenue Currency",
                        "Close Revenue In Base Currency",
                        "Proposed solution",
                        "Additional comments",
                        "Status Id",
                        "Close reason Name",
                        "Contact First name",
                        "Contact Last name",
                        "Lead Lead name",
                        "Owner Username",
                        "Customer Account Account name",
                        "Customer Customer name",
                        "Organization Name",
                        "Tags"));
    }

    @Test
    void identityIsFirstAndTagsAreLastAfterCustomProperties() {
        crm.define(Account.TYPE, custom -> custom.text("tier"));
        assertThat(titles(Account.TYPE)).startsWith("Id", "Account name").endsWith("Tier", "Tags");
    }

    private <R extends CrmRecord> ImportReport imported(EntityType<R> type, EmptyCells emptyCells, String... lines) {
        return sales.importer(type, layout -> layout.conventional().emptyCells(emptyCells))
                .run(Table.of(lines));
    }

    private <R extends CrmRecord> ImportReport imported(EntityType<R> type, String... lines) {
        ImportReport report = imported(type, EmptyCells.KEEP, lines);
        assertThat(report.failures()).isEmpty();
        return report;
    }

    private static String sentence(ImportReport report) {
        return report.failures().get(0).problems().get(0).toString();
    }

    private Contact contact() {
        return sales.select(Contact.TYPE).first().orElseThrow();
    }

    @Test
    void itemsAreReadByAnyNumberAndTheFirstIsThePrimaryOne() {
        imported(
                Contact.TYPE,
                "First name|Last name|Emails 7 Email|Emails 12 Email|Emails 2 Email",
                "Ada|Lovelace|b@x|c@x|");
        assertThat(contact().getEmails())
                .containsExactly(new EmailAddress("b@x", true), new EmailAddress("c@x", false));
        assertThat(imported(
                                Contact.TYPE,
                                EmptyCells.CLEAR,
                                "First name|Last name|Emails 1 Email|Emails 2 Email|Phones 1 Phone",
                                "Ada|Lovelace|b@x|c@x|")
                        .unchanged())
                .isEqualTo(1);
    }

    @Test
    void itemsAreReplacedKeptOrCleared() {
        sales.save(new Contact("Ada", "Lovelace").addEmail("a@x").addPhone("1").addPhone("2"));
        imported(Contact.TYPE, "First name|Last name|Emails 1 Email|Phones 1 Phone", "Ada|Lovelace||3");
        assertThat(contact().getEmails()).hasSize(1);
        assertThat(contact().getPhones()).hasToString("[3]");
        imported(Contact.TYPE, EmptyCells.CLEAR, "First name|Last name|Emails 1 Email", "Ada|Lovelace|");
        assertThat(contact().getEmails()).isEmpty();
        assertThat(contact().getPhones()).as("there is no such column").hasSize(1);
    }

    @Test
    void ofAnItemOfWhichAFileHasAPartTheRestIsKept() {
        sales.save(new Contact("Ada", "Lovelace")
                .addAddress(Address.in("GB").with(Address.CITY, "London").with(Address.STREET, "Main Street 1"))
                .addAddress(Address.in("US").with(Address.CITY, "Rochester").with(Address.TYPES, "billing,shipping")));
        imported(
                Contact.TYPE,
                "First name|Last name|Addresses 1 City|Addresses 2 City|Addresses 2 Types 1 Name",
                "Ada|Lovelace|Ely|Boston|billing");
        assertThat(contact().getAddresses())
                .containsExactly(
                        Address.in("GB")
                                .with(Address.CITY, "Ely")
                                .with(Address.STREET, "Main Street 1")
                                .with(Address.PRIMARY, true),
                        Address.in("US").with(Address.CITY, "Boston").with(Address.TYPES, "billing"));
    }

    @Test
    void aFaultInAnItemNamesItsColumn() {
        assertThat(sentence(imported(
                        Contact.TYPE,
                        EmptyCells.KEEP,
                        "First name|Last name|Addresses 1 Country ISO2 code|Addresses 2 City|Addresses 2 Country ISO2 code",
                        "Ada|Lovelace|GB|Ely|")))
                .startsWith("Addresses 2 Country ISO2 code: ");
    }

    @Test
    void aRecordIsFoundByAllThatAPersonKnowsItBy() {
        Contact ada = sales.save(new Contact("Ada", "Lovelace"));
        sales.save(new Contact("Ada", "Byron"));
        Contact nameless = new Contact("Ada", "");
        sales.save(nameless);
        imported(
                Account.TYPE,
                "Account name|Default Contact First name|Default Contact Last name|Owner",
                "Acuserv|ada|LOVELACE|olga",
                "Oro|Ada||");
        List<Account> accounts =
                sales.select(Account.TYPE).orderBy(Account.NAME.asc()).list();
        assertThat(accounts.get(0).getDefaultContact()).isEqualTo(Ref.to(ada));
        assertThat(accounts.get(1).getDefaultContact()).isEqualTo(Ref.to(nameless));
        assertThat(sentence(imported(
                        Account.TYPE, EmptyCells.KEEP, "Account name|Default Contact First name", "Acuserv|Ada")))
                .isEqualTo(
                        "Default Contact First name: 3 records of type contact have firstName 'Ada'; give the identity"
                                + " of the one that is meant");
        assertThat(sentence(imported(
                        Account.TYPE,
                        EmptyCells.KEEP,
                        "Account name|Default Contact First name|Default Contact Last name",
                        "Acuserv|Ada|King")))
                .isEqualTo(
                        "Default Contact First name: no contact that you may see has firstName 'Ada' and lastName 'King';"
                                + " import it first, or correct the cell");
        imported(
                Account.TYPE,
                "Account name|Contacts 1 First name|Contacts 1 Last name|Contacts 2 First name|Contacts 2 Last name",
                "Acuserv|Ada|Byron|" + ada.getId() + "|");
        assertThat(sales.find(Account.TYPE, accounts.get(0).getId())
                        .orElseThrow()
                        .getContacts())
                .hasSize(2)
                .contains(Ref.to(ada));
    }

    @Test
    void moneyHasAnAmountAndACurrency() {
        imported(
                Opportunity.TYPE,
                "Opportunity name|Budget Amount|Budget Amount Currency|Probability",
                "A|12.5|EUR|50",
                "B|7||",
                "C|3 GBP||",
                "D||EUR|");
        assertThat(sales.select(Opportunity.TYPE)
                        .orderBy(Opportunity.NAME.asc())
                        .list())
                .extracting(Opportunity::getBudget)
                .containsExactly(Money.of("12.5", "EUR"), Money.of("7", "USD"), Money.of("3", "GBP"), null);
        assertThat(sentence(imported(
                        Opportunity.TYPE,
                        EmptyCells.KEEP,
                        "Opportunity name|Budget Amount|Budget Amount Currency",
                        "A|3 GBP|EUR")))
                .startsWith("Budget Amount: '3 GBP' is not in EUR");
    }

    @Test
    void columnsAreKnownByLabelOrName() {
        imported(
                Lead.TYPE,
                "name|firstName|emails 1 email|Status|addresses 1 country|addresses 1 types 1 Name|owner",
                "Carts|Ada|a@x|new|US|billing|olga");
        Lead lead = sales.select(Lead.TYPE).first().orElseThrow();
        assertThat(lead.getFirstName()).isEqualTo("Ada");
        assertThat(lead.getEmails()).containsExactly(new EmailAddress("a@x", true));
        assertThat(lead.getAddresses().get(0).types()).containsExactly("billing");
        assertThatThrownBy(() -> imported(Lead.TYPE, "Lead name|name", "A|B"))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage(
                        "table has two columns for the same, 'Lead name' and 'name'; remove one of them, or ignore it by"
                                + " name");
    }

    @Test
    void aFileNeedsWhatRecordsAreKnownByUnlessItHasIdentities() {
        assertThatThrownBy(() -> imported(Contact.TYPE, "First name|Skype", "Ada|x"))
                .hasMessageStartingWith("table has no column 'Last name', but 'First name', 'Skype'");
        Contact ada = sales.save(new Contact("Ada", "Lovelace"));
        imported(Contact.TYPE, "Id|Skype", ada.getId() + "|x");
        assertThat(contact().getSkype()).isEqualTo("x");
    }

    @Test
    void aColumnThatIsNotKnownIsAnErrorUnlessItIsIgnored() {
        String[] lines = {"Account name|Picture|Opportunities 1 Opportunity name", "Acuserv|x|y"};
        assertThatThrownBy(() -> imported(Account.TYPE, lines))
                .hasMessageStartingWith("table has columns that the import does not know: 'Picture', 'Opportunities 1");
        assertThat(sales.importer(Account.TYPE, layout -> layout.conventional().ignoreUnknown())
                        .run(Table.of(lines))
                        .created())
                .isEqualTo(1);
        assertThat(sales.importer(
                                Account.TYPE,
                                layout -> layout.conventional()
                                        .ignore("Account name")
                                        .derive((row, account) -> account.setName("x"))
                                        .onMatch(OnMatch.CREATE))
                        .run(Table.of("Account name", "Acuserv"))
                        .created())
                .isEqualTo(1);
    }

    @Test
    void anExportHasAsManyNumbersAsTheRecordThatHasMost() {
        sales.save(
                new Contact("Ada", "Lovelace").addEmail("a@x").addEmail("b@x").makePrimaryEmail("b@x"));
        sales.save(new Contact("Ada", "Byron").addEmail("c@x"));
        Table table = new Table();
        sales.exporter(
                        sales.select(Contact.TYPE),
                        layout -> layout.columns(Contact.FIRST_NAME)
                                .columns("Mail", Contact.EMAILS)
                                .columns(Contact.GROUPS))
                .write(table);
        assertThat(table.titles()).isEqualTo("First name|Mail 1 Email|Mail 2 Email|Groups 1 Label");
        assertThat(table.line(1)).isEqualTo("Ada|b@x|a@x|");
        assertThat(table.line(2)).isEqualTo("Ada|c@x||");
        assertThatThrownBy(() -> sales.exporter(
                                sales.select(Contact.TYPE),
                                layout -> layout.conventional().numbered(Contact.EMAILS, 1))
                        .write(new Table()))
                .isInstanceOf(UnwritableFileException.class)
                .hasMessageContaining("has 2 where there are columns for 1; give more");
    }

    @Test
    void aTemplateShowsAnExampleOfEachKind() {
        crm.define(Opportunity.TYPE, custom -> custom.percent("margin"));
        Table table = new Table();
        sales.template(Opportunity.TYPE).write(table);
        assertThat(table.cell("Probability")).isEqualTo("50");
        assertThat(table.cell("Budget Amount")).isEqualTo("17000");
        assertThat(table.cell("Budget Amount Currency")).isEqualTo("USD");
        assertThat(table.cell("Status Id")).isEqualTo("in_progress");
        assertThat(table.cell("Margin")).isEqualTo("50");
        assertThat(Set.of(table.cell("Tags").split(", "))).containsExactlyInAnyOrder("custom tag", "second tag");
    }

    @Test
    void aColumnOfAnItemMayBeMatchedOnBesides() {
        Table table =
                Table.of("First name|Last name|Emails 1 Email|Emails 2 Email", "Ada|Lovelace|a@x|b@x", "Ada|King|A@X|");
        ImportReport report = sales.importer(
                        Contact.TYPE,
                        layout -> layout.conventional()
                                .column("Emails 1 Email", Contact.EMAIL)
                                .matchOn(Contact.EMAIL))
                .run(table);
        assertThat(report).hasToString("2 read: 1 created, 1 updated, 0 unchanged, 0 skipped, 0 failed");
        assertThat(contact().getEmails()).containsExactly(new EmailAddress("A@X", true));
        assertThatThrownBy(() -> sales.importer(
                                Contact.TYPE,
                                layout -> layout.conventional()
                                        .column("Mail", Contact.EMAIL)
                                        .matchOn(Contact.EMAIL))
                        .run(Table.of("First name|Mail", "Ada|a@x")))
                .hasMessageStartingWith("table: 'Mail' is matched on and would be lost, as it is calculated; ");
    }
}
