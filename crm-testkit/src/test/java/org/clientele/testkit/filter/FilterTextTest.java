package org.clientele.testkit.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.clientele.Crm;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.contact.ContactSource;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Lookup;
import org.clientele.customer.Customer;
import org.clientele.filter.Filter;
import org.clientele.filter.FilterException;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.TextProperty;
import org.clientele.sales.Opportunity;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.value.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts of filters: how they are written, what else is read, and what is refused. */
class FilterTextTest {

    private static final Instant NOW = Instant.parse("2026-03-14T09:30:00Z");

    private final Crm crm = Crm.open(config -> config.entity(Partner.TYPE, Visit.TYPE));
    private final TextProperty<Account> tier = crm.define(Account.TYPE, custom -> custom.text("tier of \"trust\""));

    private <R extends CrmRecord> Filter<R> read(EntityType<R> type, String text) {
        return Filter.read(crm.schema(), type, text);
    }

    private <R extends CrmRecord> String written(EntityType<R> type, Criterion<? super R> where) {
        Filter<R> filter = Filter.of(crm.schema(), type, where);
        assertThat(read(type, filter.text())).isEqualTo(filter).hasSameHashCodeAs(filter);
        assertThat(Filter.of(crm.schema(), type, filter.criterion(NOW, ZoneOffset.UTC)))
                .isEqualTo(filter);
        return filter.text();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "always",
                "never",
                "name contains \"bear\" and status is not any of [lost, won]",
                "name contains \"a\" or (name is \"b\" and name is present)",
                "not (name is \"a\" or name is \"b\")",
                "name is exactly \"Bear\" and name is not exactly any of [\"A\", \"B\"]",
                "name does not start with \"x\" and name does not end with \"\" and name is not any of []",
                "closeDate between today - 30 days and today",
                "closeDate in this month and closeDate not in last week and closeDate in next year",
                "closeDate in this quarter - 2 quarters and closeDate in 2026-Q1 and closeDate in 2026-W11",
                "closeDate in 2026 and closeDate in 2026-03 and closeDate in 2026-03-14",
                "closeDate from start of quarter - 1 day and closeDate until start of week + 1 week - 2 days",
                "closeDate.month is this month and closeDate.day is any of [1, 31, this day + 3 days]",
                "closedAt before now - 90 minutes and closedAt after 2026-03-14 and closedAt is today",
                "closedAt is any of [2026-03-14T09:30:00Z, today - 1 day]",
                "probability at least 50% and not probability less than 0.5%",
                "budget at least 100 USD and budget not between 1 EUR and 2.5 EUR and budget is not 3 JPY",
                "budget.amount greater than -0.25 and budget.currency is any of [\"EUR\", \"usd\"]",
                "budget is any of [1 USD] and budget is blank",
                "customer.account.name starts with \"A\" and customer.account is blank",
                "customer with (account is blank or name is \"x\")",
                "tags has \"VIP\" and tags does not have \"old\" and tags has none of [\"a\", \"b\"]",
                "tags has any of [\"a\", \"b\"] and tags is present",
                "customer with (is a [customer, partner])",
                "customer.partner:level is \"gold\" and customer.`business customer`:name is present",
                "id is \"0190a0b1-0000-7000-8000-000000000000\" and createdAt in this year",
                "has visit by about with (subject contains \"spec\" and confirmed is no)",
                "customer is not \"0190a0b1-0000-7000-8000-000000000000\""
            })
    void whatIsWrittenAsItShouldBeIsReadAsItIs(String text) {
        assertThat(read(Opportunity.TYPE, text).text()).isEqualTo(text);
        assertThat(read(Opportunity.TYPE, text)).hasToString(text).isEqualTo(read(Opportunity.TYPE, " " + text + "\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u00a7',
            value = {
                "confirmed is true | confirmed is yes",
                "confirmed is not yes | confirmed is no",
                "confirmed is false | confirmed is no",
                "not confirmed is no | confirmed is yes",
                "minutes = 5 and minutes >= 05 | minutes is 5 and minutes at least 5",
                "minutes after 5 | minutes greater than 5",
                "beginsAt < 2026-01-01 | beginsAt before 2026-01-01",
                "beginsAt in today | beginsAt in this day",
                "beginsAt is not present | beginsAt is blank",
                "not not subject is \"a\" | subject is \"a\"",
                "((subject is \"a\") and (subject is \"b\" and always)) | subject is \"a\" and subject is \"b\"",
                "subject is any of [\"b\", \"a\", \"b\"] | subject is any of [\"a\", \"b\"]",
                "expenses at least 1.50 USD | expenses at least 1.5 USD",
                "`subject` is \"\\u0041\\n\" | subject is \"A\\n\"",
                "is an opportunity | is a opportunity",
                "not is a visit | is not a visit",
                "has visit by follows with (always) | has visit by follows",
                "beginsAt from now + 1 hours | beginsAt from now + 1 hour"
            })
    void whatMeansTheSameIsWrittenInOneWay(String text, String written) {
        assertThat(read(Visit.TYPE, text).text()).isEqualTo(written);
    }

    @Test
    void conditionsAreWritten() {
        assertThat(written(Account.TYPE, Account.NAME.contains("Bear").and(Account.TAGS.contains("VIP"))))
                .isEqualTo("name contains \"bear\" and tags has \"VIP\"");
        assertThat(written(Account.TYPE, tier.isNot("gold"))).isEqualTo("`tier of \"trust\"` is not \"gold\"");
        assertThat(written(
                        Opportunity.TYPE,
                        Opportunity.BUDGET
                                .between(Money.of("1", "USD"), Money.of("2", "USD"))
                                .and(Opportunity.NAME.isBlank())))
                .isEqualTo("budget between 1 USD and 2 USD and name is blank");
        assertThat(written(
                        Opportunity.TYPE,
                        Opportunity.CUSTOMER
                                .to(Customer.ACCOUNT)
                                .to(Account.NAME)
                                .matches(name -> name.notContains("bear"))))
                .isEqualTo("customer.account.name does not contain \"bear\"");
        assertThat(written(Opportunity.TYPE, Opportunity.CUSTOMER.matches(Customer.NAME.isBlank())))
                .isEqualTo("customer with (name is blank)");
        Criterion<Customer> isPartner = new Criterion.OfClass<>(Set.of(Partner.class));
        assertThat(written(Customer.TYPE, isPartner.and(ofPartners(Partner.LEVEL.is("gold")))))
                .isEqualTo("partner:level is \"gold\"");
        assertThat(written(
                        Contact.TYPE,
                        Contact.SOURCE.in(new ContactSource("by_smoke_sign", "Smoke"), new ContactSource("call", ""))))
                .isEqualTo("source is any of [\"by_smoke_sign\", call]");
    }

    @SuppressWarnings("unchecked") // it is asked of nothing but partners
    private static Criterion<Customer> ofPartners(Criterion<Partner> where) {
        return (Criterion<Customer>) (Criterion<?>) where;
    }

    @Test
    void aLongChainIsFlatAndADeepNestIsRefused() {
        Criterion<Account> chain = Account.NAME.is("0");
        Criterion<Account> nest = Account.NAME.is("0");
        for (int i = 1; i < 5000; i++) {
            chain = chain.or(Account.NAME.is("" + i));
        }
        assertThat(written(Account.TYPE, chain)).startsWith("name is \"0\" or name is \"1\" or ");
        for (int i = 1; i < 200; i++) {
            nest = i % 2 == 0 ? nest.or(Account.NAME.is("a")) : nest.and(Account.NAME.is("b"));
        }
        Criterion<Account> deep = nest;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Filter.of(crm.schema(), Account.TYPE, deep))
                .withMessageContaining("more than 100 deep");
        for (String text : List.of("(".repeat(50_000), "not ".repeat(20_000), "referredBy.".repeat(9_000))) {
            assertThatExceptionOfType(FilterException.class)
                    .isThrownBy(() -> read(Account.TYPE, text))
                    .withMessageContaining("more than 100 deep");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u00a7',
            value = {
                "nmae is \"a\" | 1 | opportunity has no property 'nmae'; there is name, ",
                "customer.level is \"a\" | 10 | customer has no property 'level' ... or write partner:level",
                "customer.account.nme is \"a\" | 18 | account has no property 'nme'",
                "name is bear | 9 | name is a text, and 'bear' is no value of it; write a text in double quotes",
                "name at least \"a\" | 6 | name is a text, about which 'at' does not ask",
                "status is wom | 11 | 'wom' is no ... there is won, ",
                "status contains \"w\" | 8 | status is a choice",
                "closeDate is 2026-02-30 | 14 | '2026-02-30' is no value of closeDate",
                "closeDate is yesterday | 14 | closeDate is a date, and 'yesterday' is no value of it",
                "closeDate in 2026-W60 | 14 | '2026-W60' is no period",
                "closeDate before today - 5 hours | 28 | a day can not be shifted by 'hours'",
                "closeDate before today - 1234567 days | 26 | '1234567' is no whole number of up to 5 digits",
                "closeDate in this month + 2 days | 29 | a month is followed by others of its kind",
                "closeDate.month is 13 | 20 | closeDate.month is a part of a date",
                "closeDate.year is 13 | 11 | 'year' is no part of closeDate; write month or day",
                "budget at least 5 | 18 | the end is no currency",
                "budget at least 5 XXL | 17 | 'XXL' is no currency",
                "budget between 5 USD and 6 EUR | 26 | nothing is between 5 USD and 6 EUR",
                "probability is fifty | 16 | probability is a number",
                "name is \"a | 9 | what begins with \" here does not end",
                "name is \"\\x\" | 10 | a backslash stands before",
                "name is \"a\" name is \"b\" | 13 | the filter goes on with 'name'",
                "name is \"a\" and | 16 | the end is no property",
                "(name is \"a\" | 13 | needs ')'",
                "name # \"a\" | 6 | '#' is no sign of a filter",
                "name.first is \"a\" | 5 | only a reference leads on",
                "has lead by name | 13 | lead.name points to no opportunity",
                "has leed by name | 5 | 'leed' is no entity of this CRM; there is lead",
                "is a leed | 6 | 'leed' is no entity of this CRM",
                "account:name is \"a\" | 1 | account is no kind of opportunity",
                "customer is \"acuserv\" | 13 | 'acuserv' is no value of customer, ... write the identity, or customer.name is \"acuserv\"",
                "tags is \"VIP\" | 6 | tags is a set of texts ... write has, has any of",
                "12monkeys is 1 | 1 | '12monkeys' is neither a number nor a date",
                "'' | 1 | is no sign"
            })
    void whatIsNoFilterIsRefusedInASentence(String text, int position, String sentence) {
        assertThatExceptionOfType(FilterException.class)
                .isThrownBy(() -> read(Opportunity.TYPE, text))
                .withMessageContainingAll(sentence.split(" \\.\\.\\. "))
                .satisfies(refusal -> assertThat(refusal.position()).isEqualTo(position));
    }

    @Test
    void whatNoTextCanSayIsRefused() {
        TextProperty<Account> unknown = TextProperty.of("unknown", Account::getName, Account::setName);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Filter.of(crm.schema(), Account.TYPE, unknown.is("a")))
                .withMessageContaining("unknown is no property of account");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Filter.of(
                        crm.schema(), Account.TYPE, new Criterion.OneOf<>(CrmRecord.KIND, Set.of(Account.class))))
                .withMessageContaining("class can not be written in a filter");
    }

    /** Whatever a text has in it: it is found again, and by nothing else. */
    @Property
    void everyTextIsReadBack(@ForAll String text) {
        Filter<Account> filter =
                Filter.of(crm.schema(), Account.TYPE, new Criterion.OneOf<>(Account.NAME, Set.of(text)));
        Criterion<Account> back = read(Account.TYPE, filter.text()).criterion(NOW, ZoneOffset.UTC);
        assertThat(back.test(new Account(text), Lookup.NOTHING)).isTrue();
        assertThat(back.test(new Account(text + "\u0000"), Lookup.NOTHING)).isFalse();
        assertThat(filter.text()).doesNotContain("\n").doesNotContain("\u0000");
    }

    @Provide
    Arbitrary<String> garbage() {
        Arbitrary<String> words = Arbitraries.of(
                "name",
                "status",
                "closeDate",
                "closedAt",
                "budget",
                "customer",
                "tags",
                "probability",
                "id",
                "is",
                "not",
                "any",
                "of",
                "has",
                "none",
                "with",
                "by",
                "between",
                "and",
                "or",
                "in",
                "this",
                "last",
                "month",
                "start",
                "today",
                "now",
                "blank",
                "exactly",
                "a",
                "partner",
                "visit",
                "about",
                "contains",
                "won",
                "USD",
                "at",
                "least",
                "most",
                "(",
                ")",
                "[",
                "]",
                ",",
                ".",
                ":",
                "+",
                "-",
                "%",
                "<=",
                "\"x\"",
                "`name`",
                "5",
                "2026",
                "2026-01-31",
                "2026-03",
                "2026-01-31T09:30:00Z",
                "days",
                "always",
                "never",
                "\"",
                "`",
                "\\",
                "\u0000");
        Arbitrary<String> likely = words.list().ofMaxSize(14).map(all -> String.join(" ", all));
        return Arbitraries.oneOf(
                likely, Arbitraries.strings(), words.list().ofMaxSize(9).map(all -> String.join("", all)));
    }

    @Property(tries = 5000)
    void whatIsReadIsWrittenInOneWayAndAllElseIsRefused(@ForAll("garbage") String text) {
        try {
            Filter<Opportunity> filter = read(Opportunity.TYPE, text);
            assertThat(read(Opportunity.TYPE, filter.text()).text()).isEqualTo(filter.text());
            assertThat(filter.criterion(NOW, ZoneOffset.UTC)).isNotNull();
        } catch (FilterException refusal) {
            assertThat(refusal.position()).isBetween(1, text.length() + 1);
            assertThat(refusal).hasMessageMatching("(?s)at character \\d+: .+");
        }
    }
}
