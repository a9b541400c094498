package org.clientele.journal;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.clientele.value.TextForm;
import org.jspecify.annotations.Nullable;

/** The texts in which an entry keeps what changed. */
final class NotedText {

    private NotedText() {}

    /** Each property, its value before and its value after. */
    static String ofDeltas(List<Delta> deltas) {
        List<@Nullable String> parts = new ArrayList<>(3 * deltas.size());
        add(deltas, parts);
        return TextForm.join(parts);
    }

    static List<Delta> deltas(String text) {
        Iterator<@Nullable String> parts = TextForm.split(text).iterator();
        List<Delta> deltas = new ArrayList<>();
        while (parts.hasNext()) {
            deltas.add(delta(parts));
        }
        return deltas;
    }

    /** For each that was noted how many records it is of, their name, how many properties, and these. */
    static String ofMany(List<Noted> together) {
        List<@Nullable String> parts = new ArrayList<>();
        for (Noted noted : together) {
            parts.add(String.valueOf(noted.records().size()));
            parts.add(noted.name());
            parts.add(String.valueOf(noted.deltas().size()));
            add(noted.deltas(), parts);
        }
        return TextForm.join(parts);
    }

    /**
     * What was noted of many records.
     *
     * @param all the same of all of them, without what changed
     */
    static List<Noted> many(Noted all, String text) {
        Iterator<@Nullable String> parts = TextForm.split(text).iterator();
        List<Noted> many = new ArrayList<>();
        int from = 0;
        while (parts.hasNext()) {
            int to = from + number(parts);
            String name = String.valueOf(parts.next());
            List<Delta> deltas = new ArrayList<>();
            for (int left = number(parts); left > 0; left--) {
                deltas.add(delta(parts));
            }
            many.add(all.about(all.records().subList(from, to)).telling(name, deltas));
            from = to;
        }
        return many;
    }

    private static void add(List<Delta> deltas, List<@Nullable String> parts) {
        for (Delta delta : deltas) {
            parts.add(delta.property());
            parts.add(delta.before());
            parts.add(delta.after());
        }
    }

    private static Delta delta(Iterator<@Nullable String> parts) {
        return new Delta(String.valueOf(parts.next()), parts.next(), parts.next());
    }

    private static int number(Iterator<@Nullable String> parts) {
        return Integer.parseInt(Objects.requireNonNull(parts.next()));
    }
}
