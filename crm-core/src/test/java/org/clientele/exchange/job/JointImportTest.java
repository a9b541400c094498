package org.clientele.exchange.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientele.exchange.cell.Codecs.by;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.AccessDeniedException;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.exchange.ImportLayout;
import org.clientele.exchange.Importer;
import org.clientele.exchange.row.Problem;
import org.clientele.exchange.row.RowOutcome;
import org.clientele.exchange.row.Table;
import org.clientele.exchange.work.OnMatch;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Several sources as one import, and rows that wait for others. */
class JointImportTest {

    private static final Consumer<ImportLayout<Account>> ACCOUNTS = layout -> layout.column("Account", Account.NAME)
            .column("Contact", Account.DEFAULT_CONTACT, by(Contact.TYPE, Contact.LAST_NAME))
            .matchOn(Account.NAME);
    private static final Consumer<ImportLayout<Contact>> CONTACTS = layout -> layout.column("Name", Contact.LAST_NAME)
            .column("Reports to", Contact.REPORTS_TO, by(Contact.TYPE, Contact.LAST_NAME))
            .matchOn(Contact.LAST_NAME);

    private final Crm crm =
            Crm.open(config -> config.access(RolePolicy.of(Role.administrator("administrator"), Role.named("clerk"))));
    private final Organization acme = crm.asSystem().save(new Organization("Acme"));
    private final Session sales = user("olga", "administrator");

    private Session user(String name, String role) {
        return crm.as(crm.asSystem().save(new User(name, name + "@acme.example", name, "Example", acme).addRole(role)));
    }

    private Importer<Account> accounts(Consumer<ImportLayout<Account>> more) {
        return sales.importer(Account.TYPE, ACCOUNTS.andThen(more));
    }

    private Importer<Contact> contacts(Consumer<ImportLayout<Contact>> more) {
        return sales.importer(Contact.TYPE, CONTACTS.andThen(more));
    }

    private List<String> accountsAndTheirContacts() {
        return sales.select(Account.TYPE).orderBy(Account.NAME.asc()).list().stream()
                .map(account -> account.getName() + " " + name(account.getDefaultContact()))
                .toList();
    }

    private List<String> contactsAndTheirSuperiors() {
        return sales.select(Contact.TYPE).orderBy(Contact.LAST_NAME.asc()).list().stream()
                .map(contact -> contact.getLastName() + " " + name(contact.getReportsTo()))
                .toList();
    }

    private String name(@Nullable Ref<Contact> ref) {
        return ref == null
                ? "-"
                : String.valueOf(sales.get(Contact.TYPE, ref.id()).getLastName());
    }

    private long steps() {
        return crm.asSystem().select(ImportStep.TYPE).count();
    }

    @Test
    void whatOthersNameIsReadFirstInWhateverOrderItIsGiven() {
        List<String> told = new ArrayList<>();
        JointImport all = JointImport.of(
                accounts(layout -> layout.onRow(row -> told.add("account " + row.number())))
                        .from(Table.of("Account|Contact", "Acme|Lovelace", "Bolt|")),
                contacts(layout -> layout.onRow(row -> told.add("contact " + row.number())))
                        .from(Table.of("Name|Reports to", "Lovelace|")));
        JointReport rehearsal = all.rehearse();
        assertThat(sales.select(Account.TYPE).count()).isZero();
        assertThat(told).containsExactly("contact 1", "account 1", "account 2");
        JointReport done = all.run();
        assertThat(done).hasToString("""
                table: 2 read: 2 created, 0 updated, 0 unchanged, 0 skipped, 0 failed
                table: 1 read: 1 created, 0 updated, 0 unchanged, 0 skipped, 0 failed""");
        assertThat(rehearsal).hasToString(done.toString());
        assertThat(rehearsal.receipt()).isEmpty();
        assertThat(done.isClean()).isTrue();
        assertThat(accountsAndTheirContacts()).containsExactly("Acme Lovelace", "Bolt -");
        assertThat(done.receipt()).hasSize(2);
        sales.undo(done.receipt());
        assertThat(accountsAndTheirContacts()).isEmpty();
        assertThat(contactsAndTheirSuperiors()).isEmpty();
    }

    @Test
    void aRowWaitsForALaterOneOfItsOwnSource() {
        List<Long> told = new ArrayList<>();
        Importer<Contact> importer = contacts(layout -> layout.commitEvery(2).onRow(row -> told.add(row.number())));
        Table table = Table.of("Name|Reports to", "Dee|Cy", "Cy|Bob", "Bob|Ann", "Ann|");
        assertThat(importer.rehearse(table).isClean()).isTrue();
        ImportReport report = importer.run(table);
        assertThat(report).hasToString("4 read: 4 created, 0 updated, 0 unchanged, 0 skipped, 0 failed");
        assertThat(contactsAndTheirSuperiors()).containsExactly("Ann -", "Bob Ann", "Cy Bob", "Dee Cy");
        assertThat(told.subList(0, 4)).containsExactly(4L, 3L, 2L, 1L);
        assertThat(steps()).isZero();
        assertThat(importer.run(table).unchanged()).isEqualTo(4);
    }

    @Test
    void whoeverNobodyBringsIsRefusedOnceAndTheOthersAreDone() {
        Table table = Table.of("Name|Reports to", "Dee|Nobody", "Cy|Bob", "Eve|Dee", "Bob|");
        ImportReport report = contacts(layout -> {}).run(table);
        assertThat(report).hasToString("4 read: 2 created, 0 updated, 0 unchanged, 0 skipped, 2 failed");
        assertThat(report.failures()).extracting(RowOutcome.Failed::number).containsExactly(1L, 3L);
        assertThat(report.failures().get(0).problems())
                .containsExactly(new Problem(
                        "Reports to",
                        "Nobody",
                        "no contact that you may see has lastName 'Nobody'; import it first, or correct the cell"));
        assertThat(contactsAndTheirSuperiors()).containsExactly("Bob -", "Cy Bob");
    }

    @Test
    void rowsThatWaitForEachOtherAreRefused() {
        ImportReport report = contacts(layout -> {}).run(Table.of("Name|Reports to", "Ann|Bob", "Bob|Ann"));
        assertThat(report.failed()).isEqualTo(2);
        assertThat(contactsAndTheirSuperiors()).isEmpty();
    }

    @Test
    void anUnknownRecordIsTakenForNoneOnlyWhenNoRowBringsIt() {
        Importer<Contact> importer = sales.importer(
                Contact.TYPE,
                layout -> layout.column("Name", Contact.LAST_NAME)
                        .column(
                                "Reports to",
                                Contact.REPORTS_TO,
                                by(Contact.TYPE, Contact.LAST_NAME).orNull()));
        ImportReport report = importer.run(Table.of("Name|Reports to", "Cy|Bob", "Dee|Nobody", "Bob|"));
        assertThat(report.created()).isEqualTo(3);
        assertThat(contactsAndTheirSuperiors()).containsExactly("Bob -", "Cy Bob", "Dee -");
    }

    @Test
    void aStepThatCompletesARecordMayLetItsRowWait() {
        Importer<Contact> importer = sales.importer(
                Contact.TYPE,
                layout -> layout.column("Name", Contact.LAST_NAME)
                        .ignore("Reports to")
                        .derive((row, contact) ->
                                contact.setReportsTo(row.value("Reports to", by(Contact.TYPE, Contact.LAST_NAME)))));
        assertThat(importer.run(Table.of("Name|Reports to", "Cy|Bob", "Bob|")).created())
                .isEqualTo(2);
        assertThat(contactsAndTheirSuperiors()).containsExactly("Bob -", "Cy Bob");
    }

    @Test
    void aRowOfOneSourceWaitsForThatOfALaterOne() {
        JointReport report = JointImport.of(
                        contacts(layout -> layout.job("first")).from(Table.of("Name|Reports to", "Cy|Bob", "Dee|Eve")),
                        contacts(layout -> layout.job("second")).from(Table.of("Name|Reports to", "Bob|Dee", "Eve|")))
                .run();
        assertThat(report.isClean()).isTrue();
        assertThat(contactsAndTheirSuperiors()).containsExactly("Bob Dee", "Cy Bob", "Dee Eve", "Eve -");
    }

    @Test
    void anImportThatIsCancelledGoesOnInAllItsSources() {
        AtomicInteger commits = new AtomicInteger(4);
        JointImport cancelled = JointImport.of(
                accounts(layout -> layout.commitEvery(1))
                        .from(Table.of("Account|Contact", "Acme|Lovelace", "Bolt|Byron")),
                contacts(layout -> layout.commitEvery(1).cancelWhen(() -> commits.getAndDecrement() == 0))
                        .from(Table.of("Name|Reports to", "Byron|Lovelace", "Eve|Adams", "Lovelace|")));
        JointReport first = cancelled.run();
        assertThat(first).hasToString("""
                table: 0 read: 0 created, 0 updated, 0 unchanged, 0 skipped, 0 failed; stopped as asked after row 0; run it again to go on
                table: 1 read: 1 created, 0 updated, 0 unchanged, 0 skipped, 0 failed; stopped with table; 2 that wait for other rows were not done""");
        assertThat(steps()).isEqualTo(3);
        assertThat(cancelled.rehearse().sources().get(1).report().read()).isEqualTo(3);
        JointReport done = cancelled.run();
        assertThat(done).hasToString("""
                table: 2 read: 2 created, 0 updated, 0 unchanged, 0 skipped, 0 failed
                table: 3 read: 2 created, 0 updated, 0 unchanged, 0 skipped, 1 failed""");
        assertThat(accountsAndTheirContacts()).containsExactly("Acme Lovelace", "Bolt Byron");
        assertThat(steps()).isZero();
        sales.undo(done.receipt());
        assertThat(contactsAndTheirSuperiors()).isEmpty();
    }

    @Test
    void whatOneSourceStopsForStopsAll() {
        JointReport report = JointImport.of(
                        contacts(layout -> layout.stopAfterErrors(1).commitEvery(2))
                                .from(Table.of("Name|Reports to", "Ann|Zoe", "|", "Zoe|")),
                        accounts(layout -> {}).from(Table.of("Account|Contact", "Acme|")))
                .run();
        assertThat(report.sources())
                .extracting(JointReport.OfSource::toString)
                .containsExactly(
                        "table: 1 read: 0 created, 0 updated, 0 unchanged, 0 skipped, 1 failed; stopped after 1 refused rows, as the"
                                + " layout says; the rows after row 2 were not read; 1 that wait for other rows were not done",
                        "table: 0 read: 0 created, 0 updated, 0 unchanged, 0 skipped, 0 failed; stopped with table; the rows after"
                                + " row 0 were not read");
        assertThat(report.isClean()).isFalse();
        assertThat(steps()).isZero();
    }

    @Test
    void whatWasDoneUntilItIsGivenUpStaysAndIsTold() {
        AtomicInteger commits = new AtomicInteger(1);
        JointImport cancelled = JointImport.of(
                accounts(layout -> layout.cancelWhen(() -> commits.getAndDecrement() == 0))
                        .from(Table.of("Account|Contact", "Acme|")),
                contacts(layout -> {}).from(Table.of("Name|Reports to", "Ann|")));
        cancelled.run();
        JointReport report = cancelled.giveUp();
        assertThat(report).hasToString("""
                table: 0 read: 0 created, 0 updated, 0 unchanged, 0 skipped, 0 failed; given up after row 0
                table: 1 read: 1 created, 0 updated, 0 unchanged, 0 skipped, 0 failed; given up after row 1""");
        assertThat(steps()).isZero();
        sales.undo(report.receipt());
        assertThat(contactsAndTheirSuperiors()).isEmpty();
    }

    @Test
    void anImportGoesOnInWhateverOrderItsSourcesAreGivenByThen() {
        AtomicBoolean cancelled = new AtomicBoolean();
        Import<Account> accounts = accounts(layout -> layout.onMatch(OnMatch.FAIL))
                .from(Table.of("Account|Contact", "Acme|Lovelace", "Bolt|"));
        Import<Contact> contacts = contacts(layout -> layout.onMatch(OnMatch.FAIL)
                        .commitEvery(1)
                        .onRow(row -> cancelled.set(true))
                        .cancelWhen(() -> cancelled.getAndSet(false)))
                .from(Table.of("Name|Reports to", "Lovelace|", "Byron|Lovelace"));
        JointReport begun = JointImport.of(accounts, contacts).run();
        assertThat(begun.sources().get(1).report().read()).isEqualTo(1);
        JointReport done = JointImport.of(contacts, accounts).run();
        assertThat(done).hasToString("""
                table: 2 read: 2 created, 0 updated, 0 unchanged, 0 skipped, 0 failed
                table: 2 read: 2 created, 0 updated, 0 unchanged, 0 skipped, 0 failed""");
        assertThat(steps()).isZero();
        sales.undo(done.receipt());
        assertThat(contactsAndTheirSuperiors()).isEmpty();
    }

    @Test
    void everyoneOfThemMustBeAllowed() {
        Session clerk = user("ivan", "clerk");
        JointImport forbidden =
                JointImport.of(clerk.importer(Contact.TYPE, CONTACTS).from(Table.of("Name|Reports to", "Ann|")));
        assertThatThrownBy(forbidden::run).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(forbidden::rehearse).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(forbidden::giveUp).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void importsThatDoNotGoTogetherAreRefused() {
        Table table = Table.of("Name|Reports to");
        Session other = user("ada", "administrator");
        assertThatThrownBy(() -> JointImport.of(List.of())).hasMessage("there is no import to do; give at least one");
        assertThatThrownBy(() -> JointImport.of(
                        contacts(layout -> {}).from(table),
                        other.importer(Contact.TYPE, CONTACTS).from(table)))
                .hasMessage(
                        "imports of several sessions can not be done as one; make all importers by the same session");
        Importer<Contact> refusing = contacts(layout -> layout.rejectsTo(Path.of("refused.csv")));
        assertThatThrownBy(() -> JointImport.of(refusing.from(table), refusing.from(table)))
                .hasMessage(
                        "two imports into contact are known by the same name, table; leave one out, or give each a name of"
                                + " its own: job(...)");
        Importer<Account> alike = accounts(layout -> layout.rejectsTo(Path.of("refused.csv")));
        assertThatThrownBy(() -> JointImport.of(refusing.from(table), alike.from(table)))
                .hasMessage("the refused rows of two imports go to "
                        + Path.of("refused.csv").toAbsolutePath() + "; give each its own");
    }
}
