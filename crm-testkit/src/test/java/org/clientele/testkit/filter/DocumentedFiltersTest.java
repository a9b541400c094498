package org.clientele.testkit.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Lookup;
import org.clientele.customer.Customer;
import org.clientele.filter.Filter;
import org.clientele.sales.Opportunity;
import org.clientele.sales.OpportunityStatus;
import org.clientele.value.DatePeriod;
import org.clientele.value.DateUnit;
import org.junit.jupiter.api.Test;

/** What docs/filters.md shows is so. */
class DocumentedFiltersTest {

    private final Crm crm = Crm.open(config -> {});

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/filters.md")))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    @Test
    void theFiltersOfTheDocumentationAreWrittenAsTheyShouldBe() throws IOException {
        List<String> seen = new ArrayList<>();
        for (String block : blocks("text")) {
            List<String> lines = block.lines().toList();
            for (String line : lines.subList(1, lines.size())) {
                String type = lines.get(0).substring("# ".length());
                Filter<?> filter = Filter.read(crm.schema(), crm.schema().type(type), line);
                assertThat(filter.text()).isEqualTo(line);
                assertThat(filter.criterion(Instant.EPOCH, ZoneOffset.UTC)).isNotNull();
                seen.add(line);
            }
        }
        assertThat(seen).hasSizeGreaterThan(15);
    }

    @Test
    void theCodeOfTheDocumentationIsThatOfThisTest() throws IOException {
        String code = squeezed(
                Files.readString(Path.of("src/test/java/org/clientele/testkit/filter/DocumentedFiltersTest.java")));
        assertThat(blocks("java"))
                .hasSize(3)
                .allSatisfy(block -> assertThat(code).contains(squeezed(block)));
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s", "");
    }

    @Test
    void conditionsAreMadeOfProperties() {
        LocalDate today = LocalDate.of(2026, 3, 14);
        Criterion<Opportunity> where = Opportunity.STATUS
                .notIn(OpportunityStatus.WON, OpportunityStatus.LOST)
                .and(Opportunity.CLOSE_DATE.in(
                        DatePeriod.containing(DateUnit.QUARTER, today).previous()))
                .and(Opportunity.CUSTOMER.to(Customer.ACCOUNT).to(Account.NAME).matches(name -> name.contains("bear")));
        Criterion<Account> won =
                Opportunity.TYPE.anyPointingBy(Opportunity.ACCOUNT, Opportunity.STATUS.is(OpportunityStatus.WON));
        assertThat(where.test(new Opportunity("Analytical engine"), Lookup.NOTHING))
                .isFalse();
        assertThat(won.test(new Account("Acuserv"), Lookup.NOTHING)).isFalse();
    }

    @Test
    void aFilterSelects() {
        Session session = crm.asSystem();
        Instant now = Instant.parse("2026-03-14T09:30:00Z");
        ZoneId zone = ZoneId.of("Europe/Berlin");
        Filter<Opportunity> filter = Filter.read(
                crm.schema(),
                Opportunity.TYPE,
                "status is any of [in_progress, won] and closeDate from today - 30 days");
        List<Opportunity> found = session.select(Opportunity.TYPE)
                .where(filter.criterion(now, zone))
                .list();
        assertThat(found).isEmpty();
    }
}
