package org.clientele.sync;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.clientele.sync.SyncOutcome.Kind;
import org.jspecify.annotations.Nullable;

/** How many records became what, and how many were read. Immutable and thread-safe. */
public final class SyncCounts {

    static final SyncCounts NONE = new SyncCounts(0, Map.of());

    private static final String READ = "read";

    private final long read;
    private final Map<Kind, Long> each;

    private SyncCounts(long read, Map<Kind, Long> each) {
        this.read = read;
        this.each = each;
    }

    /** How many records the remote told of; one that it told of again counts again. */
    public long read() {
        return read;
    }

    /** How many became this; one that waited or was refused, and was taken later in the run, is counted as both. */
    public long of(Kind kind) {
        return each.getOrDefault(kind, 0L);
    }

    SyncCounts plus(long furtherRead, Collection<SyncOutcome> outcomes) {
        Map<Kind, Long> sums = new EnumMap<>(Kind.class);
        sums.putAll(each);
        outcomes.forEach(outcome -> sums.merge(outcome.kind(), 1L, Long::sum));
        return new SyncCounts(read + furtherRead, sums);
    }

    static SyncCounts parse(@Nullable String text) {
        long read = 0;
        Map<Kind, Long> each = new EnumMap<>(Kind.class);
        for (String part : text == null ? new String[0] : text.split(", ")) {
            int blank = part.indexOf(' ');
            long number = Long.parseLong(part.substring(0, blank));
            String name = part.substring(blank + 1);
            if (name.equals(READ)) {
                read = number;
            } else {
                each.put(Kind.valueOf(name.toUpperCase(Locale.ROOT)), number);
            }
        }
        return new SyncCounts(read, each);
    }

    /** As people read it: "12 read, 3 added, 9 unchanged". */
    @Override
    public String toString() {
        String rest = each.entrySet().stream()
                .map(entry ->
                        ", " + entry.getValue() + " " + entry.getKey().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
        return read + " " + READ + rest;
    }
}
