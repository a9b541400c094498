package org.clientele.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a CSV file is written.
 *
 * @param byteOrderMark whether the text begins with one
 * @param named whether a line before the header names the delimiter, as in {@code sep=;}
 * @param lineEnds all that are there, outside of quotes
 * @param guarded whether texts are guarded against being taken for formulas
 */
record Dialect(
        Charset charset, boolean byteOrderMark, char delimiter, boolean named, Set<LineEnd> lineEnds, boolean guarded) {

    /** What an export is written in. */
    static final Dialect EXPORTED =
            new Dialect(StandardCharsets.UTF_8, false, Heading.COMMA, false, EnumSet.of(LineEnd.CR_LF), false);

    Dialect {
        lineEnds = Set.copyOf(lineEnds);
    }

    Dialect guarded(boolean whether) {
        return new Dialect(charset, byteOrderMark, delimiter, named, lineEnds, whether);
    }

    /**
     * The same where it is recognised whatever the text is: Windows-1252 can look like UTF-8, and UTF-16 without a byte order
     * mark like neither.
     */
    Dialect unmistakable() {
        Charset in = charset.equals(ByteTally.WINDOWS_1252) ? StandardCharsets.UTF_8 : charset;
        boolean mark = byteOrderMark || !charset.equals(StandardCharsets.UTF_8);
        return new Dialect(in, mark, delimiter, named, lineEnds, guarded);
    }

    private String delimiterName() {
        return switch (delimiter) {
            case ',' -> "commas";
            case ';' -> "semicolons";
            case '\t' -> "tabs";
            case '|' -> "bars";
            default -> "'" + delimiter + "'";
        };
    }

    /** The dialect in words, such as "UTF-8, cells parted by commas, lines that end in CR LF". */
    @Override
    public String toString() {
        return charset.name()
                + (byteOrderMark ? " with a byte order mark" : "")
                + ", cells parted by " + delimiterName()
                + (named ? " as its first line says" : "")
                + ", lines that end in "
                + lineEnds.stream().sorted().map(LineEnd::toString).collect(Collectors.joining(" and in "))
                + (guarded ? ", texts guarded" : "");
    }
}
