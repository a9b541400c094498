package org.clientele.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientele.exchange.cell.Codecs.by;
import static org.clientele.exchange.cell.Codecs.choice;
import static org.clientele.exchange.cell.Codecs.date;
import static org.clientele.exchange.cell.Codecs.money;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.AccessDeniedException;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.exchange.cell.Codec;
import org.clientele.exchange.form.EmptyCells;
import org.clientele.exchange.job.ImportReport;
import org.clientele.exchange.job.Progress;
import org.clientele.exchange.row.UnreadableFileException;
import org.clientele.exchange.row.UnwritableFileException;
import org.clientele.exchange.work.OnMatch;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.organization.UserOwned;
import org.clientele.sales.Opportunity;
import org.clientele.sales.OpportunityStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvImportTest {

    @TempDir
    private Path directory;

    private final Crm crm = Crm.open(config -> config.access(RolePolicy.of(Role.administrator("administrator"))));
    private final Organization acme = crm.asSystem().save(new Organization("Acme"));
    private final Session sales = crm.as(user("olga", "administrator"));

    private User user(String name, String role) {
        return crm.asSystem().save(new User(name, name + "@acme.example", name, "Example", acme).addRole(role));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private CsvImport<Account> accounts(Path rejected) {
        return CsvImport.into(
                sales,
                Account.TYPE,
                layout -> layout.column("Account name", Account.NAME)
                        .column("Description", Account.DESCRIPTION)
                        .matchOn(Account.NAME)
                        .rejectsTo(rejected));
    }

    @Test
    void goodRowsBecomeRecordsAndBadOnesAFileToMend() throws IOException {
        Path rejected = directory.resolve("rejected.csv");
        CsvImport<Account> accounts = accounts(rejected);
        Path file = file("accounts.csv", "Account name,Description\nAcuserv,\"one, two\"\n,nobody\nBody Toning,gym\n");

        ImportReport rehearsal = accounts.rehearse(file);
        assertThat(rehearsal).hasToString("3 read: 2 created, 0 updated, 0 unchanged, 0 skipped, 1 failed");
        assertThat(sales.select(Account.TYPE).count()).isZero();
        assertThat(rejected).doesNotExist();

        ImportReport done = accounts.run(file);
        assertThat(done).hasToString(rehearsal.toString());
        assertThat(done.failures().get(0).line()).isEqualTo(3);
        assertThat(sales.select(Account.TYPE).orderBy(Account.NAME.asc()).list())
                .extracting(Account::getName)
                .containsExactly("Acuserv", "Body Toning");
        assertThat(Files.readString(rejected))
                .isEqualTo("Refused because,Account name,Description\r\n"
                        + "\"there is no 'Account name', by which records are matched; give one\",,nobody\r\n");
        assertThat(accounts.run(file)).hasToString("3 read: 0 created, 0 updated, 2 unchanged, 0 skipped, 1 failed");
    }

    /** What a host shows of an import under way. */
    private record Bar(List<String> shown) {

        void show(long processed, OptionalLong total, OptionalDouble rowsPerSecond) {
            shown.add(processed + " of " + total.orElse(0) + (rowsPerSecond.isPresent() ? ", with a rate" : ""));
        }
    }

    @Test
    void anImportIsWatchedAndTakenBackAsOne() throws IOException {
        Bar bar = new Bar(new ArrayList<>());
        Path file = file("accounts.csv", "Account name\nAcuserv\nBody Toning\n");
        AtomicBoolean cancelled = new AtomicBoolean(); // set by a button, say, in any thread
        CsvImport<Account> accounts = CsvImport.into(
                sales,
                Account.TYPE,
                layout -> layout.column("Account name", Account.NAME)
                        .matchOn(Account.NAME)
                        .onProgress(
                                progress -> bar.show(progress.processed(), progress.total(), progress.rowsPerSecond()))
                        .cancelWhen(cancelled::get));
        ImportReport done = accounts.run(file); // after a crash, the same line goes on
        sales.undo(done.receipt()); // all of it, as one
        assertThat(done.created()).isEqualTo(2);
        assertThat(bar.shown()).last().asString().startsWith("33 of 33");
        assertThat(sales.select(Account.TYPE).count()).isZero();
    }

    @Test
    void theReportSaysInWhatTheFileIsWritten() throws IOException {
        ImportReport report = accounts(directory.resolve("rejected.csv"))
                .rehearse(file("accounts.csv", "sep=|\nAccount name|Description\r\nAcuserv|gym\r\n"));
        assertThat(report.dialect())
                .isEqualTo("UTF-8, cells parted by bars as its first line says, lines that end in CR LF and in LF");
    }

    @Test
    void theFileOfRefusedRowsImportsOnceItIsMended() throws IOException {
        Path rejected = directory.resolve("rejected.csv");
        accounts(rejected)
                .run(file("accounts.csv", "Account name;Description\n;\"a \"\"b\"\"\nc\"\nBody Toning;gym\n"));
        Path mended = file("mended.csv", Files.readString(rejected).replaceFirst(";;", ";Big Bear Stores;"));
        assertThat(accounts(rejected).run(mended))
                .hasToString("1 read: 1 created, 0 updated, 0 unchanged, 0 skipped, 0 failed");
        assertThat(sales.select(Account.TYPE)
                        .where(Account.NAME.is("Big Bear Stores"))
                        .first())
                .get()
                .extracting(Account::getDescription)
                .isEqualTo("a \"b\"\nc");
        assertThat(rejected).as("nothing is refused any more").doesNotExist();
    }

    @Test
    void aRowWithAColumnTooManyOrTooFewIsRefusedUntilItIsMended() throws IOException {
        Path rejected = directory.resolve("rejected.csv");
        Path file = file("accounts.csv", "Account name,Description\nAcuserv\nBody Toning,gym,x\n");
        ImportReport report = accounts(rejected).run(file);
        assertThat(report.failures().stream()
                        .map(failure -> failure.problems().get(0).sentence().substring(0, 25)))
                .containsExactly("expected 2 columns, got 1", "expected 2 columns, got 3");
        Path again = Files.copy(rejected, directory.resolve("again.csv"));
        assertThat(accounts(rejected).run(again).failed()).isEqualTo(2);
    }

    @Test
    void theFileThatIsReadIsNeverTheOneThatIsWritten() throws IOException {
        Path file = file("accounts.csv", "Account name,Description\n,x\n");
        assertThatThrownBy(() -> accounts(file).run(file))
                .isInstanceOf(UnwritableFileException.class)
                .hasMessageContaining("can not go to the file that is read; name another one");
        assertThat(file).hasContent("Account name,Description\n,x\n");
    }

    @Test
    void aFileThatIsBrokenAtItsEndImportsNothing() throws IOException {
        CsvImport<Account> accounts = CsvImport.into(
                sales,
                Account.TYPE,
                layout -> layout.column("Name", Account.NAME).commitEvery(1));
        Path file = file("accounts.csv", "Name\nAcuserv\nBody Toning\n\"Big Bear");
        assertThatThrownBy(() -> accounts.run(file))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("a quote on line 4 that is never closed");
        assertThat(sales.select(Account.TYPE).count()).isZero();
    }

    @Test
    void anotherDelimiterThanTheOneInTheFileIsToldAtOnce() throws IOException {
        Path file = file("accounts.csv", "Account name,Description\nAcuserv,x\n");
        assertThatThrownBy(() ->
                        accounts(directory.resolve("r.csv")).delimitedBy(';').run(file))
                .hasMessageStartingWith(
                        "accounts.csv has columns that the import does not know: 'Account name,Description'; it knows")
                .hasMessageEndingWith("if this is several columns in one, give the right delimiter");
    }

    @Test
    void whoMayNotImportOrExportIsToldBeforeAnythingIsReadOrWritten() {
        Session clerk = crm.as(user("ivan", "clerk"));
        Path nowhere = directory.resolve("nowhere.csv");
        CsvImport<Account> accounts =
                CsvImport.into(clerk, Account.TYPE, layout -> layout.column("Name", Account.NAME));
        assertThatThrownBy(() -> accounts.run(nowhere)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> accounts.rehearse(nowhere)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(
                        () -> CsvExport.of(clerk, clerk.select(Account.TYPE), columns -> columns.column(Account.NAME))
                                .write(nowhere))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void progressIsToldInBytes() throws IOException {
        StringBuilder text = new StringBuilder("Account name,Description\n");
        for (int i = 0; i < 2_000; i++) {
            text.append("Account ").append(i).append(",\n");
        }
        Path file = file("accounts.csv", text.toString());
        List<Progress> told = new ArrayList<>();
        CsvImport.into(
                        sales,
                        Account.TYPE,
                        layout -> layout.column("Account name", Account.NAME)
                                .ignore("Description")
                                .commitEvery(10)
                                .onProgress(told::add))
                .run(file);
        assertThat(told).hasSizeLessThanOrEqualTo(102);
        Progress last = told.get(told.size() - 1);
        assertThat(last.rows()).isEqualTo(2_000);
        assertThat(last.processed())
                .isEqualTo(Files.size(file))
                .isEqualTo(last.total().orElseThrow());
    }

    private CsvImport<Opportunity> opportunities() {
        return CsvImport.into(
                sales,
                Opportunity.TYPE,
                layout -> layout.column("Id", Opportunity.NAME)
                        .column("Agent", UserOwned.OWNER, by(User.TYPE, User.USERNAME))
                        .column(
                                "Account",
                                Opportunity.ACCOUNT,
                                by(Account.TYPE, Account.NAME).alias("Acu", "Acuserv"))
                        .column(
                                "Stage",
                                Opportunity.STATUS,
                                choice(Opportunity.STATUS)
                                        .value("Won", OpportunityStatus.WON)
                                        .value("Engaging", OpportunityStatus.NEGOTIATION))
                        .column("Closed", Opportunity.CLOSE_DATE, date("M/d/yyyy"))
                        .column("Value", Opportunity.BUDGET, money("USD"))
                        .ignore("Engaged")
                        .derive((row, opportunity) -> {
                            if (row.cell("Stage").equals("Won")) {
                                opportunity.win(opportunity.getBudget(), opportunity.getCloseDate());
                            }
                        })
                        .matchOn(Opportunity.NAME)
                        .onMatch(OnMatch.UPSERT));
    }

    @Test
    void aRealFileHasItsOwnDatesNamesAndAmounts() throws IOException {
        sales.save(new Account("Acuserv"));
        Path file = file("pipeline.csv", """
                Id,Agent,Account,Stage,Engaged,Closed,Value
                1C1I7A6R,olga,Acu,Won,10/20/2016,3/1/2017,1054
                Z063OYW0,olga,Acuserv,Engaging,10/25/2016,,
                EC4QE1BX,olga,,Engaging,13/45/2016,,
                MV1LWRNH,nobody,Acuserv,Won,10/25/2016,3/1/2017,50
                """);
        assertThat(opportunities().run(file))
                .hasToString("4 read: 3 created, 0 updated, 0 unchanged, 0 skipped, 1 failed");
        Opportunity won = sales.select(Opportunity.TYPE)
                .where(Opportunity.NAME.is("1C1I7A6R"))
                .first()
                .orElseThrow();
        assertThat(won.getStatus()).isEqualTo(OpportunityStatus.WON);
        assertThat(won.getCloseRevenue()).hasToString("1054 USD");
        assertThat(won.getCloseDate()).isEqualTo("2017-03-01");
        assertThat(opportunities().run(file))
                .hasToString("4 read: 0 created, 0 updated, 3 unchanged, 0 skipped, 1 failed");
    }

    @Test
    void whatIsExportedImportsUnchanged() throws IOException {
        Account odd = new Account(" =1+1, \"quoted\"\r\nnext line\t|;\u00e9\uD83D\uDE00 ");
        odd.setDescription("#no comment");
        odd.addTag("a,b").addTag(" c ").addTag("\\");
        sales.save(odd);
        sales.save(new Account("Acuserv"));
        Path file = directory.resolve("accounts.csv");
        long written = CsvExport.of(
                        sales,
                        sales.select(Account.TYPE).orderBy(Account.NAME.asc()),
                        columns -> columns.column("Account name", Account.NAME)
                                .column("Description", Account.DESCRIPTION)
                                .column("Tags", Account.TAGS)
                                .column("Owner", UserOwned.OWNER, by(User.TYPE, User.USERNAME)))
                .write(file);
        assertThat(written).isEqualTo(2);
        assertThat(Files.readAllLines(file, StandardCharsets.UTF_8).get(0))
                .isEqualTo("Account name,Description,Tags,Owner");
        ImportReport report = CsvImport.into(
                        sales,
                        Account.TYPE,
                        layout -> layout.column("Account name", Account.NAME)
                                .column("Description", Account.DESCRIPTION)
                                .column("Tags", Account.TAGS)
                                .column("Owner", UserOwned.OWNER, by(User.TYPE, User.USERNAME))
                                .matchOn(Account.NAME)
                                .emptyCells(EmptyCells.CLEAR))
                .run(file);
        assertThat(report).hasToString("2 read: 0 created, 0 updated, 2 unchanged, 0 skipped, 0 failed");
        assertThat(report.receipt()).isEmpty();
    }

    @Test
    void anExportThatFailsLeavesTheOldFileAsItWas() throws IOException {
        Path file = file("accounts.csv", "old");
        sales.save(new Account("Acuserv"));
        Codec<String> broken = Codec.of(cell -> cell, value -> {
            throw new IllegalStateException("no");
        });
        assertThatThrownBy(() -> CsvExport.of(
                                sales,
                                sales.select(Account.TYPE),
                                columns -> columns.column("Name", Account.NAME, broken))
                        .write(file))
                .hasMessage("no");
        assertThatThrownBy(() -> CsvExport.of(
                                sales, sales.select(Account.TYPE), columns -> columns.column("Na\0me", Account.NAME))
                        .write(file))
                .isInstanceOf(UnwritableFileException.class)
                .hasMessageContaining("a text has a NUL character at 3; remove it");
        assertThat(file).hasContent("old");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
        CsvExport<Account> names =
                CsvExport.of(sales, sales.select(Account.TYPE), columns -> columns.column(Account.NAME));
        assertThatThrownBy(() -> names.write(directory)).hasMessageContaining("is a directory; name a file in it");
        assertThatThrownBy(() -> names.write(directory.resolve("no").resolve("a.csv")))
                .isInstanceOf(UnwritableFileException.class)
                .hasMessageContaining("can not be written");
    }
}
