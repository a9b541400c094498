package org.clientele.exchange.row;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * By what a source is known again: the SHA-256 of its bytes. Immutable and thread-safe; equal when the bytes are.
 *
 * @param text the digest in 64 hexadecimal digits, in lower case
 */
public record Fingerprint(String text) {

    private static final int LENGTH = 64;
    private static final int AT_ONCE = 1 << 16;

    /** IllegalArgumentException when the text is no such digest. */
    public Fingerprint {
        if (text.length() != LENGTH || !text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no SHA-256 in lower-case hexadecimal digits; take that of the bytes");
        }
    }

    /** Of these bytes. */
    public static Fingerprint of(byte[] bytes) {
        return new Fingerprint(HexFormat.of().formatHex(sha256().digest(bytes)));
    }

    /** Of these bytes, read to their end. */
    public static Fingerprint of(InputStream bytes) throws IOException {
        MessageDigest digest = sha256();
        byte[] some = new byte[AT_ONCE];
        for (int read = bytes.read(some); read >= 0; read = bytes.read(some)) {
            digest.update(some, 0, read);
        }
        return new Fingerprint(HexFormat.of().formatHex(digest.digest()));
    }

    /** Of a file. */
    public static Fingerprint of(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return of(bytes);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java platform has SHA-256", never);
        }
    }
}
