package org.clientele.filter;

import java.util.Locale;
import java.util.Set;

/** How words, names and texts are spelled. */
final class Words {

    /** What means something in some place: a name that is spelled like it stands in backticks, a choice in quotes. */
    private static final Set<String> KEPT = Set.of(
            "a",
            "after",
            "always",
            "an",
            "and",
            "any",
            "at",
            "before",
            "between",
            "blank",
            "by",
            "contain",
            "contains",
            "does",
            "ends",
            "exactly",
            "false",
            "from",
            "greater",
            "has",
            "have",
            "in",
            "is",
            "last",
            "less",
            "never",
            "next",
            "no",
            "none",
            "not",
            "now",
            "of",
            "or",
            "present",
            "start",
            "starts",
            "than",
            "this",
            "today",
            "true",
            "until",
            "with",
            "yes");

    private static final int DIGITS_OF_A_CHARACTER = 4;
    private static final int HEXADECIMAL = 16;
    private static final String PLAIN = "\"\\`";

    private Words() {}

    static boolean begins(int point) {
        return Character.isLetter(point) || point == '_';
    }

    static boolean goesOn(String text, int at) {
        int point = text.codePointAt(at);
        return Character.isLetterOrDigit(point) || point == '_';
    }

    /** Where a word that begins here ends. */
    static int end(String text, int from) {
        int at = from;
        while (at < text.length() && goesOn(text, at)) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    /** Whether a text can stand for itself, as a name or a choice. */
    static boolean isWord(String text) {
        return !text.isEmpty() && begins(text.codePointAt(0)) && end(text, 0) == text.length() && !KEPT.contains(text);
    }

    /** A name as it is read back: in backticks unless it is a word. */
    static String name(String name) {
        return isWord(name) ? name : quoted(name, '`');
    }

    /** A text as it is read back, whatever its characters. */
    static String text(String text) {
        return quoted(text, '"');
    }

    private static String quoted(String text, char quote) {
        StringBuilder quoted = new StringBuilder().append(quote);
        int at = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            at += Character.charCount(point);
            switch (point) {
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> append(point, quote, quoted);
            }
        }
        return quoted.append(quote).toString();
    }

    private static void append(int point, char quote, StringBuilder quoted) {
        if (point == quote || point == '\\') {
            quoted.append('\\').append((char) point);
        } else if (isSeen(point)) {
            quoted.appendCodePoint(point);
        } else {
            for (char c : Character.toChars(point)) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
    }

    /** Half of a character is not kept by all that texts go through. */
    private static boolean isSeen(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** Reads what a backslash begins, and says where it ends. */
    static int unescape(String text, int backslash, StringBuilder meaning) {
        char escaped = backslash + 1 < text.length() ? text.charAt(backslash + 1) : ' ';
        int end = backslash + 2;
        if (PLAIN.indexOf(escaped) >= 0) {
            meaning.append(escaped);
        } else if (escaped == 'n' || escaped == 'r' || escaped == 't') {
            meaning.append(escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : '\t');
        } else if (escaped == 'u' && isHexadecimal(text, end)) {
            meaning.append((char) Integer.parseInt(text.substring(end, end + DIGITS_OF_A_CHARACTER), HEXADECIMAL));
            end += DIGITS_OF_A_CHARACTER;
        } else {
            throw new FilterException(
                    backslash + 1,
                    "a backslash stands before a quote, a backtick, another backslash, n, r, t, or u and four digits from 0"
                            + " to f; write \\\\ for the backslash itself");
        }
        return end;
    }

    private static boolean isHexadecimal(String text, int from) {
        return from + DIGITS_OF_A_CHARACTER <= text.length()
                && text.substring(from, from + DIGITS_OF_A_CHARACTER)
                        .chars()
                        .allMatch(c -> c < 128 && Character.digit(c, HEXADECIMAL) >= 0);
    }
}
