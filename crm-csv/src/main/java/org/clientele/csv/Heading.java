package org.clientele.csv;

import java.io.BufferedReader;
import java.io.IOException;

/**
 * What the first line tells of the delimiter.
 *
 * @param delimiter the one that the line names, or has most of outside of quotes
 * @param named whether it names it, as spreadsheet programs do: {@code sep=;} and nothing else
 */
record Heading(char delimiter, boolean named) {

    static final char COMMA = ',';

    /** The delimiters that are recognised, the likeliest first. */
    static final String DELIMITERS = COMMA + ";\t|";

    /** What a line that names the delimiter begins with. */
    static final String NAMING = "sep=";

    /** Whether it can part cells at all. */
    static boolean canDelimit(char delimiter) {
        return "\"\r\n\0".indexOf(delimiter) < 0 && !Character.isSurrogate(delimiter);
    }

    /** Reads the first line that has something in it. */
    static Heading read(FileText text) throws IOException {
        BufferedReader reader = new BufferedReader(text);
        StringBuilder start = new StringBuilder();
        int[] counts = new int[DELIMITERS.length()];
        boolean quoted = false;
        boolean closed = false;
        boolean begun = false;
        int before = '\n';
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            boolean ends = !quoted && (c == '\n' || c == '\r');
            if (ends && begun) {
                break;
            }
            begun |= !ends;
            if (start.length() <= NAMING.length() + 1) {
                start.append((char) c);
            }
            boolean turns = c == '"' && (quoted || closed || isStart(before));
            closed = turns && quoted;
            quoted ^= turns;
            if (!quoted && isDelimiter(c)) {
                counts[DELIMITERS.indexOf(c)]++;
            }
            before = c;
        }
        return named(start.toString()) ? new Heading(start.charAt(NAMING.length()), true) : mostOf(counts);
    }

    private static boolean isDelimiter(int c) {
        return DELIMITERS.indexOf(c) >= 0;
    }

    /** Whether a cell begins after this. */
    private static boolean isStart(int before) {
        return before == '\n' || before == '\r' || isDelimiter(before);
    }

    private static boolean named(String line) {
        return line.length() == NAMING.length() + 1
                && line.startsWith(NAMING)
                && canDelimit(line.charAt(NAMING.length()));
    }

    private static Heading mostOf(int[] counts) {
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return new Heading(DELIMITERS.charAt(most), false);
    }
}
