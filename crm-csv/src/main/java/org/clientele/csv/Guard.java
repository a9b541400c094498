package org.clientele.csv;

import java.util.List;
import java.util.regex.Pattern;
import org.clientele.exchange.row.UnreadableFileException;

/**
 * Keeps spreadsheet programs from taking a text for a formula: an apostrophe before it. Reversible: a text that begins
 * with an apostrophe gets one too, so what is read is what was written, whatever it was.
 *
 * <p>A guarded file says so by an apostrophe before each of its titles. That outlives a spreadsheet program, whatever
 * order its columns are brought into; and a program that drops the apostrophes of texts drops these with them.
 */
final class Guard {

    private static final char MARK = '\'';

    /** With the wide forms, which some programs take for the narrow ones. */
    private static final String DANGEROUS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final int SHOWN = 60;

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,40}([.,][0-9]{1,40})?");

    private Guard() {}

    static String encode(String text) {
        return !text.isEmpty() && (text.charAt(0) == MARK || DANGEROUS.indexOf(text.charAt(0)) >= 0)
                ? MARK + text
                : text;
    }

    /** A cell of a column of numbers: a number is none the less one for its sign. */
    static String encodeNumber(String cell) {
        return NUMBER.matcher(cell).matches() ? cell : encode(cell);
    }

    static String decode(String cell) {
        return isMarked(cell) ? cell.substring(1) : cell;
    }

    static String encodeTitle(String title) {
        return MARK + title;
    }

    static boolean isMarked(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == MARK;
    }

    /** Whether these are the titles of a guarded file; UnreadableFileException when it can not be told. */
    static boolean isSaidBy(List<String> titles, String file) {
        List<String> bare = titles.stream().filter(title -> !isMarked(title)).toList();
        if (!bare.isEmpty() && bare.size() < titles.size()) {
            String one = bare.get(0);
            throw new UnreadableFileException(file
                    + " has titles that begin with an apostrophe, as those of a guarded file do, and others, such as \""
                    + one.substring(0, Math.min(one.length(), SHOWN))
                    + "\"; write it before these too, or remove it from the others when no text is guarded");
        }
        return bare.isEmpty();
    }
}
