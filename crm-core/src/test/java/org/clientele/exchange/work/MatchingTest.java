package org.clientele.exchange.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.contact.Contact;
import org.clientele.contact.EmailAddress;
import org.clientele.exchange.job.ImportReport;
import org.clientele.exchange.row.Table;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.junit.jupiter.api.Test;

class MatchingTest {

    private final Crm crm = Crm.open(config -> config.access(RolePolicy.of(Role.administrator("administrator"))));
    private final Session sales = crm.as(crm.asSystem()
            .save(new User(
                            "olga",
                            "olga@acme.example",
                            "Olga",
                            "Example",
                            crm.asSystem().save(new Organization("Acme")))
                    .addRole("administrator")));

    private static final String HEADER = "Skype|First name|Last name|Job Title";

    private ImportReport imported(String... lines) {
        return sales.importer(
                        Contact.TYPE,
                        layout -> layout.column(Contact.SKYPE)
                                .column(Contact.FIRST_NAME)
                                .column(Contact.LAST_NAME)
                                .column(Contact.JOB_TITLE)
                                .matchOn(Contact.SKYPE)
                                .orOn(Contact.FIRST_NAME, Contact.LAST_NAME))
                .run(Table.of(lines));
    }

    private Contact saved(String first, String last, String skype) {
        Contact contact = new Contact(first, last);
        contact.setSkype(skype);
        return sales.save(contact);
    }

    private List<String> jobs() {
        return sales.select(Contact.TYPE).list().stream()
                .map(contact -> contact.getFirstName() + ":" + contact.getJobTitle())
                .toList();
    }

    @Test
    void theFirstRuleThatFindsOneHasFoundIt() {
        saved("Ada", "Lovelace", "ada");
        saved("Bo", "Diddley", null);
        ImportReport report = imported(
                HEADER, "ADA|Augusta|King|first", "|bo|diddley|second", "bo2|Bo|Diddley|third", "cy|Cy|Twombly|fourth");
        assertThat(report).hasToString("4 read: 1 created, 3 updated, 0 unchanged, 0 skipped, 0 failed");
        assertThat(jobs()).containsExactly("Augusta:first", "Bo:third", "Cy:fourth");
    }

    @Test
    void rowsSeeWhatEarlierOnesHaveMadeByEveryRule() {
        ImportReport report = imported(
                HEADER, "ada|Ada|Lovelace|first", "|Ada|Lovelace|second", "ada|Augusta|King|third", "|Augusta|King|");
        assertThat(report).hasToString("4 read: 1 created, 2 updated, 1 unchanged, 0 skipped, 0 failed");
        assertThat(jobs()).containsExactly("Augusta:third");
    }

    @Test
    void severalByOneRuleAreRefusedAndNothingToGoByIsToo() {
        saved("Ada", "Lovelace", "ada");
        saved("Ada", "Lovelace", "lady");
        ImportReport report = imported(HEADER, "|Ada|Lovelace|x", "|||y", "lady|Ada|Lovelace|z");
        assertThat(report).hasToString("3 read: 0 created, 1 updated, 0 unchanged, 0 skipped, 2 failed");
        assertThat(report.failures().get(0).problems().get(0).sentence())
                .startsWith("2 records of type contact have the same 'First name' and 'Last name'; ");
        assertThat(report.failures().get(1).problems().get(0).sentence())
                .isEqualTo(
                        "there is no 'Skype', nor 'First name' and 'Last name', by which records are matched; give one");
    }

    @Test
    void rulesAreGivenOneByOne() {
        assertThatThrownBy(() -> sales.importer(
                        Contact.TYPE, layout -> layout.matchOn(Contact.SKYPE).matchOn(Contact.FAX)))
                .hasMessageContaining("records are matched on [skype] already; ");
        assertThatThrownBy(() -> sales.importer(Contact.TYPE, layout -> layout.orOn(Contact.SKYPE)))
                .hasMessageContaining("a further rule needs a first one");
    }

    /** The e-mail of a record is the primary one, whatever its column says. */
    @Test
    void whatARecordComesToBeMatchedOnCountsForLaterRows() {
        List<ImportReport> reports = new ArrayList<>();
        for (int commitEvery : List.of(100, 1)) {
            String skype = "skype " + commitEvery;
            reports.add(sales.importer(
                            Contact.TYPE,
                            layout -> layout.column("Mail", Contact.EMAIL)
                                    .column(Contact.FIRST_NAME)
                                    .constant(Contact.SKYPE, skype)
                                    .ignore("Primary")
                                    .matchOn(Contact.EMAIL, Contact.SKYPE)
                                    .commitEvery(commitEvery)
                                    .derive((row, contact) ->
                                            contact.setEmails(List.of(new EmailAddress(row.cell("Primary"), true)))))
                    .run(Table.of(
                            "Mail|Primary|First name",
                            "a@x|b@x|Ada",
                            "b@x|b@x|Bo",
                            "c@x|d@x|Cy",
                            "e@x|e@x|Di",
                            "d@x|f@x|Ed")));
            assertThat(sales.select(Contact.TYPE).where(Contact.SKYPE.is(skype)).list())
                    .extracting(Contact::getFirstName)
                    .containsExactly("Bo", "Ed", "Di");
        }
        assertThat(reports).extracting(ImportReport::updated).containsExactly(2L, 2L);
    }
}
