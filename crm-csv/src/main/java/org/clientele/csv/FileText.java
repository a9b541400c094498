package org.clientele.csv;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;

/** The text of a file without its byte order mark; CharacterCodingException where it is not in its charset. */
final class FileText extends Reader {

    private static final int AHEAD = 1 << 16;
    static final String BYTE_ORDER_MARK = "\uFEFF";

    private final FileBytes bytes;
    private final Reader reader;
    private boolean begun;
    private boolean marked;
    private long allowed = Long.MAX_VALUE;

    private FileText(FileBytes bytes, Charset charset) {
        this.bytes = bytes;
        this.reader = new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    static FileText open(Path file, Charset charset) throws IOException {
        return new FileText(FileBytes.open(file), charset);
    }

    /** How many bytes of the file are read. */
    long bytes() {
        return bytes.count();
    }

    /** Whether there was a byte order mark, once something was read. */
    boolean isMarked() {
        return marked;
    }

    /** From here on no more than this many characters, and what is read ahead, before it is called again. */
    void allow(long characters) {
        allowed = characters + AHEAD;
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        int read = reader.read(into, from, length);
        if (!begun && read > 0) {
            begun = true;
            marked = into[from] == BYTE_ORDER_MARK.charAt(0);
            if (marked) {
                System.arraycopy(into, from + 1, into, from, read - 1);
                return read > 1 ? read - 1 : read(into, from, length);
            }
        }
        return limited(read);
    }

    private int limited(int read) throws IOException {
        allowed -= Math.max(read, 0);
        if (allowed < 0) {
            throw new IOException("a row has more than " + Limits.CHARACTERS + " characters");
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
