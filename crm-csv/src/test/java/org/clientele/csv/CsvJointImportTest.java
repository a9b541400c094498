package org.clientele.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.exchange.ExportLayout;
import org.clientele.exchange.ImportLayout;
import org.clientele.exchange.job.JointImport;
import org.clientele.exchange.job.JointReport;
import org.clientele.exchange.row.UnreadableFileException;
import org.clientele.exchange.row.UnwritableFileException;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several files as one import. */
class CsvJointImportTest {

    @TempDir
    private Path directory;

    private final Session sales = session();

    private static Session session() {
        Crm crm = Crm.open(config -> config.access(RolePolicy.of(Role.administrator("administrator"))));
        Session system = crm.asSystem();
        return crm.as(system.save(
                new User("olga", "olga@acme.example", "Olga", "Orlova", system.save(new Organization("Acme")))
                        .addRole("administrator")));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    @Test
    void accountsAndTheirContactsComeAndGoAsOne() throws IOException {
        Path accounts = file("accounts.csv", """
                Account name,Default Contact First name,Default Contact Last name,Referred By
                Acuserv,Ada,Lovelace,Body Toning
                Body Toning,Nobody,Known,
                """);
        Path contacts = file("contacts.csv", """
                First name,Last name,Reports to First name,Reports to Last name
                Charles,Babbage,Ada,Lovelace
                Ada,Lovelace,,
                """);
        JointImport all = JointImport.of(
                CsvImport.into(
                                sales,
                                Account.TYPE,
                                layout -> layout.conventional().rejectsTo(directory.resolve("refused.csv")))
                        .from(accounts),
                CsvImport.into(sales, Contact.TYPE, ImportLayout::conventional).from(contacts));
        JointReport rehearsal = all.rehearse();
        JointReport done = all.run(); // after a crash, the same line goes on

        assertThat(done).hasToString("""
                accounts.csv: 2 read: 0 created, 0 updated, 0 unchanged, 0 skipped, 2 failed
                contacts.csv: 2 read: 2 created, 0 updated, 0 unchanged, 0 skipped, 0 failed""");
        assertThat(rehearsal).hasToString(done.toString());
        assertThat(Files.readString(directory.resolve("refused.csv")).lines())
                .hasSize(3)
                .last()
                .asString()
                .endsWith(",Body Toning,Nobody,Known,");
        sales.undo(done.receipt());
        assertThat(sales.select(Contact.TYPE).count()).isZero();
    }

    @Test
    void exportsAreLoadedIntoAnotherCrm() throws IOException {
        Contact ada = sales.save(new Contact("Ada", "Lovelace"));
        sales.save(new Account("Acuserv").addContact(ada));
        Path accounts = directory.resolve("accounts.csv");
        Path contacts = directory.resolve("contacts.csv");
        CsvExport.of(sales, sales.select(Account.TYPE), ExportLayout::conventional)
                .write(accounts);
        CsvExport.of(sales, sales.select(Contact.TYPE), ExportLayout::conventional)
                .write(contacts);
        Session other = session();
        JointReport report = JointImport.of(
                        CsvImport.into(
                                        other,
                                        Account.TYPE,
                                        layout -> layout.conventional()
                                                .ignore("Id")
                                                .matchOn(Account.NAME))
                                .from(accounts),
                        CsvImport.into(
                                        other,
                                        Contact.TYPE,
                                        layout -> layout.conventional()
                                                .ignore("Id")
                                                .matchOn(Contact.FIRST_NAME, Contact.LAST_NAME))
                                .from(contacts))
                .run();
        assertThat(report.isClean()).as("%s", report).isTrue();
        Account acuserv = other.select(Account.TYPE).first().orElseThrow();
        assertThat(acuserv.getContacts())
                .containsExactly(Ref.to(other.select(Contact.TYPE).first().orElseThrow()));
        assertThat(acuserv.getId())
                .isNotEqualTo(sales.select(Account.TYPE).first().orElseThrow().getId());
    }

    @Test
    void refusedRowsOfOneDoNotTakeThePlaceOfAFileThatAnotherReads() throws IOException {
        Path accounts = file("accounts.csv", "Account name\nAcuserv\n");
        Path contacts = file("contacts.csv", "First name,Last name\nAda,Lovelace\n,\n");
        JointImport all = JointImport.of(
                CsvImport.into(sales, Account.TYPE, ImportLayout::conventional).from(accounts),
                CsvImport.into(
                                sales,
                                Contact.TYPE,
                                layout -> layout.conventional().rejectsTo(directory.resolve("./accounts.csv")))
                        .from(contacts));
        assertThatThrownBy(all::run)
                .isInstanceOf(UnwritableFileException.class)
                .hasMessage("the refused rows of contacts.csv can not go to the file that is read; name another one");
        assertThat(accounts).hasContent("Account name\nAcuserv\n");
        assertThat(sales.select(Account.TYPE).count()).isZero();
    }

    @Test
    void nothingIsImportedWhenOneOfThemCanNotBeRead() throws IOException {
        Path accounts = file("accounts.csv", "Account name\nAcuserv\n");
        JointImport all = JointImport.of(
                CsvImport.into(sales, Account.TYPE, ImportLayout::conventional).from(accounts),
                CsvImport.into(sales, Contact.TYPE, ImportLayout::conventional).from(directory.resolve("nowhere.csv")));
        assertThatThrownBy(all::run)
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageEndingWith("nowhere.csv is not there; see to the path");
        assertThat(sales.select(Account.TYPE).count()).isZero();
    }
}
