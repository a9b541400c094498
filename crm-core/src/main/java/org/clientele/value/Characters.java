package org.clientele.value;

import java.util.List;

/**
 * Which texts can be kept everywhere, all without the character U+0000 and without halves of surrogate pairs, and which say
 * nothing.
 */
public final class Characters {

    private static final List<String> OBJECTION = List.of(
            "has a character that can not be kept (U+0000, or half of one beyond the basic plane); take it out");

    private Characters() {}

    /** Whether every store keeps this text exactly. */
    public static boolean areKept(String text) {
        int codePoint;
        for (int at = 0; at < text.length(); at += Character.charCount(codePoint)) {
            codePoint = text.codePointAt(at);
            if (isLost(codePoint)) {
                return false;
            }
        }
        return true;
    }

    /** What is wrong with a text that can not be kept. */
    public static List<String> objections(String text) {
        return areKept(text) ? List.of() : OBJECTION;
    }

    /** Whether there is nothing but white space: whatever Unicode counts as a space, such as the no-break space, included. */
    public static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isSpace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The text without the white space at its ends. */
    public static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** No space is beyond the characters that are one {@code char}. */
    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isLost(int codePoint) {
        return codePoint == 0 || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }
}
