package org.clientele.testkit.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.clientele.activity.Content;
import org.clientele.activity.ContentStore;
import org.junit.jupiter.api.Test;

/**
 * What every store of contents does. An author of one extends it and runs it with JUnit:
 *
 * <pre>{@code
 * class BucketContentStoreTest extends ContentStoreContract {
 *     protected ContentStore newStore(Clock clock) {
 *         return new BucketContentStore(emptyBucket(), clock);
 *     }
 * }
 * }</pre>
 */
public abstract class ContentStoreContract {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final String HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    private final Ticking clock = new Ticking();

    /** An empty store that goes by this clock. */
    protected abstract ContentStore newStore(Clock clock) throws IOException;

    /** Stands at a time until it is set to another. */
    private static final class Ticking extends Clock {

        private Instant now = NOON;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Ten bytes, and then a failure. */
    protected static InputStream broken() {
        return new SequenceInputStream(stream("xxxxxxxxxx"), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the line went dead");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                throw new IOException("the line went dead");
            }
        });
    }

    private static String read(ContentStore store, String key) throws IOException {
        try (InputStream content = store.open(key).orElseThrow()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<Content> list(ContentStore store) throws IOException {
        try (Stream<Content> all = store.list()) {
            return all.toList();
        }
    }

    @Test
    void whatIsPutIsReadUnderTheHashOfItsBytes() throws IOException {
        ContentStore store = newStore(clock);
        assertThat(store.put(stream("hello"))).isEqualTo(new Content(HELLO, 5, NOON));
        assertThat(read(store, HELLO)).isEqualTo("hello");
        assertThat(read(store, store.put(stream("")).key())).isEmpty();
    }

    @Test
    void equalContentsAreKeptOnceAndArePutAnew() throws IOException {
        ContentStore store = newStore(clock);
        store.put(stream("hello"));
        clock.now = NOON.plusSeconds(60);
        store.put(stream("hello"));
        assertThat(list(store)).containsExactly(new Content(HELLO, 5, NOON.plusSeconds(60)));
    }

    @Test
    void whatCanNotBeReadToItsEndIsNotKept() throws IOException {
        ContentStore store = newStore(clock);
        InputStream broken = broken();
        assertThatThrownBy(() -> store.put(broken)).hasMessageContaining("the line went dead");
        assertThat(list(store)).isEmpty();
    }

    @Test
    void whatIsNoKeyIsNotThere() throws IOException {
        ContentStore store = newStore(clock);
        store.put(stream("hello"));
        for (String key : List.of(
                "",
                "..",
                "../" + HELLO,
                "/etc/passwd",
                HELLO.toUpperCase(Locale.ROOT),
                "2c/" + HELLO,
                "0".repeat(64))) {
            assertThat(store.open(key)).as(key).isEmpty();
            store.delete(key, NOON.plusSeconds(60));
        }
        assertThat(read(store, HELLO)).isEqualTo("hello");
    }

    @Test
    void whatWasPutSinceIsNotDeleted() throws IOException {
        ContentStore store = newStore(clock);
        store.put(stream("hello"));
        store.delete(HELLO, NOON);
        assertThat(store.open(HELLO)).isPresent();
        store.delete(HELLO, NOON.plusSeconds(1));
        assertThat(store.open(HELLO)).isEmpty();
        assertThat(list(store)).isEmpty();
    }

    @Test
    void aSweepTakesWhatIsOldAndNotInUse() throws IOException {
        ContentStore store = newStore(clock);
        String used = store.put(stream("used")).key();
        store.put(stream("idle"));
        clock.now = NOON.plusSeconds(60);
        String coming = store.put(stream("coming")).key();
        Set<String> inUse = Set.of(used);
        assertThat(store.sweep(keys -> new HashSet<>(inUse), NOON.plusSeconds(30)))
                .isEqualTo(1);
        assertThat(list(store)).extracting(Content::key).containsExactlyInAnyOrder(used, coming);
    }

    @Test
    void theSameContentPutByManyAtOnceIsWhole() throws Exception {
        ContentStore store = newStore(clock);
        String text = "x".repeat(300_000);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        Callable<String> putting = () -> read(store, store.put(stream(text)).key());
        List<Future<String>> running = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            running.add(pool.submit(putting));
        }
        for (Future<String> one : running) {
            assertThat(one.get()).isEqualTo(text);
        }
        pool.shutdown();
        assertThat(list(store)).hasSize(1);
    }
}
