package org.clientele.activity;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.clientele.model.InvalidRecordException;
import org.clientele.model.Violation;

/** Puts the content of a file that is to be attached, as far as the limits allow. */
final class Attaching {

    private final ContentStore contents;
    private final AttachmentLimits limits;
    private final String fileName;

    Attaching(ContentStore contents, AttachmentLimits limits, String fileName) {
        this.contents = contents;
        this.limits = limits;
        this.fileName = fileName;
    }

    /** The media type without parameters, in lower case. */
    String requireAllowed(String mediaType) {
        String plain = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!limits.allows(plain)) {
            throw refused("mediaType", "'" + plain + "' is not allowed; attach one of " + limits.mediaTypesInWords());
        }
        return plain;
    }

    Content put(InputStream content) {
        try {
            return contents.put(new Limited(content));
        } catch (IOException failure) {
            throw new UncheckedIOException("attachment " + fileName + " could not be kept", failure);
        }
    }

    private InvalidRecordException refused(String property, String sentence) {
        return new InvalidRecordException(List.of(new Violation("attachment " + fileName, property, sentence)));
    }

    /** Ends the reading when it has come to more than is allowed. */
    private final class Limited extends FilterInputStream {

        private long read;

        Limited(InputStream content) {
            super(content);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int some = super.read(buffer, offset, length);
            count(Math.max(some, 0));
            return some;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long skipped = super.skip(bytes);
            count(skipped);
            return skipped;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private void count(long further) {
            read += further;
            if (read > limits.mostBytes()) {
                throw refused("size", "is more than " + limits.mostBytes() + " bytes; attach a smaller file");
            }
        }
    }
}
