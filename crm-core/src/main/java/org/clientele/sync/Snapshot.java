package org.clientele.sync;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.clientele.value.TextForm;
import org.jspecify.annotations.Nullable;

/** What each side had of a record when both were last alike, by the names of properties; a side may write a value its own way. */
final class Snapshot {

    private static final Pair NOTHING = new Pair(null, null);

    private final Map<String, Pair> pairs = new TreeMap<>();

    /** A value as either side has it. */
    record Pair(@Nullable String here, @Nullable String there) {}

    static Snapshot read(@Nullable String text) {
        Snapshot snapshot = new Snapshot();
        if (text != null) {
            Iterator<@Nullable String> parts = TextForm.split(text).iterator();
            while (parts.hasNext()) {
                snapshot.put(Objects.requireNonNull(parts.next()), parts.next(), parts.next());
            }
        }
        return snapshot;
    }

    Pair get(String property) {
        return pairs.getOrDefault(property, NOTHING);
    }

    void put(String property, @Nullable String here, @Nullable String there) {
        pairs.put(property, new Pair(here, there));
    }

    /** What {@link #read} reads. */
    @Override
    public String toString() {
        List<@Nullable String> parts = new ArrayList<>();
        pairs.forEach((property, pair) -> {
            parts.add(property);
            parts.add(pair.here);
            parts.add(pair.there);
        });
        return TextForm.join(parts);
    }
}
