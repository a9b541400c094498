package org.clientele.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientele.exchange.cell.Codecs.by;
import static org.clientele.exchange.cell.Codecs.date;
import static org.clientele.exchange.cell.Codecs.money;
import static org.clientele.exchange.cell.Codecs.text;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.customer.Customer;
import org.clientele.exchange.form.EmptyCells;
import org.clientele.exchange.job.ImportReport;
import org.clientele.exchange.row.Fingerprint;
import org.clientele.exchange.row.Problem;
import org.clientele.exchange.row.Row;
import org.clientele.exchange.row.RowOutcome;
import org.clientele.exchange.row.RowSink;
import org.clientele.exchange.row.RowSource;
import org.clientele.exchange.row.UnreadableFileException;
import org.clientele.exchange.row.UnwritableFileException;
import org.clientele.exchange.work.OnMatch;
import org.clientele.journal.ChangeSet;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.organization.UserOwned;
import org.clientele.sales.Opportunity;
import org.clientele.sales.OpportunityStatus;
import org.clientele.store.ForwardingRecords;
import org.clientele.store.RecordStore;
import org.clientele.store.Records;
import org.clientele.store.Write;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ImporterTest {

    private final Crm crm = Crm.open(config -> config.access(RolePolicy.of(Role.administrator("administrator"))));
    private final Organization acme = crm.asSystem().save(new Organization("Acme"));
    private final User olga = crm.asSystem()
            .save(new User("olga", "olga@acme.example", "Olga", "Example", acme).addRole("administrator"));
    private final Session sales = crm.as(olga);

    /** Rows of a text, cells parted by bars; it breaks where a row says so. */
    private record Lines(List<String> lines) implements RowSource {

        static Lines of(String... lines) {
            return new Lines(Arrays.asList(lines));
        }

        @Override
        public String name() {
            return "lines";
        }

        @Override
        public @Nullable Path file() {
            return null;
        }

        @Override
        public Fingerprint fingerprint() {
            return Fingerprint.of(lines.toString().getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public RowSink rejects(Path file) {
            throw new UnwritableFileException(file + " can not be written");
        }

        @Override
        public Rows open() {
            int[] next = {1};
            return new Rows() {
                @Override
                public List<String> header() {
                    return List.of(lines.get(0).split("\\|", -1));
                }

                @Override
                public @Nullable Row next() {
                    if (next[0] == lines.size()) {
                        return null;
                    } else if (lines.get(next[0]).equals("!")) {
                        throw new UnreadableFileException("lines is broken");
                    }
                    Row row = new Row(
                            next[0], next[0] + 1L, List.of(lines.get(next[0]).split("\\|", -1)));
                    next[0]++;
                    return row;
                }

                @Override
                public long processed() {
                    return next[0];
                }

                @Override
                public OptionalLong total() {
                    return OptionalLong.empty();
                }

                @Override
                public void close() {}
            };
        }
    }

    private ImportReport accounts(Consumer<ImportLayout<Account>> more, String... lines) {
        return sales.importer(
                        Account.TYPE,
                        layout -> more.accept(
                                layout.column("Name", Account.NAME).column("Description", Account.DESCRIPTION)))
                .run(Lines.of(lines));
    }

    private static String sentence(ImportReport report) {
        return report.failures().get(0).problems().get(0).toString();
    }

    private List<String> names() {
        return sales.select(Account.TYPE).orderBy(Account.NAME.asc()).list().stream()
                .map(account -> account.getName() + ":" + account.getDescription())
                .toList();
    }

    @Test
    void whatIsMatchedIsDoneAsTheLayoutSays() {
        sales.save(new Account("Acuserv"));
        String[] lines = {"Name|Description", "Acuserv|first", "Body Toning|second"};
        assertThat(accounts(layout -> layout.matchOn(Account.NAME).onMatch(OnMatch.FAIL), lines))
                .hasToString("2 read: 1 created, 0 updated, 0 unchanged, 0 skipped, 1 failed");
        assertThat(accounts(layout -> layout.matchOn(Account.NAME).onMatch(OnMatch.SKIP), lines))
                .hasToString("2 read: 0 created, 0 updated, 0 unchanged, 2 skipped, 0 failed");
        assertThat(names()).containsExactly("Acuserv:null", "Body Toning:second");
        assertThat(accounts(layout -> layout.matchOn(Account.NAME), lines))
                .hasToString("2 read: 0 created, 1 updated, 1 unchanged, 0 skipped, 0 failed");
        assertThat(names()).containsExactly("Acuserv:first", "Body Toning:second");
        assertThat(accounts(layout -> layout.matchOn(Account.NAME).onMatch(OnMatch.CREATE), lines)
                        .created())
                .isEqualTo(2);
        ImportReport several = accounts(layout -> layout.matchOn(Account.NAME).onMatch(OnMatch.UPDATE), lines);
        assertThat(sentence(several)).startsWith("2 records of type account have the same 'Name'; ");
        assertThat(sentence(accounts(
                        layout -> layout.matchOn(Account.NAME).onMatch(OnMatch.UPDATE),
                        "Name|Description",
                        "Big Bear Stores|x")))
                .startsWith("there is no such account that you may see; ");
    }

    @Test
    void anEmptyCellKeepsOrClearsAndAMissingColumnDoesNothing() {
        Account acuserv = new Account("Acuserv");
        acuserv.setDescription("kept");
        sales.save(acuserv);
        accounts(layout -> layout.matchOn(Account.NAME), "Name|Description", "Acuserv|");
        accounts(layout -> layout.matchOn(Account.NAME).emptyCells(EmptyCells.CLEAR), "Name", "Acuserv");
        assertThat(names()).containsExactly("Acuserv:kept");
        accounts(layout -> layout.matchOn(Account.NAME).emptyCells(EmptyCells.CLEAR), "Name|Description", "Acuserv|");
        assertThat(names()).containsExactly("Acuserv:null");
    }

    @Test
    void theColumnsOfAFileAreThoseOfTheLayout() {
        assertThatThrownBy(() -> accounts(layout -> {}, "Name|Town", "Acuserv|Berlin"))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage("lines has columns that the import does not know: 'Town'; it knows 'Name', 'Description'."
                        + " Rename or remove them, or ignore them by name");
        assertThat(accounts(layout -> layout.ignore("Town"), "Name|Town", "Acuserv|Berlin")
                        .created())
                .isEqualTo(1);
        assertThat(accounts(ImportLayout::ignoreUnknown, "Name||", "Acuserv||").created())
                .isEqualTo(1);
        assertThatThrownBy(() -> accounts(layout -> {}, "Name||", "Acuserv||"))
                .hasMessageContaining("columns that the import does not know: ''; it knows");
        assertThatThrownBy(() -> accounts(layout -> {}, "Description", "x"))
                .hasMessage("lines has no column 'Name', but 'Description'; add or rename it");
        assertThatThrownBy(() -> accounts(layout -> {}, "Name|Name", "Acuserv|x"))
                .hasMessage("lines has two columns 'Name'; rename or remove one of them");
    }

    @Test
    void aLayoutThatCanNotWorkIsNotEvenMade() {
        assertThatThrownBy(() -> accounts(layout -> layout.onMatch(OnMatch.UPDATE), "Name"))
                .hasMessageContaining("UPDATE needs records to be matched on something");
        assertThatThrownBy(() -> accounts(layout -> layout.column("Times", Account.TIMES_CONTACTED), "Name"))
                .hasMessageContaining("timesContacted is calculated, so 'Times' would be lost");
        assertThatThrownBy(() -> accounts(layout -> layout.matchOn(Account.TAGS), "Name"))
                .hasMessageContaining("no record can be matched on tags");
        assertThatThrownBy(() -> sales.importer(Customer.TYPE, layout -> {}))
                .hasMessageContaining("customer has no records of its own");
        assertThatThrownBy(() -> sales.inTransaction(tx -> tx.importer(Account.TYPE, layout -> {})))
                .hasMessageContaining("an import commits as it goes");
    }

    @Test
    void laterRowsSeeEarlierOnes() {
        ImportReport report = sales.importer(
                        Account.TYPE,
                        layout -> layout.column("Name", Account.NAME)
                                .column("Referred by", Account.REFERRED_BY, by(Account.TYPE, Account.NAME))
                                .matchOn(Account.NAME)
                                .commitEvery(2))
                .run(Lines.of(
                        "Name|Referred by",
                        "Body Toning|Acuserv",
                        "Acuserv|",
                        "Big Bear Stores|Acuserv",
                        "acuserv|Big Bear Stores",
                        "Body Toning|ACUSERV"));
        assertThat(report).hasToString("5 read: 3 created, 1 updated, 1 unchanged, 0 skipped, 0 failed");
        assertThat(names()).containsExactly("acuserv:null", "Big Bear Stores:null", "Body Toning:null");
    }

    @Test
    void aStepFindsWhatEarlierRowsBrought() {
        ImportReport report = sales.importer(
                        Account.TYPE,
                        layout -> layout.column("Name", Account.NAME)
                                .ignore("Referred by")
                                .derive((row, account) -> account.setReferredBy(
                                        row.value("Referred by", by(Account.TYPE, Account.NAME)))))
                .run(Lines.of("Name|Referred by", "Acuserv|", "Body Toning|Acuserv", "Big Bear Stores|Body Toning"));
        assertThat(report).hasToString("3 read: 3 created, 0 updated, 0 unchanged, 0 skipped, 0 failed");
    }

    @Test
    void everyCommitIsAChangeSetOfTheReceipt() {
        ImportReport report = accounts(
                layout -> layout.commitEvery(2), "Name|Description", "Acuserv|", "Big Bear Stores|", "Body Toning|");
        Account last = sales.select(Account.TYPE)
                .where(Account.NAME.is("Body Toning"))
                .first()
                .orElseThrow();
        ChangeSet set = sales.history(last).get(0);
        assertThat(report.receipt()).hasSize(2).last().isEqualTo(set.id());
        assertThat(set.reason()).isEqualTo("import of lines");
    }

    /** A store that does something just before a transaction ends that wrote something, once, and can not keep accounts called Odd. */
    private static final class Fickle implements RecordStore {

        private final RecordStore store = new InMemoryStore();
        private @Nullable Runnable before;

        @Override
        public void open(Schema schema) {
            store.open(schema);
        }

        @Override
        public <T> T inTransaction(Function<Records, T> work) {
            boolean[] wrote = {false};
            return store.inTransaction(records -> {
                T result = work.apply(refusingOdd(records, wrote));
                Runnable now = before;
                if (now != null && wrote[0]) {
                    before = null;
                    now.run();
                }
                return result;
            });
        }

        private static Records refusingOdd(Records records, boolean[] wrote) {
            return new ForwardingRecords(records) {
                @Override
                public List<CrmRecord> write(List<? extends Write<?>> writes) {
                    wrote[0] = true;
                    if (writes.stream()
                            .anyMatch(write ->
                                    write.record() instanceof Account account && "Odd".equals(account.getName()))) {
                        throw new IllegalStateException("no room for odd ones");
                    }
                    return super.write(writes);
                }
            };
        }
    }

    private static User user(Organization organization, String name) {
        return new User(name, name + "@acme.example", "Ivan", "Example", organization);
    }

    @Test
    void whenTheStoreRefusesACommitOnlyTheGuiltyRowIsRefused() {
        Fickle store = new Fickle();
        Session system = Crm.open(store, config -> {}).asSystem();
        Organization oro = system.save(new Organization("Oro"));
        store.before = () -> system.save(user(oro, "second"));
        ImportReport report = system.importer(
                        User.TYPE,
                        layout -> layout.column("Name", User.USERNAME)
                                .constant(User.FIRST_NAME, "Ivan")
                                .constant(User.LAST_NAME, "Example")
                                .constant(User.ORGANIZATION, Ref.to(oro))
                                .constant(User.ORGANIZATIONS, Set.of(Ref.to(oro)))
                                .derive((row, user) -> user.setEmail(row.number() + "@acme.example")))
                .run(Lines.of("Name", "first", "second", "third"));
        assertThat(store.before).as("the commit was lost").isNull();
        assertThat(report).hasToString("3 read: 2 created, 0 updated, 0 unchanged, 0 skipped, 1 failed");
        assertThat(report.receipt()).hasSize(2);
        assertThat(report.failures())
                .singleElement()
                .extracting(RowOutcome.Failed::number)
                .isEqualTo(2L);
        assertThat(sentence(report)).contains("'second' belongs to another");
        assertThat(system.select(User.TYPE).count()).isEqualTo(3);
    }

    @Test
    void whatTheStoreRefusesIsRefusedByARehearsalToo() {
        Session system = Crm.open(new Fickle(), config -> {}).asSystem();
        Organization oro = system.save(new Organization("Oro"));
        User ivan = system.save(user(oro, "ivan"));
        Importer<Account> accounts = system.importer(
                Account.TYPE,
                layout -> layout.column("Name", Account.NAME)
                        .constant(UserOwned.OWNER, Ref.to(ivan))
                        .constant(UserOwned.ORGANIZATION, Ref.to(oro))
                        .commitEvery(2));
        Lines lines = Lines.of("Name", "Acuserv", "Odd", "Body Toning", "Odd", "Big Bear Stores");
        ImportReport rehearsal = accounts.rehearse(lines);
        assertThat(rehearsal).hasToString("5 read: 3 created, 0 updated, 0 unchanged, 0 skipped, 2 failed");
        assertThat(sentence(rehearsal)).contains("no room for odd ones");
        assertThat(system.select(Account.TYPE).count()).isZero();
        assertThat(accounts.run(lines).failures()).isEqualTo(rehearsal.failures());
        assertThat(system.select(Account.TYPE).count()).isEqualTo(3);
    }

    @Test
    void aProblemNamesItsColumnAndItsCell() {
        ImportReport report = sales.importer(
                        Opportunity.TYPE,
                        layout -> layout.column("Deal", Opportunity.NAME)
                                .column("Closes", Opportunity.CLOSE_DATE, date("M/d/yyyy"))
                                .column("Chance", Opportunity.PROBABILITY)
                                .column("Budget", Opportunity.BUDGET, money("USD")))
                .run(Lines.of(
                        "Deal|Closes|Chance|Budget",
                        "Engine|soon|150|much",
                        "Engine|1/2/2026|150|",
                        "Engine|1/2/2026"));
        assertThat(report.failures().get(0))
                .isEqualTo(new RowOutcome.Failed(
                        1,
                        2,
                        List.of(
                                new Problem("Closes", "soon", "'soon' is no date of the form M/d/yyyy"),
                                new Problem(
                                        "Budget",
                                        "much",
                                        "'much' is no number; write digits and a point, such as 1234.5"),
                                new Problem("Chance", "150", "probability is 1.5000, outside 0 to 1"))));
        assertThat(report.failures().get(1).problems())
                .singleElement()
                .isEqualTo(new Problem("Chance", "150", "probability is 1.5000, outside 0 to 1"));
        assertThat(report.failures().get(2).problems().get(0).sentence()).startsWith("expected 4 columns, got 2; ");
    }

    @Test
    void aRefusedRowIsToldWithoutTheIdentityThatItsRecordWouldHaveHad() {
        assertThat(sentence(accounts(layout -> {}, "Name|Description", "|x")))
                .isEqualTo("Name: name is missing; give one");
    }

    @Test
    void aStepSaysWhatAColumnCanNot() {
        ImportReport report = sales.importer(
                        Opportunity.TYPE,
                        layout -> layout.column("Deal", Opportunity.NAME)
                                .column("Value", Opportunity.BUDGET, money("USD"))
                                .ignore("Stage", "Closed")
                                .derive((row, opportunity) -> {
                                    if (row.cell("Stage").equals("Won")) {
                                        opportunity.win(opportunity.getBudget(), row.value("Closed", date("M/d/yyyy")));
                                    } else if (row.cell("Stage").equals("Odd")) {
                                        throw new IllegalStateException("no stage is odd");
                                    }
                                }))
                .run(Lines.of("Deal|Value|Stage|Closed", "A|5|Won|3/1/2017", "B|5|Open|", "C|5|Odd|", "D|5|Won|never"));
        assertThat(report).hasToString("4 read: 2 created, 0 updated, 0 unchanged, 0 skipped, 2 failed");
        assertThat(sales.select(Opportunity.TYPE)
                        .where(Opportunity.STATUS.is(OpportunityStatus.WON))
                        .list())
                .singleElement()
                .satisfies(won -> assertThat(won.getCloseRevenue()).hasToString("5 USD"));
        assertThat(report.failures().stream()
                        .map(failure -> failure.problems().get(0).toString()))
                .containsExactly("no stage is odd", "Closed: 'never' is no date of the form M/d/yyyy");
    }

    @Test
    void aCalculatedPropertyIsMatchedOnAndNeverSet() {
        ImportLayoutOfContacts contacts = new ImportLayoutOfContacts();
        Lines lines = Lines.of("E-mail|First", "ada@acme.example|Ada", "ADA@acme.example|Augusta");
        assertThat(sales.importer(Contact.TYPE, contacts).run(lines))
                .hasToString("2 read: 1 created, 1 updated, 0 unchanged, 0 skipped, 0 failed");
        assertThat(sales.select(Contact.TYPE).list()).singleElement().satisfies(ada -> {
            assertThat(ada.getEmail()).isEqualTo("ada@acme.example");
            assertThat(ada.getFirstName()).isEqualTo("Augusta");
        });
    }

    /** Contacts by their e-mail. */
    private static final class ImportLayoutOfContacts implements Consumer<ImportLayout<Contact>> {
        @Override
        public void accept(ImportLayout<Contact> layout) {
            layout.column("E-mail", Contact.EMAIL)
                    .column("First", Contact.FIRST_NAME, text().trimmed())
                    .matchOn(Contact.EMAIL)
                    .derive((row, contact) -> {
                        if (contact.getEmails().isEmpty()) {
                            contact.addEmail(row.cell("E-mail"));
                        }
                    });
        }
    }

    @Test
    void anImportStopsAfterTooManyErrorsAndKeepsWhatWasGood() {
        String[] lines = {"Name|Description", "Acuserv|", "|", "|", "Body Toning|"};
        ImportReport report = accounts(layout -> layout.stopAfterErrors(2).matchOn(Account.NAME), lines);
        assertThat(report.stopped())
                .contains("stopped after 2 refused rows, as the layout says; the rows after row 3 were not read");
        assertThat(names()).containsExactly("Acuserv:null");
        assertThat(accounts(layout -> layout.stopAfterErrors(3).matchOn(Account.NAME), lines)
                        .stopped())
                .isEmpty();
        assertThat(accounts(
                                layout ->
                                        layout.stopAfterErrors(1).commitEvery(1).matchOn(Account.NAME),
                                "Name|Description",
                                "|")
                        .stopped())
                .isEmpty();
    }

    @Test
    void aSourceThatBreaksIsImportedUpToThere() {
        ImportReport report = accounts(layout -> {}, "Name|Description", "Acuserv|", "!", "Body Toning|");
        assertThat(report.stopped()).contains("lines is broken");
        assertThat(names()).containsExactly("Acuserv:null");
    }

    @Test
    void thatRefusedRowsCanNotBeWrittenIsKnownBeforeAnythingIsImported() {
        assertThatThrownBy(
                        () -> accounts(layout -> layout.rejectsTo(Path.of("refused")), "Name|Description", "Acuserv|"))
                .isInstanceOf(UnwritableFileException.class);
        assertThat(names()).isEmpty();
    }

    @Test
    void aReportKeepsTheFirstHundredFailures() {
        List<String> lines = new ArrayList<>(List.of("Name"));
        for (int i = 0; i < 300; i++) {
            lines.add("");
        }
        ImportReport report = accounts(layout -> layout.commitEvery(7), lines.toArray(String[]::new));
        assertThat(report.failed()).isEqualTo(300);
        assertThat(report.failures())
                .hasSize(100)
                .last()
                .extracting(RowOutcome.Failed::number)
                .isEqualTo(100L);
    }

    @Test
    void progressIsToldAboutEveryThousandRowsWhereTheTotalIsUnknown() {
        List<String> lines = new ArrayList<>(List.of("Name"));
        for (int i = 0; i < 2_500; i++) {
            lines.add("Account " + i);
        }
        List<Long> told = new ArrayList<>();
        accounts(layout -> layout.onProgress(progress -> told.add(progress.rows())), lines.toArray(String[]::new));
        assertThat(told).containsExactly(500L, 1_000L, 2_000L, 2_500L);
    }

    @Test
    void theOwnerOfANewRecordIsTheActorUnlessARowSaysOtherwise() {
        User ivan = crm.asSystem().save(new User("ivan", "ivan@acme.example", "Ivan", "Example", acme));
        sales.importer(
                        Account.TYPE,
                        layout -> layout.column("Name", Account.NAME)
                                .column("Owner", UserOwned.OWNER, by(User.TYPE, User.USERNAME)))
                .run(Lines.of("Name|Owner", "Acuserv|ivan", "Body Toning|"));
        assertThat(owners(Account.TYPE)).containsExactlyInAnyOrder(Ref.to(ivan), Ref.to(olga));
    }

    private <R extends UserOwned> List<@Nullable Ref<User>> owners(EntityType<R> type) {
        return sales.select(type).list().stream().map(UserOwned::getOwner).toList();
    }

    @Test
    void aRecordIsFoundByTheIdentityInItsColumn() {
        Account acuserv = sales.save(new Account("Acuserv"));
        CrmRecord gone = new Account("Gone");
        ImportReport report = sales.importer(
                        Account.TYPE, layout -> layout.matchOnId("Id").column("Name", Account.NAME))
                .run(Lines.of("Id|Name", acuserv.getId() + "|Acuserv Ltd", "|New", gone.getId() + "|Gone", "x|Odd"));
        assertThat(report).hasToString("4 read: 1 created, 1 updated, 0 unchanged, 0 skipped, 2 failed");
        assertThat(names()).containsExactly("Acuserv Ltd:null", "New:null");
        assertThat(sentence(report)).startsWith("no account that you may see has the identity " + gone.getId());
    }
}
