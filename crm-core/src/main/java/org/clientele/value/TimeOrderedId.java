package org.clientele.value;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Makes identities (UUID version 7, RFC 9562): unique everywhere, and in the order of their making within a process. */
public final class TimeOrderedId {

    private static final int COUNTER_BITS = 12;
    private static final AtomicLong LAST = new AtomicLong();

    private TimeOrderedId() {}

    /** A new identity, greater than every one that this process made before; safe to call from any thread. */
    public static UUID next() {
        long earliest = System.currentTimeMillis() << COUNTER_BITS;
        long tick = LAST.updateAndGet(last -> Math.max(last + 1, earliest));
        long high = ((tick >>> COUNTER_BITS) << 16) | 0x7000L | (tick & 0xFFFL);
        long low = (ThreadLocalRandom.current().nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /** Whether it is an identity of this kind, whoever made it: any database orders these by their time. */
    public static boolean isOne(UUID id) {
        return id.version() == 7 && id.variant() == 2 && id.getMostSignificantBits() >= 0;
    }

    /** When an identity of this kind was made, in milliseconds since 1970. */
    public static long millis(UUID id) {
        return id.getMostSignificantBits() >>> 16;
    }
}
