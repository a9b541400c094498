package org.clientele.exchange.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/** How fast rows are done, from now on. */
final class Pace {

    private static final double NANOS = 1e9;

    private final Clock clock;
    private final long rowsBefore;
    private final Instant begin;

    Pace(Clock clock, long rowsBefore) {
        this.clock = clock;
        this.rowsBefore = rowsBefore;
        this.begin = clock.instant();
    }

    OptionalDouble rowsPerSecond(long rows) {
        Duration passed = Duration.between(begin, clock.instant());
        return passed.isZero() || passed.isNegative()
                ? OptionalDouble.empty()
                : OptionalDouble.of((rows - rowsBefore) / (passed.getSeconds() + passed.getNano() / NANOS));
    }
}
