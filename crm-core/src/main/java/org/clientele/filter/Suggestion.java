package org.clientele.filter;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Which of the known names somebody may have meant. */
final class Suggestion {

    private static final int MOST_NAMES = 12;
    private static final int LONGEST = 60;

    private Suggestion() {}

    /** The known names, those that are most like the unknown one first; the first few, if there are many. */
    static String of(String unknown, Collection<String> known) {
        if (known.isEmpty()) {
            return "there is none";
        }
        String meant = unknown.toLowerCase(Locale.ROOT);
        List<String> nearest = known.stream()
                .distinct()
                .sorted(Comparator.comparingInt((String name) -> distance(meant, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST_NAMES)
                .map(Words::name)
                .toList();
        long more = known.stream().distinct().count() - nearest.size();
        return "there is " + String.join(", ", nearest) + (more > 0 ? " and " + more + " more" : "");
    }

    /** How many letters must be changed, added or left out to make the one of the other. */
    private static int distance(String from, String to) {
        if (from.length() > LONGEST || to.length() > LONGEST) {
            return LONGEST;
        }
        int[] former = new int[to.length() + 1];
        for (int j = 0; j < former.length; j++) {
            former[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(former[j - 1] + change, Math.min(former[j], row[j - 1]) + 1);
            }
            former = row;
        }
        return former[to.length()];
    }
}
