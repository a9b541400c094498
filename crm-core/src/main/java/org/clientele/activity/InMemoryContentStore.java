package org.clientele.activity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Keeps contents on the heap, for tests and trials; nothing survives the process. Thread-safe. */
public final class InMemoryContentStore implements ContentStore {

    private final Map<String, Kept> contents = new ConcurrentHashMap<>();
    private final Clock clock;

    /** An empty store by the machine's clock. */
    public InMemoryContentStore() {
        this(Clock.systemUTC());
    }

    /** An empty store by a clock. */
    public InMemoryContentStore(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** Bytes that nobody changes, and when they were put last. */
    private static final class Kept {

        private final byte[] bytes;
        private final Instant putAt;

        Kept(byte[] bytes, Instant putAt) {
            this.bytes = bytes;
            this.putAt = putAt;
        }
    }

    @Override
    public Content put(InputStream content) throws IOException {
        byte[] bytes = content.readAllBytes();
        String key = Digest.of(bytes);
        Kept kept = new Kept(bytes, clock.instant());
        contents.put(key, kept);
        return new Content(key, bytes.length, kept.putAt);
    }

    @Override
    public Optional<InputStream> open(String key) {
        return Optional.ofNullable(contents.get(key)).map(kept -> new ByteArrayInputStream(kept.bytes));
    }

    @Override
    public void delete(String key, Instant putBefore) {
        contents.computeIfPresent(key, (same, kept) -> kept.putAt.isBefore(putBefore) ? null : kept);
    }

    @Override
    public Stream<Content> list() {
        List<Content> all = new ArrayList<>();
        contents.forEach((key, kept) -> all.add(new Content(key, kept.bytes.length, kept.putAt)));
        return all.stream();
    }
}
