package org.clientele.search;

import org.clientele.criteria.TextFold;

/** A short piece of a text around a word, in one line. */
final class Excerpt {

    private static final int LENGTH = 80;
    private static final int BEFORE = 30;
    private static final String CUT = "...";

    private Excerpt() {}

    static String of(String text, String word) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= LENGTH) {
            return line;
        }
        int at = TextFold.fold(line).indexOf(TextFold.fold(word));
        int from = whole(line, Math.max(0, Math.min(at - BEFORE, line.length() - LENGTH)));
        int to = whole(line, Math.min(line.length(), from + LENGTH));
        return (from > 0 ? CUT : "") + line.substring(from, to) + (to < line.length() ? CUT : "");
    }

    /** The place, or the one before where a character would be cut in halves. */
    private static int whole(String line, int at) {
        return at > 0 && at < line.length() && Character.isLowSurrogate(line.charAt(at)) ? at - 1 : at;
    }
}
