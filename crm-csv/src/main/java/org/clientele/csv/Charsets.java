package org.clientele.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Recognises what a text is in: by its byte order mark; UTF-16 without one by the zeros beside its delimiters and line
 * ends; UTF-8 when all of it is; otherwise Windows-1252, when it can be.
 */
final class Charsets {

    private static final int HEAD = 1 << 16;
    private static final int MARK = 3;

    /** What any table has, in the bytes of ASCII: line ends, delimiters, quotes, blanks. */
    private static final String STRUCTURE = "\n\r,;\t|\" ";

    private Charsets() {}

    /** The charset of these bytes, the file's name for the sentence that refuses them. */
    static Charset recognise(InputStream bytes, String file) throws IOException {
        byte[] block = bytes.readNBytes(HEAD);
        String begins = new String(block, 0, Math.min(block.length, MARK), StandardCharsets.ISO_8859_1);
        if (begins.startsWith("\u00FF\u00FE")) {
            return StandardCharsets.UTF_16LE;
        } else if (begins.startsWith("\u00FE\u00FF")) {
            return StandardCharsets.UTF_16BE;
        }
        int little = wideStructure(block, 0);
        int big = wideStructure(block, 1);
        if (little + big > 0 && !isNarrow(block)) {
            return little >= big ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        }
        ByteTally tally = new ByteTally(begins.startsWith("\u00EF\u00BB\u00BF"));
        for (int length = block.length; length > 0; length = bytes.readNBytes(block, 0, block.length)) {
            tally.add(block, length);
        }
        return tally.charset(file);
    }

    /** How often what structures a table has a zero beside it, its own half of each pair being at this place, 0 or 1. */
    private static int wideStructure(byte[] block, int own) {
        int found = 0;
        for (int i = 0; i + 1 < block.length; i += 2) {
            found += block[i + 1 - own] == 0 && STRUCTURE.indexOf(block[i + own]) >= 0 ? 1 : 0;
        }
        return found;
    }

    /** Whether half of the pairs or more are two printable bytes of ASCII, as they are in a narrow text and not in ideographs. */
    private static boolean isNarrow(byte[] block) {
        int narrow = 0;
        for (int i = 0; i + 1 < block.length; i += 2) {
            narrow += block[i] >= ' ' && block[i + 1] >= ' ' ? 1 : 0;
        }
        return narrow * 2 >= block.length / 2;
    }
}
