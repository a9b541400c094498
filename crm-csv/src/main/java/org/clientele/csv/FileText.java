package org.clientele.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The text of a UTF-8 file without its byte order mark. It refuses what no text file has, and a stretch without the end
 * of a row that is longer than any row should be: an open quote would otherwise take in the rest of the file.
 */
final class FileText extends Reader {

    /** The most characters that a row may have. */
    static final int LONGEST_ROW = 16_000_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Counting bytes;
    private final Reader reader;
    private boolean begun;
    private long sinceRow;

    private FileText(Counting bytes) {
        this.bytes = bytes;
        this.reader = new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    static FileText open(Path file) throws IOException {
        return new FileText(new Counting(Files.newInputStream(file)));
    }

    /** Counts what is read. */
    private static final class Counting extends FilterInputStream {

        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            count += Math.max(read, 0);
            return read;
        }
    }

    /** How many bytes are read. */
    long bytes() {
        return bytes.count;
    }

    /** A row has ended here. */
    void noteRow() {
        sinceRow = 0;
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        int read = decode(into, from, length);
        if (!begun && read > 0 && into[from] == BYTE_ORDER_MARK) {
            System.arraycopy(into, from + 1, into, from, read - 1);
            begun = true;
            return read > 1 ? read - 1 : read(into, from, length);
        }
        begun |= read > 0;
        for (int i = from; i < from + read; i++) {
            if (into[i] == 0) {
                throw new IOException("it has NUL characters, so it is no text; save it as CSV in UTF-8");
            }
        }
        sinceRow += Math.max(read, 0);
        if (sinceRow > LONGEST_ROW) {
            throw new IOException("a row has more than " + LONGEST_ROW + " characters; is a quote left open?");
        }
        return read;
    }

    private int decode(char[] into, int from, int length) throws IOException {
        try {
            return reader.read(into, from, length);
        } catch (CharacterCodingException other) {
            throw new IOException("it is not in UTF-8; save it as CSV in UTF-8", other);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
