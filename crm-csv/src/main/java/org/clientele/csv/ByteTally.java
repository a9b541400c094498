package org.clientele.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.clientele.exchange.row.UnreadableFileException;

/** Counts what in a stretch of bytes is UTF-8 and what is not. */
final class ByteTally {

    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final String UNDEFINED_IN_1252 = "\u0081\u008D\u008F\u0090\u009D";
    private static final String MEND = ", or say with readAs(charset) what the file is in";

    private final boolean marked;
    private long line = 1;
    private long characters;
    private long faults;
    private long firstFault;
    private boolean printable = true;
    private int before;
    private int missing;
    private int lowest;
    private int highest;

    /** A tally of a text, with a byte order mark of UTF-8 or without. */
    ByteTally(boolean marked) {
        this.marked = marked;
    }

    void add(byte[] block, int length) {
        for (int i = 0; i < length; i++) {
            int b = block[i];
            if (b < ' ' || missing > 0) {
                before = i > 0 ? block[i - 1] : before;
                add(b & 0xFF);
            }
        }
        before = block[length - 1];
    }

    private void add(int b) {
        if (missing > 0 || b >= 0x80) {
            addByte(b);
        } else {
            control(b);
        }
    }

    private void control(int b) {
        if (b == '\r' || (b == '\n' && before != '\r')) {
            line++;
        } else if (b != '\n' && b != '\t' && b != '\f') {
            printable = false;
        }
    }

    /** One byte of what is not ASCII, or should not be. */
    private void addByte(int b) {
        printable &= UNDEFINED_IN_1252.indexOf(b) < 0;
        if (missing > 0 && b >= lowest && b <= highest) {
            missing--;
            lowest = 0x80;
            highest = 0xBF;
            characters += missing == 0 ? 1 : 0;
            return;
        }
        if (missing > 0) {
            missing = 0;
            fault();
        }
        if (b >= 0x80) {
            begin(b);
        } else if (b < ' ') {
            control(b);
        }
    }

    /** The first byte of a character; by the table of well-formed sequences in the Unicode Standard, chapter 3. */
    private void begin(int b) {
        lowest = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
        highest = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
        if (b >= 0xC2 && b <= 0xDF) {
            missing = 1;
        } else if (b >= 0xE0 && b <= 0xEF) {
            missing = 2;
        } else if (b >= 0xF0 && b <= 0xF4) {
            missing = 3;
        } else {
            fault();
        }
    }

    private void fault() {
        faults++;
        firstFault = firstFault == 0 ? line : firstFault;
    }

    /** What all of it is in; UnreadableFileException when that is not clear. */
    Charset charset(String file) {
        if (missing > 0) {
            missing = 0;
            fault();
        }
        if (faults == 0) {
            return StandardCharsets.UTF_8;
        } else if (marked || characters >= faults) {
            throw new UnreadableFileException(
                    file + " is in UTF-8, but not on line " + firstFault + "; correct that line" + MEND);
        } else if (!printable) {
            throw new UnreadableFileException(file + " is no text in UTF-8, UTF-16 or Windows-1252, by line "
                    + firstFault + "; save it as CSV in UTF-8" + MEND);
        }
        return WINDOWS_1252;
    }
}
