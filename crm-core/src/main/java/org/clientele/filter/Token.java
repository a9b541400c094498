package org.clientele.filter;

/**
 * One word or sign of a filter's text.
 *
 * @param text what it means: a quoted text without its quotes
 * @param at the character at which it begins, from 1
 */
record Token(Kind kind, String text, int at) {

    private static final int LONGEST_SHOWN = 60;

    /** What a token can be. */
    enum Kind {
        /** Letters, digits and underscores, beginning with no digit. */
        WORD,
        /** A name within backticks, which may have any characters. */
        NAME,
        /** A text within double quotes. */
        TEXT,
        /** Digits, with decimals perhaps. */
        NUMBER,
        /** A day: 2026-01-31. */
        DAY,
        /** A point in time: 2026-01-31T09:30:00Z. */
        TIME,
        /** A week, a month or a quarter: 2026-W05, 2026-01, 2026-Q1. */
        PERIOD,
        /** One of the signs that the language has. */
        SIGN,
        /** The end of the text. */
        END
    }

    boolean isName() {
        return kind == Kind.WORD || kind == Kind.NAME;
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean isWordOrSign() {
        return kind == Kind.WORD || kind == Kind.SIGN;
    }

    /** Whether it is this word or sign of the language. */
    boolean is(String word) {
        return isWordOrSign() && text.equals(word);
    }

    /** As a message shows it. */
    @Override
    public String toString() {
        return kind == Kind.END
                ? "the end"
                : "'" + (text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text) + "'";
    }
}
