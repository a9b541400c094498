package org.clientele.testkit.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.clientele.Crm;
import org.clientele.criteria.Lookup;
import org.clientele.filter.Filter;
import org.clientele.sales.Opportunity;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times in filters are those of whoever asks, whenever and wherever that is. */
class RelativeTimesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Crm crm = Crm.open(config -> config.entity(Partner.TYPE, Visit.TYPE));

    private boolean holds(String text, LocalDate closeDate, Instant now, ZoneId zone) {
        Opportunity opportunity = new Opportunity("Analytical engine");
        opportunity.setCloseDate(closeDate);
        return Filter.read(crm.schema(), Opportunity.TYPE, text)
                .criterion(now, zone)
                .test(opportunity, Lookup.NOTHING);
    }

    private boolean holds(String text, Instant beginsAt, Instant now, ZoneId zone) {
        Visit visit = new Visit("Inspection");
        visit.setBeginsAt(beginsAt);
        return Filter.read(crm.schema(), Visit.TYPE, text).criterion(now, zone).test(visit, Lookup.NOTHING);
    }

    /** As seen on Saturday, 14 March 2026. */
    @ParameterizedTest
    @CsvSource({
        "closeDate is today, 2026-03-14, 2026-03-14",
        "closeDate in this week, 2026-03-09, 2026-03-15",
        "closeDate in last week, 2026-03-02, 2026-03-08",
        "closeDate in next month, 2026-04-01, 2026-04-30",
        "closeDate in last month, 2026-02-01, 2026-02-28",
        "closeDate in this quarter, 2026-01-01, 2026-03-31",
        "closeDate in last quarter, 2025-10-01, 2025-12-31",
        "closeDate in this year - 2 years, 2024-01-01, 2024-12-31",
        "closeDate in 2026-W11, 2026-03-09, 2026-03-15",
        "closeDate between today - 30 days and today, 2026-02-12, 2026-03-14",
        "closeDate from start of month and closeDate before start of month + 1 month, 2026-03-01, 2026-03-31",
        "closeDate from start of week - 1 week and closeDate until now, 2026-03-02, 2026-03-14"
    })
    void daysAreRelativeToTheDayOnWhichTheyAreAsked(String text, LocalDate first, LocalDate last) {
        Instant now = Instant.parse("2026-03-14T09:30:00Z");
        assertThat(holds(text, first.minusDays(1), now, ZoneOffset.UTC)).isFalse();
        assertThat(holds(text, first, now, ZoneOffset.UTC)).isTrue();
        assertThat(holds(text, last, now, ZoneOffset.UTC)).isTrue();
        assertThat(holds(text, last.plusDays(1), now, ZoneOffset.UTC)).isFalse();
    }

    @Test
    void itIsAnotherDayInAnotherZone() {
        Instant now = Instant.parse("2026-12-31T23:30:00Z");
        assertThat(holds("closeDate is today", LocalDate.of(2026, 12, 31), now, ZoneOffset.UTC))
                .isTrue();
        assertThat(holds("closeDate is today", LocalDate.of(2027, 1, 1), now, BERLIN))
                .isTrue();
        assertThat(holds("closeDate in this year", LocalDate.of(2027, 12, 31), now, BERLIN))
                .isTrue();
        assertThat(holds("closeDate.month is this month", LocalDate.of(1815, 1, 10), now, BERLIN))
                .isTrue();
        assertThat(holds("closeDate.month is last month", LocalDate.of(1815, 12, 10), now, BERLIN))
                .isTrue();
        assertThat(holds("closeDate.day is this day", LocalDate.of(1815, 7, 1), now, BERLIN))
                .isTrue();
    }

    /** On 29 March 2026 the clocks of Berlin are put forward by an hour at two. */
    @ParameterizedTest
    @CsvSource({
        "beginsAt is today, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
        "beginsAt in this day, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
        "beginsAt between today - 1 day and today, 2026-03-27T23:00:00Z, 2026-03-29T22:00:00Z",
        "beginsAt in this week, 2026-03-22T23:00:00Z, 2026-03-29T22:00:00Z",
        "beginsAt in 2026-03, 2026-02-28T23:00:00Z, 2026-03-31T22:00:00Z",
        "beginsAt from today and beginsAt until today, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
        "beginsAt after 2026-03-28 and beginsAt before 2026-03-30, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
        "beginsAt from now - 12 hours and beginsAt before now, 2026-03-28T22:00:00Z, 2026-03-29T10:00:00Z",
        "beginsAt from now - 1 day and beginsAt before now, 2026-03-28T11:00:00Z, 2026-03-29T10:00:00Z"
    })
    void timesAreComparedWithTheDaysOfTheZone(String text, Instant first, Instant end) {
        Instant noon = Instant.parse("2026-03-29T10:00:00Z");
        assertThat(holds(text, first.minusNanos(1000), noon, BERLIN)).isFalse();
        assertThat(holds(text, first, noon, BERLIN)).isTrue();
        assertThat(holds(text, end.minusNanos(1000), noon, BERLIN)).isTrue();
        assertThat(holds(text, end, noon, BERLIN)).isFalse();
    }

    /** In Sao Paulo the day of 4 November 2018 began at one o'clock. */
    @Test
    void aDayMayBeginAfterMidnight() {
        ZoneId zone = ZoneId.of("America/Sao_Paulo");
        Instant noon = Instant.parse("2018-11-04T14:00:00Z");
        assertThat(holds("beginsAt is today", Instant.parse("2018-11-04T03:00:00Z"), noon, zone))
                .isTrue();
        assertThat(holds("beginsAt is today", Instant.parse("2018-11-04T02:59:59Z"), noon, zone))
                .isFalse();
    }

    @Test
    void whatHasNoTimeIsOnTheNegativeSide() {
        Instant now = Instant.parse("2026-03-14T09:30:00Z");
        assertThat(holds("closeDate not in this month", (LocalDate) null, now, BERLIN))
                .isTrue();
        assertThat(holds("closeDate before today", (LocalDate) null, now, BERLIN))
                .isFalse();
        assertThat(holds("not beginsAt before today", (Instant) null, now, BERLIN))
                .isTrue();
    }
}
