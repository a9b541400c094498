package org.clientele.activity;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Where the contents of attachments are kept, apart from the records: equal contents once, under a key that follows from
 * their bytes. Implemented for a host's storage and chosen by {@code config.set(Attachment.CONTENT_STORE, store)}; without it,
 * contents lie on the heap. Called from many threads at once, in nobody's transaction; what it throws, the caller gets.
 *
 * <pre>{@code
 * Crm.open(store, config -> config.set(Attachment.CONTENT_STORE, DirectoryContentStore.at(Path.of("contents"))));
 * }</pre>
 */
public interface ContentStore {

    /**
     * Reads a content to its end and keeps it; what is kept already is put anew, for {@link #sweep}. The stream is not closed.
     *
     * @throws IOException when it can not be read or kept, or the stream's own; then nothing of it is kept
     */
    Content put(InputStream content) throws IOException;

    /** The content under a key, to be closed by the caller; empty when there is none. */
    Optional<InputStream> open(String key) throws IOException;

    /** Keeps the content under this key no longer, if it was put last before a time; nothing happens otherwise. */
    void delete(String key, Instant putBefore) throws IOException;

    /** What is kept, in no order; close the stream. */
    Stream<Content> list() throws IOException;

    /**
     * Deletes the contents that are not in use and were put last before a time. Choose it longer ago than any transaction
     * lasts, for a content is put before the record that uses it, and than deletions are to be undone.
     *
     * <pre>{@code
     * contents.sweep(keys -> Attachment.inUse(keys, crm.asSystem()), Instant.now().minus(Duration.ofDays(30)));
     * }</pre>
     *
     * @param inUse gives those of some keys that are in use
     * @return how many were not in use
     */
    default long sweep(UnaryOperator<Set<String>> inUse, Instant putBefore) throws IOException {
        List<String> old;
        try (Stream<Content> kept = list()) {
            old = kept.filter(content -> content.putAt().isBefore(putBefore))
                    .map(Content::key)
                    .toList();
        }
        int atATime = 500;
        long swept = 0;
        for (int from = 0; from < old.size(); from += atATime) {
            Set<String> idle = new HashSet<>(old.subList(from, Math.min(from + atATime, old.size())));
            idle.removeAll(inUse.apply(Set.copyOf(idle)));
            for (String key : idle) {
                delete(key, putBefore);
            }
            swept += idle.size();
        }
        return swept;
    }
}
