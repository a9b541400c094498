package org.clientele.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientele.exchange.cell.Codecs.dates;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.contact.Contact;
import org.clientele.customer.Customer;
import org.clientele.exchange.ExportLayout;
import org.clientele.exchange.ImportLayout;
import org.clientele.exchange.job.ImportReport;
import org.clientele.exchange.row.UnreadableFileException;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.sales.Opportunity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvColumnsTest {

    @TempDir
    private Path directory;

    private final Crm crm = Crm.open(config -> config.access(RolePolicy.of(Role.administrator("administrator"))));
    private final Session sales = crm.as(crm.asSystem()
            .save(new User(
                            "olga",
                            "olga@acme.example",
                            "Olga",
                            "Example",
                            crm.asSystem().save(new Organization("Acme")))
                    .addRole("administrator")));

    @Test
    void aTemplateIsFilledInImportedAndExportedAgain() throws IOException {
        crm.define(Contact.TYPE, custom -> custom.text("shoeSize"));
        Path template = directory.resolve("template.csv");
        Path file = directory.resolve("contacts.csv");

        CsvTemplate.write(sales, Contact.TYPE, template);
        CsvImport.into(sales, Contact.TYPE, ImportLayout::conventional).run(template);
        CsvExport.of(sales, sales.select(Contact.TYPE), ExportLayout::conventional)
                .write(file);

        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).isEqualTo(Files.readAllLines(template).get(0));
        assertThat(lines.get(0)).contains("Id,", ",Emails 2 Email,", ",Shoe size,Tags");
        assertThat(lines.get(1)).contains("jerry@coleman.example,jc@home.example", ",billing,shipping,", ",olga,Acme,");
        assertThat(CsvImport.into(sales, Contact.TYPE, ImportLayout::conventional)
                        .run(file)
                        .unchanged())
                .isEqualTo(1);
        assertThatThrownBy(() -> CsvTemplate.write(sales, Customer.TYPE, file))
                .hasMessage("customer has no records of its own; give a type that extends it");
        assertThat(Files.readAllLines(file)).isEqualTo(lines);
    }

    @Test
    void recordsAreMatchedByTheFirstRuleThatFindsOne() throws IOException {
        sales.save(new Contact("Ada", "Lovelace"));
        Path file = Files.writeString(
                directory.resolve("contacts.csv"), "Skype,First name,Last name\nada,Ada,Lovelace\nada,Augusta,King\n");
        ImportReport report = CsvImport.into(
                        sales,
                        Contact.TYPE,
                        layout -> layout.matchOn(Contact.SKYPE)
                                .orOn(Contact.FIRST_NAME, Contact.LAST_NAME)
                                .conventional())
                .run(file);
        assertThat(report).hasToString("2 read: 0 created, 2 updated, 0 unchanged, 0 skipped, 0 failed");
    }

    @Test
    void datesAreRecognisedFromTheWholeColumn() throws IOException {
        Path file = Files.writeString(
                directory.resolve("deals.csv"), "Opportunity name,Expected close date\nA,02/01/2020\nB,31/01/2020\n");
        CsvImport<Opportunity> deals = CsvImport.into(
                sales,
                Opportunity.TYPE,
                layout -> layout.conventional().column("Expected close date", Opportunity.CLOSE_DATE, dates()));
        assertThat(deals.run(file).failures()).isEmpty();
        assertThat(sales.select(Opportunity.TYPE).list())
                .extracting(Opportunity::getCloseDate)
                .containsExactly(LocalDate.of(2020, 1, 2), LocalDate.of(2020, 1, 31));
        Path ambiguous = Files.writeString(
                directory.resolve("other.csv"), "Opportunity name,Expected close date\nA,02/01/2020\n");
        assertThatThrownBy(() -> deals.rehearse(ambiguous))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("'02/01/2020' (line 2) is 2020-02-01 or 2020-01-02");
    }
}
