package org.clientele.value;

/** A number of things as a sentence speaks of them. */
public final class Counted {

    private Counted() {}

    /** "1 account", "2 accounts", "3 opportunities". */
    public static String of(long count, String noun) {
        return count + " " + (count == 1 ? noun : plural(noun));
    }

    private static String plural(String noun) {
        if (noun.matches(".*[^aeiou]y")) {
            return noun.substring(0, noun.length() - 1) + "ies";
        }
        return noun + (noun.matches(".*(s|x|z|ch|sh)") ? "es" : "s");
    }
}
