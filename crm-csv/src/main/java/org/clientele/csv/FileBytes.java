package org.clientele.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** The bytes of a file, unpacked when its name ends in {@code .gz}; it counts those of the file itself. */
final class FileBytes extends FilterInputStream {

    private static final int AT_ONCE = 1 << 16;

    private final Counting file;

    private FileBytes(InputStream unpacked, Counting file) {
        super(unpacked);
        this.file = file;
    }

    static FileBytes open(Path path) throws IOException {
        Counting file = new Counting(Files.newInputStream(path));
        try {
            return new FileBytes(isPacked(path) ? new GZIPInputStream(file, AT_ONCE) : file, file);
        } catch (IOException bad) {
            file.close();
            throw bad;
        }
    }

    /** Whether what goes to and comes from this place is compressed by gzip. */
    static boolean isPacked(Path path) {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
    }

    /** How many bytes of the file are read. */
    long count() {
        return file.count;
    }

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
}
