package org.clientele.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatePeriodTest {

    private static final LocalDate PI_DAY = LocalDate.of(2026, 3, 14);

    @ParameterizedTest
    @CsvSource({
        "DAY, 2026-03-14, 2026-03-14, 2026-03-15",
        "WEEK, 2026-W11, 2026-03-09, 2026-03-16",
        "MONTH, 2026-03, 2026-03-01, 2026-04-01",
        "QUARTER, 2026-Q1, 2026-01-01, 2026-04-01",
        "YEAR, 2026, 2026-01-01, 2027-01-01"
    })
    void aDayIsInOneOfEachUnit(DateUnit unit, String text, LocalDate start, LocalDate end) {
        DatePeriod period = DatePeriod.containing(unit, PI_DAY);
        assertThat(period).hasToString(text);
        assertThat(period.start()).isEqualTo(start);
        assertThat(period.end()).isEqualTo(end);
        assertThat(period.lastDay()).isEqualTo(end.minusDays(1));
        assertThat(DatePeriod.parse(text)).isEqualTo(period);
    }

    /** Over a leap year, both kinds of years by weeks, and the ends of what a date can be. */
    @Test
    void periodsCoverTheCalendarWithoutGapOrOverlap() {
        for (LocalDate first : new LocalDate[] {
            LocalDate.of(2019, 12, 1), LocalDate.of(2026, 11, 1), LocalDate.of(1, 1, 1), LocalDate.of(9997, 12, 20)
        }) {
            for (DateUnit unit : DateUnit.values()) {
                for (LocalDate day = first; day.isBefore(first.plusDays(800)); day = day.plusDays(1)) {
                    DatePeriod period = DatePeriod.containing(unit, day);
                    assertThat(period.contains(day)).isTrue();
                    assertThat(period.contains(period.end())).isFalse();
                    assertThat(period.next().start()).isEqualTo(period.end());
                    assertThat(period.next().previous()).isEqualTo(period);
                    assertThat(period.next()).isGreaterThan(period);
                    assertThat(DatePeriod.parse(period.toString())).isEqualTo(period);
                }
            }
        }
    }

    @Test
    void aWeekBelongsToTheYearOfItsThursday() {
        assertThat(DatePeriod.containing(DateUnit.WEEK, LocalDate.of(2027, 1, 1)))
                .hasToString("2026-W53");
        assertThat(DatePeriod.containing(DateUnit.WEEK, LocalDate.of(2025, 12, 29)))
                .hasToString("2026-W01");
    }

    @Test
    void severalAfterAndBefore() {
        assertThat(DatePeriod.parse("2026-Q1").plus(-5)).hasToString("2024-Q4");
        assertThat(DatePeriod.parse("2026-W53").plus(1)).hasToString("2027-W01");
        assertThat(DatePeriod.parse("9999").next()).hasToString("+10000");
    }

    @ParameterizedTest
    @CsvSource({"WEEK, 2026-03-10", "MONTH, 2026-03-02", "QUARTER, 2026-02-01", "YEAR, 2026-02-01"})
    void nothingBeginsWithinAPeriod(DateUnit unit, LocalDate start) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DatePeriod(unit, start))
                .withMessageContaining("begins on " + start);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "26",
                "2026-13",
                "2026-W00",
                "2026-W54",
                "2025-W53",
                "2026-Q5",
                "2026-02-30",
                "2026-3",
                "-0000",
                "+2026",
                "2026-03-14 ",
                "+999999999-W53",
                "\u0662\u0660\u0662\u0666"
            })
    void whatIsNoPeriodIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatePeriod.parse(text))
                .withMessage("'" + text + "' is no period; write it as 2026-03-14, 2026-W11, 2026-03, 2026-Q1 or 2026");
    }
}
