package org.clientele.examples.files;

import static org.clientele.exchange.cell.Codecs.dates;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.csv.CsvExport;
import org.clientele.csv.CsvImport;
import org.clientele.csv.CsvTemplate;
import org.clientele.exchange.ExportLayout;
import org.clientele.exchange.ImportLayout;
import org.clientele.exchange.job.ImportReport;
import org.clientele.exchange.job.JointImport;
import org.clientele.exchange.job.JointReport;
import org.clientele.exchange.row.UnreadableFileException;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;

/** Takes contacts and accounts in by the usual columns, one file by itself or several as one, and out again. */
public final class ContactFiles {

    private static final String CONTACTS = """
            First name,Last name,Birthday,Emails 1 Email,Emails 2 Email,Phones 1 Phone,Addresses 1 City,Addresses 1 Country ISO2 code,Shoe size,Tags
            Ada,Lovelace,12/10/1815,ada@acuserv.example,ada@home.example,,London,GB,37,"VIP, maths"
            Charles,Babbage,12/26/1791,charles@acuserv.example,,555-0100,London,GB,,
            Mary,Shelley,8/30/1797,mary@acuserv.example,,,Bournemouth,Great Britain,,
            """;

    private static final String ACCOUNTS = """
            Account name,Default Contact First name,Default Contact Last name,Contacts 1 First name,Contacts 1 Last name,Referred By
            Acuserv,Ada,Lovelace,Charles,Babbage,
            Body Toning,Mary,Shelley,,,Acuserv
            Big Bear Stores,,,,,Acuserv
            """;

    private static final String MORE_ACCOUNTS = """
            Account name,Default Contact First name,Default Contact Last name
            Northern Lights,Grace,Hopper
            """;

    private static final String MORE_CONTACTS = """
            First name,Last name,Reports to First name,Reports to Last name
            Jean,Bartik,Grace,Hopper
            Grace,Hopper,,
            """;

    private final PrintStream out;
    private final Path directory;
    private final Session olga;

    ContactFiles(RecordStore store, Path directory, PrintStream out) {
        this.out = out;
        this.directory = directory;
        Crm crm = Crm.open(store, config -> config.access(RolePolicy.of(Role.administrator("administrator"))));
        crm.define(Contact.TYPE, custom -> custom.integer("shoeSize"));
        Session system = crm.asSystem();
        Organization acme = system.save(new Organization("Acme"));
        olga = crm.as(
                system.save(new User("olga", "olga@acme.example", "Olga", "Orlova", acme).addRole("administrator")));
    }

    public static void main(String[] arguments) throws IOException {
        new ContactFiles(new InMemoryStore(), Files.createTempDirectory("contacts"), System.out).work();
    }

    void work() {
        Path template = directory.resolve("template.csv");
        CsvTemplate.write(olga, Contact.TYPE, template);
        out.println(
                "The template of contacts has " + line(template, 0).split(",").length + " columns, and an example:");
        out.println("  "
                + CsvImport.into(olga, Contact.TYPE, ImportLayout::conventional).rehearse(template));

        CsvImport<Contact> contacts = CsvImport.into(
                olga,
                Contact.TYPE,
                layout -> layout.conventional()
                        .column("Birthday", Contact.BIRTHDAY, dates())
                        .column("Emails 1 Email", Contact.EMAIL)
                        .matchOn(Contact.EMAIL)
                        .orOn(Contact.FIRST_NAME, Contact.LAST_NAME));
        out.println("Contacts, matched on their e-mail or else on their names:");
        tell(contacts.run(file("contacts.csv", CONTACTS)));
        out.println("Mended:");
        tell(contacts.run(file("mended.csv", CONTACTS.replace("Great Britain", "GB"))));
        out.println("A file whose dates could be read in two ways:");
        try {
            contacts.rehearse(file("ambiguous.csv", "First name,Last name,Birthday\nGeorge,Byron,1/2/1788\n"));
        } catch (UnreadableFileException refused) {
            out.println("  " + refused.getMessage());
        }

        out.println("Accounts, with their contacts by name:");
        tell(CsvImport.into(olga, Account.TYPE, ImportLayout::conventional).run(file("accounts.csv", ACCOUNTS)));

        Path exported = directory.resolve("exported.csv");
        CsvExport.of(olga, olga.select(Account.TYPE).orderBy(Account.NAME.asc()), ExportLayout::conventional)
                .write(exported);
        out.println("Exported:");
        out.println("  " + line(exported, 0));
        out.println("The export, imported:");
        tell(CsvImport.into(olga, Account.TYPE, ImportLayout::conventional).run(exported));

        JointReport done = JointImport.of(
                        CsvImport.into(olga, Account.TYPE, ImportLayout::conventional)
                                .from(file("more-accounts.csv", MORE_ACCOUNTS)),
                        CsvImport.into(olga, Contact.TYPE, ImportLayout::conventional)
                                .from(file("more-contacts.csv", MORE_CONTACTS)))
                .run();
        out.println("More of both as one, whoever is named before there is one:");
        done.sources().forEach(source -> out.println("  " + source));
        olga.undo(done.receipt());
        out.println("Taken back, there are " + olga.select(Contact.TYPE).count() + " contacts again.");
    }

    private void tell(ImportReport report) {
        out.println("  " + report);
        report.failures().forEach(failure -> out.println("  line " + failure.line() + ": " + failure.problems()));
    }

    private Path file(String name, String text) {
        try {
            return Files.writeString(directory.resolve(name), text);
        } catch (IOException bad) {
            throw new UncheckedIOException(bad);
        }
    }

    private static String line(Path file, int number) {
        try {
            return Files.readAllLines(file).get(number);
        } catch (IOException bad) {
            throw new UncheckedIOException(bad);
        }
    }
}
