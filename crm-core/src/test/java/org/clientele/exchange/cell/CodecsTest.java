package org.clientele.exchange.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientele.exchange.cell.Codecs.by;
import static org.clientele.exchange.cell.Codecs.choice;
import static org.clientele.exchange.cell.Codecs.date;
import static org.clientele.exchange.cell.Codecs.instant;
import static org.clientele.exchange.cell.Codecs.listOf;
import static org.clientele.exchange.cell.Codecs.money;
import static org.clientele.exchange.cell.Codecs.percent;
import static org.clientele.exchange.cell.Codecs.setOf;
import static org.clientele.exchange.cell.Codecs.text;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.clientele.Crm;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.contact.EmailAddress;
import org.clientele.contact.Gender;
import org.clientele.model.EntityType;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.sales.Lead;
import org.clientele.sales.Opportunity;
import org.clientele.sales.OpportunityStatus;
import org.clientele.store.Transaction;
import org.clientele.value.Dictionary;
import org.clientele.value.Money;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

class CodecsTest {

    private final Crm crm =
            Crm.open(config -> config.choices(Opportunity.STATUS, OpportunityStatus.of("paused", "On hold", "0.3")));
    private final Organization acme = crm.asSystem().save(new Organization("Acme"));
    private final User olga = crm.asSystem().save(new User("olga", "olga@acme.example", "Olga", "Example", acme));

    private Account account(String name) {
        Account account = new Account(name);
        account.setOwner(Ref.to(olga));
        account.setOrganization(Ref.to(acme));
        return crm.asSystem().save(account);
    }

    private <V> V read(Codec<V> codec, String cell) {
        return crm.asSystem()
                .inTransaction("read", (Transaction transaction) -> codec.read(cell, lookups(transaction)));
    }

    private <V> String write(Codec<V> codec, V value) {
        return crm.asSystem()
                .inTransaction("read", (Transaction transaction) -> codec.write(value, lookups(transaction)));
    }

    private static Lookups lookups(Transaction transaction) {
        Lookups lookups =
                new Lookups(EntityType.define("nothing", Organization.class, () -> null, type -> {}), List.of());
        lookups.within(transaction, () -> {});
        return lookups;
    }

    private static <V> V again(Codec<V> codec, V value) {
        Lookups none = new Lookups(Account.TYPE, List.of());
        return codec.read(codec.write(value, none), none);
    }

    @Property
    void whatEveryKindWritesItReads(
            @ForAll String text,
            @ForAll boolean flag,
            @ForAll int number,
            @ForAll @BigRange(min = "0", max = "99") @Scale(4) BigDecimal decimal,
            @ForAll @IntRange(min = -700_000, max = 700_000) int day,
            @ForAll @LongRange(min = -60_000_000_000L, max = 250_000_000_000L) long second) {
        if (!text.isEmpty()) {
            assertThat(again(text(), text)).isEqualTo(text);
            assertThat(again(Codecs.of(Account.DESCRIPTION), text)).isEqualTo(text);
        }
        assertThat(again(Codecs.of(User.ENABLED), flag)).isEqualTo(flag);
        assertThat(again(Codecs.of(Contact.TIMES_CONTACTED), number)).isEqualTo(number);
        assertThat(again(Codecs.of(Opportunity.PROBABILITY), decimal)).isEqualByComparingTo(decimal);
        assertThat(again(Codecs.decimal(), decimal)).isEqualByComparingTo(decimal);
        assertThat(again(Codecs.of(Opportunity.BUDGET), new Money(decimal, "EUR")))
                .isEqualTo(new Money(decimal, "EUR"));
        assertThat(again(money("USD"), new Money(decimal, "USD"))).isEqualTo(new Money(decimal, "USD"));
        assertThat(again(money("USD"), new Money(decimal, "EUR"))).isEqualTo(new Money(decimal, "EUR"));
        LocalDate date = LocalDate.ofEpochDay(day);
        assertThat(again(Codecs.of(Opportunity.CLOSE_DATE), date)).isEqualTo(date);
        if (date.getYear() > 0) {
            assertThat(again(date("M/d/yyyy"), date)).isEqualTo(date);
            assertThat(again(date("d MMM uuuu"), date)).isEqualTo(date);
        }
        Instant instant = Instant.ofEpochSecond(second, 123_456_000);
        assertThat(again(Codecs.of(Opportunity.CLOSED_AT), instant)).isEqualTo(instant);
        assertThat(again(instant("yyyy-MM-dd HH:mm:ss.SSSSSS", ZoneOffset.UTC), instant))
                .isEqualTo(instant);
    }

    @Property
    void manyTextsInOneCellAreReadBackExactly(@ForAll Set<String> texts, @ForAll List<String> list) {
        assertThat(again(setOf(text()), texts)).isEqualTo(texts.isEmpty() ? null : texts);
        assertThat(again(listOf(text()), list)).isEqualTo(list.isEmpty() ? null : list);
    }

    @Test
    void manyTextsAreReadAsAPersonWritesThem() {
        assertThat(read(setOf(text()), "VIP,retail ,  key account,,")).containsExactly("VIP", "retail", "key account");
        assertThat(write(listOf(text()), List.of("a, b", "C:\\x"))).isEqualTo("a\\, b, C:\\\\x");
        assertThat(read(listOf(text()), "C:\\x")).containsExactly("C:\\x");
    }

    @Test
    void aDayThatTheCalendarDoesNotHaveIsRefused() {
        assertThat(read(date("M/d/yyyy"), "10/20/2016")).isEqualTo(LocalDate.of(2016, 10, 20));
        assertThat(read(date("M/d/yyyy"), "2/29/2016")).isEqualTo(LocalDate.of(2016, 2, 29));
        assertThatThrownBy(() -> read(date("M/d/yyyy"), "2/30/2016"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'2/30/2016' is no date of the form M/d/yyyy");
        assertThatThrownBy(() -> read(date("M/d/yyyy"), "20/10/2016")).hasMessageContaining("no date");
        assertThatThrownBy(() -> read(date("M/d/yyyy"), "10/20/2016 ")).hasMessageContaining("no date");
    }

    @Test
    void timesAreThoseOfTheClocksInTheirZone() {
        assertThat(read(instant("d.M.yyyy HH:mm", ZoneId.of("Europe/Berlin")), "31.7.2026 09:30"))
                .isEqualTo("2026-07-31T07:30:00Z");
    }

    @Test
    void numbersAreDigitsAndAPointOnly() {
        assertThat(read(percent(), "50")).isEqualByComparingTo("0.5");
        assertThat(read(percent(), "12.5 %")).isEqualByComparingTo("0.125");
        assertThat(read(money("USD"), "1054")).isEqualTo(Money.of("1054", "USD"));
        assertThat(read(money("USD"), "3 EUR")).isEqualTo(Money.of("3", "EUR"));
        for (String bad : List.of("1,054", "1e9", "$5", "five", "1.", ".5", "", " 7")) {
            if (!bad.isEmpty()) {
                assertThatThrownBy(() -> read(Codecs.decimal(), bad))
                        .hasMessageContaining("'" + bad + "' is no number");
            }
        }
        assertThatThrownBy(() -> money("usd")).hasMessageContaining("is no currency");
    }

    @Property
    void numbersWithACommaAreReadAsTheyAreWrittenAndAsPeopleWriteThem(
            @ForAll @BigRange(min = "-9999999999", max = "9999999999") @Scale(4) BigDecimal number, @ForAll int whole) {
        assertThat(again(Codecs.decimal().decimalComma(), number)).isEqualByComparingTo(number);
        assertThat(again(percent().decimalComma(), number)).isEqualByComparingTo(number);
        assertThat(again(Codecs.of(Contact.TIMES_CONTACTED).decimalComma(), whole))
                .isEqualTo(whole);
        for (String currency : List.of("EUR", "USD")) {
            Money money = new Money(number, currency);
            assertThat(again(money().decimalComma(), money)).isEqualTo(money);
            assertThat(again(money("EUR").decimalComma(), money)).isEqualTo(money);
        }
        for (char mark : new char[] {'.', ' ', '\u00A0', '\u202F'}) {
            DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
            symbols.setGroupingSeparator(mark);
            symbols.setDecimalSeparator(',');
            String cell = new DecimalFormat("#,##0.0###", symbols).format(number);
            assertThat(read(Codecs.decimal().decimalComma(), cell)).isEqualByComparingTo(number);
            assertThat(read(money("USD").decimalComma(), cell + " EUR")).isEqualTo(new Money(number, "EUR"));
        }
    }

    @Test
    void aColumnWithACommaTakesNoPointForIt() {
        Codec<Money> euros = money("EUR").decimalComma().value("none", Money.of("0", "EUR"));
        assertThat(read(euros, "1.200,50")).isEqualTo(Money.of("1200.50", "EUR"));
        assertThat(read(euros, "1.200")).isEqualTo(Money.of("1200", "EUR"));
        assertThat(read(euros, "none")).isEqualTo(Money.of("0", "EUR"));
        assertThat(read(percent().decimalComma(), "12,5 %")).isEqualByComparingTo("0.125");
        assertThat(write(euros, Money.of("1200.50", "EUR"))).isEqualTo("1200,5");
        for (String bad : List.of("1.2", "1200.50", "1,200.50", "1.2000", "1,", ",5", "five", "1.20,5")) {
            assertThatThrownBy(() -> read(euros, bad)).hasMessageContaining("'" + bad + "' is no number with a comma");
        }
    }

    @Test
    void choicesAreKnownByIdAndLabelOfTheDictionaryInForce() {
        Codec<OpportunityStatus> status = choice(Opportunity.STATUS);
        assertThat(read(status, "won")).isEqualTo(OpportunityStatus.WON);
        assertThat(read(status, "closed WON")).isEqualTo(OpportunityStatus.WON);
        assertThat(read(status, "on hold").id()).isEqualTo("paused");
        assertThat(write(status, OpportunityStatus.WON)).isEqualTo("won");
        assertThatThrownBy(() -> read(status, "Won over"))
                .hasMessageContaining("'Won over' is none of the opportunity status [in_progress,");
        Codec<OpportunityStatus> own = status.value("Won over", OpportunityStatus.WON);
        assertThat(read(own, "Won over")).isEqualTo(OpportunityStatus.WON);
        assertThat(read(own, "lost")).isEqualTo(OpportunityStatus.LOST);
        assertThat(write(own, OpportunityStatus.WON)).isEqualTo("Won over");
        assertThat(read(Codecs.of(Contact.GENDER), "Female")).isEqualTo(Gender.FEMALE);
    }

    @Test
    void aChoiceIsReadByWhatElsePeopleWriteForIt() {
        Codec<Gender> gender = Codecs.of(Contact.GENDER);
        assertThat(read(gender, "m")).isEqualTo(Gender.MALE);
        assertThat(read(gender, "F")).isEqualTo(Gender.FEMALE);
        assertThat(write(gender, Gender.MALE)).isEqualTo("male");
        Gender own = new Gender("M", "Manifold");
        Dictionary<Gender> wider = Gender.DICTIONARY.with(List.of(own));
        assertThat(wider.recognise("m")).as("an id goes before an alias").contains(own);
        assertThat(wider.recognise("f")).contains(Gender.FEMALE);
    }

    @Test
    void theNameOnASiteIsReadFromItsAddress() {
        Codec<String> linkedIn = Codecs.of(Contact.LINKED_IN);
        for (String cell : List.of(
                "ada",
                "http://www.linkedin.com/in/ada",
                "https://www.linkedin.com/in/ada/",
                "HTTPS://LinkedIn.com/in/ada",
                "www.linkedin.com/in/ada",
                "linkedin.com/in/ada/")) {
            assertThat(read(linkedIn, cell)).as(cell).isEqualTo("ada");
        }
        assertThat(write(linkedIn, "ada")).isEqualTo("http://www.linkedin.com/in/ada");
        assertThat(read(Codecs.of(Lead.TWITTER), "http://twitter.com/Ada")).isEqualTo("Ada");
        for (String other : List.of("https://example.org/ada", "www.linkedin.com/company/acuserv", "http://x")) {
            assertThat(read(linkedIn, other)).isEqualTo(other);
            assertThat(write(linkedIn, other)).isEqualTo(other);
        }
    }

    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> parts = Arbitraries.of(
                "http://",
                "https://",
                "HTTPS://",
                "www.",
                "facebook.com",
                "FaceBook.com",
                "/",
                " ",
                "?",
                "#",
                "%2F",
                "ada",
                "\n",
                "@");
        return Arbitraries.oneOf(
                Arbitraries.strings(), parts.list().ofMinSize(1).ofMaxSize(7).map(some -> String.join("", some)));
    }

    @Property
    void whateverIsKeptAsANameOnASiteIsReadFromWhatIsWritten(@ForAll("names") String name) {
        if (!name.isEmpty()) {
            assertThat(again(Codecs.of(Contact.FACEBOOK), name)).isEqualTo(name);
        }
    }

    @Test
    void blanksBelongToATextUnlessTheyAreTrimmed() {
        assertThat(read(text(), " a ")).isEqualTo(" a ");
        assertThat(read(text().trimmed(), " a ")).isEqualTo("a");
        assertThat(read(text().trimmed(), "  ")).isNull();
        assertThat(read(text().trimmed().alias("n/a", ""), " n/a ")).isNull();
        assertThat(read(text().alias("technolgy", "technology"), "technolgy")).isEqualTo("technology");
    }

    @Test
    void aReferenceIsFoundByTheOneRecordOfItsName() {
        Account acuserv = account("Acuserv");
        Codec<Ref<Account>> byName = by(Account.TYPE, Account.NAME);
        assertThat(read(byName, "acuserv")).isEqualTo(Ref.to(acuserv));
        assertThat(read(byName.alias("Acu", "Acuserv"), "Acu")).isEqualTo(Ref.to(acuserv));
        assertThat(write(byName, Ref.to(acuserv))).isEqualTo("Acuserv");
        assertThatThrownBy(() -> read(byName, "Big Bear Stores"))
                .hasMessage(
                        "no account that you may see has name 'Big Bear Stores'; import it first, or correct the cell");
        assertThat(read(byName.orNull(), "Big Bear Stores")).isNull();
    }

    @Test
    void aNameThatSeveralHaveIsRefusedSayingHowMany() {
        account("Acuserv");
        account("ACUSERV");
        Account third = account("Acuserv");
        Codec<Ref<Account>> byName = by(Account.TYPE, Account.NAME);
        assertThatThrownBy(() -> read(byName.orNull(), "Acuserv"))
                .hasMessage(
                        "3 records of type account have name 'Acuserv'; give the identity of the one that is meant");
        assertThat(write(byName, Ref.to(third))).isEqualTo(third.getId().toString());
        assertThat(read(byName, third.getId().toString())).isEqualTo(Ref.to(third));
    }

    @Test
    void aRecordThatIsNotThereIsWrittenByItsIdentity() {
        UUID gone = new UUID(1, 2);
        assertThat(write(by(Account.TYPE, Account.NAME), new Ref<Account>(gone)))
                .isEqualTo(gone.toString());
    }

    @Test
    void aValueMayBeMadeOfAnother() {
        Codec<List<EmailAddress>> email = text().as(
                        cell -> List.of(new EmailAddress(cell, true)),
                        emails -> emails.get(0).email());
        assertThat(read(email, "ada@acme.example")).containsExactly(new EmailAddress("ada@acme.example", true));
        assertThat(write(email, List.of(new EmailAddress("ada@acme.example", true))))
                .isEqualTo("ada@acme.example");
        assertThat(write(email, List.of())).isEmpty();
    }
}
