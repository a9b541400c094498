package org.clientele.jpa;

import java.util.ArrayList;
import java.util.List;

/** Puts conditions together; what holds always or never is left out, unless nothing else remains. */
final class Logic {

    /** True of everything. */
    static final String ALWAYS = "1 = 1";

    /** True of nothing. */
    static final String NEVER = "1 = 0";

    private Logic() {}

    static String and(String... parts) {
        return and(List.of(parts));
    }

    static String and(List<String> parts) {
        return join(parts, " and ", ALWAYS, NEVER);
    }

    static String or(List<String> parts) {
        String joined = join(parts, " or ", NEVER, ALWAYS);
        return joined.contains(" or ") ? "(" + joined + ")" : joined;
    }

    private static String join(List<String> parts, String word, String none, String all) {
        List<String> written = new ArrayList<>(parts);
        written.removeIf(none::equals);
        if (written.contains(all)) {
            return all;
        }
        return written.isEmpty() ? none : String.join(word, written);
    }

    /** The opposite of a condition that is never unknown. */
    static String not(String condition) {
        if (condition.equals(ALWAYS)) {
            return NEVER;
        }
        return condition.equals(NEVER) ? ALWAYS : "not (" + condition + ")";
    }

    /** The clause of a statement that asks for all of these. */
    static String where(String... parts) {
        String condition = and(parts);
        return condition.equals(ALWAYS) ? "" : " where " + condition;
    }
}
