package org.clientele.jpa.suite;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import org.clientele.criteria.Criterion;
import org.clientele.property.DateProperty;
import org.clientele.property.InstantProperty;
import org.clientele.property.MoneyProperty;
import org.clientele.property.Property;
import org.clientele.value.DatePeriod;
import org.clientele.value.DateUnit;
import org.clientele.value.Money;

/** The ways in which properties themselves put questions. */
record Phrases(Random random) {

    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    Criterion<?> onCalendar(Property<?, ?> property, Object sample) {
        if (property instanceof InstantProperty<?> time) {
            DatePeriod period = period(LocalDate.ofInstant((Instant) sample, ZoneOffset.UTC));
            return random.nextBoolean() ? time.in(period, ZONE) : time.notIn(period, ZONE);
        }
        DateProperty<?> date = (DateProperty<?>) property;
        LocalDate day = (LocalDate) sample;
        return switch (random.nextInt(4)) {
            case 0 -> date.monthIn(day.getMonth(), Month.of(1 + random.nextInt(12)));
            case 1 -> date.dayOfMonthIn(day.getDayOfMonth());
            case 2 -> date.notIn(period(day));
            default -> date.in(period(day));
        };
    }

    private DatePeriod period(LocalDate day) {
        return DatePeriod.containing(DateUnit.values()[random.nextInt(DateUnit.values().length)], day);
    }

    Criterion<?> onMoney(MoneyProperty<?> money, Money sample) {
        return switch (random.nextInt(6)) {
            case 0 -> money.atLeast(sample);
            case 1 -> money.lessThan(sample);
            case 2 -> money.greaterThan(sample);
            case 3 -> money.notBetween(Money.zero(sample.currency()), sample);
            case 4 -> money.isNot(sample);
            default -> money.inCurrency("USD", "JPY");
        };
    }

    /** The text without a stretch of it, or with one twice. */
    String mutilated(String text) {
        int from = random.nextInt(text.length() + 1);
        int to = from + random.nextInt(Math.min(8, text.length() - from) + 1);
        return random.nextBoolean()
                ? text.substring(0, from) + text.substring(to)
                : text.substring(0, to) + text.substring(from);
    }
}
