package org.clientele.csv;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.EnumSet;
import java.util.Set;
import org.clientele.exchange.row.UnreadableFileException;

/**
 * Looks through a whole text before any of it is read: whether every quote is closed, no row is beyond the limits, and
 * what ends its lines. It keeps nothing and takes a fraction of the time of reading; what it lets through can be read.
 */
final class Survey {

    static final int ASCII = 128;

    private static final int AT_ONCE = 1 << 14;

    private enum At {
        /** Before the first character of a cell. */
        BEGINNING,
        PLAIN,
        QUOTED,
        /** After a quote within quotes, which closes them or is the first of two. */
        QUOTE,
        /** After a closing quote and blanks. */
        CLOSED
    }

    private final String file;
    private final char delimiter;
    private final boolean[] special = new boolean[ASCII];
    private At at = At.BEGINNING;
    private char before;
    private long position;
    private long line = 1;
    private long quoteLine;
    private long rows;
    private long rowPosition;
    private long rowLine = 1;
    private int cells;
    private long returns;
    private long feeds;
    private long pairs;

    Survey(String file, char delimiter) {
        this.file = file;
        this.delimiter = delimiter;
        for (char c : new char[] {0, '"', '\r', '\n'}) {
            special[c] = true;
        }
        if (delimiter < special.length) {
            special[delimiter] = true;
        }
    }

    /** Looks through the text to its end; UnreadableFileException with what is wrong with it. */
    void lookThrough(Reader text) throws IOException {
        char[] chars = new char[AT_ONCE];
        try {
            for (int read = text.read(chars); read >= 0; read = text.read(chars)) {
                look(chars, read);
            }
        } catch (CharacterCodingException other) {
            throw inAnotherCharset(file, line, other);
        }
        end();
    }

    static UnreadableFileException inAnotherCharset(String file, long line, CharacterCodingException cause) {
        return new UnreadableFileException(
                file + " is in another charset than it was read in, near line " + line
                        + "; save it as CSV in UTF-8, or say with readAs(charset) what it is in",
                cause);
    }

    private void look(char[] chars, int count) {
        int from = 0;
        while (from < count) {
            int to = nextSpecial(chars, from, count);
            if (to > from) {
                ordinary(chars, from, to);
                before = chars[to - 1];
                position += to - from;
            }
            if (to < count) {
                special(chars[to]);
                before = chars[to];
                position++;
            }
            from = to + 1;
        }
        checkLength();
    }

    /** Where the next character is that can mean something; most of a table is between them. */
    private int nextSpecial(char[] chars, int from, int count) {
        boolean[] table = special;
        int i = from;
        while (i < count && (chars[i] < table.length ? !table[chars[i]] : chars[i] != delimiter)) {
            i++;
        }
        return i;
    }

    private void ordinary(char[] chars, int from, int to) {
        if (at == At.BEGINNING) {
            at = At.PLAIN;
        } else if (at == At.QUOTE || at == At.CLOSED) {
            for (int i = from; i < to; i++) {
                if (!Character.isWhitespace(chars[i])) {
                    throw afterQuote();
                }
            }
            at = At.CLOSED;
        }
    }

    private void special(char c) {
        if (c == '\n' || c == '\r') {
            lineEnd(c);
        } else if (c == 0) {
            throw new UnreadableFileException(file + " has a NUL character on line " + line
                    + ", so it is no text; remove it, or save the file as CSV in UTF-8");
        } else if (c == '"') {
            quote();
        } else if (at != At.QUOTED) {
            cell();
        }
    }

    private void quote() {
        switch (at) {
            case BEGINNING -> {
                at = At.QUOTED;
                quoteLine = line;
            }
            case QUOTED -> at = At.QUOTE;
            case QUOTE -> at = At.QUOTED;
            case CLOSED -> throw afterQuote();
            case PLAIN -> {
                // within a cell that does not begin with one it is a character like any other
            }
        }
    }

    private UnreadableFileException afterQuote() {
        return new UnreadableFileException(
                file + " has something between a closing quote and the end of its cell on line " + line
                        + "; double the quotes within a cell");
    }

    private void cell() {
        at = At.BEGINNING;
        cells++;
        if (cells >= Limits.CELLS) {
            throw new UnreadableFileException(file + " has more than " + Limits.CELLS + " cells in the row on line "
                    + line + "; see whether its line ends are missing, or give the right delimiter");
        }
    }

    private void lineEnd(char c) {
        boolean second = c == '\n' && before == '\r';
        line += second ? 0 : 1;
        if (at == At.QUOTED) {
            return;
        }
        if (second) {
            pairs++;
        } else {
            returns += c == '\r' ? 1 : 0;
            feeds += c == '\n' ? 1 : 0;
            row();
        }
        rowPosition = position + 1;
        rowLine = line;
    }

    /** A row ends; a line without anything in it is none. */
    private void row() {
        checkLength();
        rows += cells > 0 || at != At.BEGINNING ? 1 : 0;
        at = At.BEGINNING;
        cells = 0;
    }

    private void checkLength() {
        if (position - rowPosition > Limits.CHARACTERS) {
            throw new UnreadableFileException(file + " has more than " + Limits.CHARACTERS
                    + " characters in the row on line " + rowLine
                    + (at == At.QUOTED
                            ? "; see whether the quote that opens on line " + quoteLine + " is left open"
                            : "; see whether its line ends are missing"));
        }
    }

    private void end() {
        if (at == At.QUOTED) {
            throw new UnreadableFileException(file + " has a quote on line " + quoteLine
                    + " that is never closed; close it, or double it within a cell");
        }
        row();
    }

    /** How many rows there are, what comes before the data included. */
    long rows() {
        return rows;
    }

    /** What ends the lines, outside of quotes. */
    Set<LineEnd> lineEnds() {
        Set<LineEnd> ends = EnumSet.noneOf(LineEnd.class);
        if (pairs > 0) {
            ends.add(LineEnd.CR_LF);
        }
        if (feeds > 0) {
            ends.add(LineEnd.LF);
        }
        if (returns > pairs) {
            ends.add(LineEnd.CR);
        }
        return ends;
    }
}
