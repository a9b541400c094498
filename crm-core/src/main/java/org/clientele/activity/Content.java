package org.clientele.activity;

import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What a {@link ContentStore} knows of a content.
 *
 * @param key the SHA-256 of its bytes, 64 hexadecimal digits in lower case
 * @param size in bytes, from 0
 * @param putAt when it was put last
 */
public record Content(String key, long size, Instant putAt) {

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");

    public Content {
        Objects.requireNonNull(putAt, "putAt");
        if (!isKey(key)) {
            throw new IllegalArgumentException(key + " is no key of a content; keys are what ContentStore.put gives");
        }
    }

    /** Whether a text can be a key: nothing else is ever made part of a path or looked for. */
    public static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }
}
