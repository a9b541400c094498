package org.clientele.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.contact.ContactSource;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.Property;
import org.clientele.sales.Opportunity;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.value.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** That every kind of value comes back exactly as it went in. U+0000 is the one character that a store may refuse. */
abstract class StoreValues extends StoreCase {

    private static final int LONG_TEXT = 100_000;

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            " begins and ends with a space ",
            "null",
            "Zo\u00eb, \u0416\u0430\u043d\u043d\u0430, \u5f20\u4f1f, \u05d0\u05d1",
            "\ud83d\ude00 and \ud835\udcb3 lie beyond the basic plane",
            "e\u0301 is not \u00e9",
            "'single', \"double\", `back`, ;--",
            "one\ntwo\r\nthree\rfour\ttab",
            "%_\\ are ordinary, and so are ?1, :name, ${x} and {0}",
            "=1+1",
            "x".repeat(255),
            "\u00ff".repeat(255));

    /** The record comes back as it is, each value in the exact form that its property says is stored. */
    final <R extends CrmRecord> void assertKept(R record) {
        R exact = crm().schema().typeOf(record).copy(record);
        assertSame(exact, inserted(record));
        assertSame(exact, stored(record));
    }

    final <R extends CrmRecord> void assertSame(R expected, R actual) {
        EntityType<R> type = crm().schema().typeOf(expected);
        assertThat(actual.getClass()).isEqualTo(expected.getClass());
        for (Property<? super R, ?> property : crm().schema().properties(type)) {
            assertThat(value(property, actual)).as(property.name()).isEqualTo(value(property, expected));
        }
    }

    private static <R> @Nullable Object value(Property<R, ?> property, R record) {
        return property.get(record);
    }

    @Test
    void textsComeBackCharacterByCharacter() {
        for (String text : TEXTS) {
            Contact contact = complete(new Contact("Ada", text.substring(0, Math.min(100, text.length()))));
            contact.setJobTitle(text);
            contact.setDescription(text);
            assertKept(contact);
        }
    }

    @Test
    void aTextMayBeLong() {
        Account acuserv = account("Acuserv");
        acuserv.setDescription("12345678\u00e9\n".repeat(LONG_TEXT / 10));
        assertKept(acuserv);
    }

    @Test
    void anEmptyTextIsNotNone() {
        Account empty = account("Acuserv");
        empty.setDescription("");
        assertThat(stored(inserted(empty)).getDescription()).isEmpty();
        assertThat(stored(inserted(account("Acuserv"))).getDescription()).isNull();
    }

    @Test
    void wholeNumbersComeBack() {
        for (Integer minutes : List.of(0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE)) {
            Visit visit = visit("Inspection");
            visit.setMinutes(minutes);
            assertKept(visit);
        }
        assertThat(stored(inserted(visit("Inspection"))).getMinutes()).isNull();
    }

    @Test
    void decimalsComeBackWithTheirScale() {
        for (String share : List.of("0", "1", "0.5", "0.1234")) {
            Opportunity engine = complete(new Opportunity("Analytical engine"));
            Opportunity.PROBABILITY.set(engine, new BigDecimal(share));
            assertKept(engine);
            assertThat(stored(engine).getProbability()).isEqualTo(new BigDecimal(share).setScale(4));
        }
        Account account = inserted(account("Acuserv"));
        for (String sum : List.of("999999999999999.9999", "0.0001", "-1.5")) {
            Partner partner = complete(new Partner("Acuserv", account, channel()));
            Partner.LIFETIME.set(partner, new BigDecimal(sum));
            assertKept(partner);
        }
    }

    @Test
    void moneyComesBackToTheLastDecimal() {
        for (String amount : List.of("0", "0.0001", "-12.5", "999999999999999.9999")) {
            for (String currency : List.of("USD", "JPY")) {
                Visit visit = visit("Inspection");
                visit.setExpenses(Money.of(amount, currency));
                assertKept(visit);
            }
        }
        assertThat(stored(inserted(visit("Inspection"))).getExpenses()).isNull();
    }

    /** After the 4th came the 15th of October 1582 where people went by the Julian calendar; here no day is missing. */
    @Test
    @Tag("skipped-days")
    void aDayThatOtherCalendarsSkipComesBack() {
        Opportunity engine = complete(new Opportunity("Analytical engine"));
        engine.setCloseDate(LocalDate.parse("1582-10-10"));
        assertKept(engine);
    }

    @Test
    void datesComeBackFromYear1ToYear9999() {
        for (String day : List.of("0001-01-01", "1900-02-28", "2000-02-29", "2026-03-29", "9999-12-31")) {
            Opportunity engine = complete(new Opportunity("Analytical engine"));
            engine.setCloseDate(LocalDate.parse(day));
            assertKept(engine);
        }
        assertThat(stored(inserted(complete(new Opportunity("Analytical engine"))))
                        .getCloseDate())
                .isNull();
    }

    @Test
    void timesComeBackToTheMicrosecond() {
        for (String time : List.of(
                "0001-01-01T00:00:00Z",
                "1582-10-10T12:00:00Z",
                "1969-12-31T23:59:59.999999Z",
                "1970-01-01T00:00:00Z",
                "2026-03-29T01:30:00.000001Z",
                "2026-10-25T00:30:00.123456Z",
                "9999-12-31T23:59:59.999999Z")) {
            Visit visit = visit("Inspection");
            visit.setBeginsAt(Instant.parse(time));
            assertKept(visit);
        }
        assertThat(stored(inserted(visit("Inspection"))).getBeginsAt()).isNull();
    }

    @Test
    void finerTimesAreCutToTheMicrosecond() {
        Visit visit = visit("Inspection");
        visit.setBeginsAt(Instant.parse("2026-03-01T09:30:00.123456789Z"));
        Instant cut = Instant.parse("2026-03-01T09:30:00.123456Z");
        assertThat(inserted(visit).getBeginsAt()).isEqualTo(cut);
        assertThat(stored(visit).getBeginsAt()).isEqualTo(cut);
    }

    @Test
    void theTimesOfSavingComeBack() {
        Account acuserv = account("Acuserv");
        CrmRecord.UPDATED_AT.set(acuserv, Instant.parse("2026-04-01T09:30:00.654321Z"));
        Account kept = stored(inserted(acuserv));
        assertThat(kept.getCreatedAt()).isEqualTo(acuserv.getCreatedAt());
        assertThat(kept.getUpdatedAt()).isEqualTo(acuserv.getUpdatedAt());
    }

    @Test
    void truthHasThreeStates() {
        Stream.of(true, false).forEach(confirmed -> {
            Visit visit = visit("Inspection");
            visit.setConfirmed(confirmed);
            assertKept(visit);
        });
        assertThat(stored(inserted(visit("Inspection"))).getConfirmed()).isNull();
    }

    @Test
    void choicesComeBackAlsoThoseThatNoDictionaryKnows() {
        for (ContactSource source : List.of(
                ContactSource.DICTIONARY.values().iterator().next(), new ContactSource("by_smoke_sign", "Smoke"))) {
            Contact ada = complete(new Contact("Ada", "Lovelace"));
            ada.setSource(source);
            assertKept(ada);
        }
        assertThat(stored(inserted(complete(new Contact("Ada", "Lovelace")))).getSource())
                .isNull();
    }
}
