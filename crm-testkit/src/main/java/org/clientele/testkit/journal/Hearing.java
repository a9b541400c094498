package org.clientele.testkit.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.clientele.Session;
import org.clientele.journal.ChangeSet;
import org.clientele.model.Schema;
import org.clientele.notice.ChangeListener;

/** A listener that keeps what it hears, in this order, and fails at times. Several processes may share it. */
public final class Hearing implements ChangeListener {

    private final Random random;
    private final int failures;
    private final Map<UUID, ChangeSet> heard = new LinkedHashMap<>();
    private final AtomicInteger present = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile boolean fails = true;
    private volatile boolean wereTwo;

    /**
     * A listener.
     *
     * @param failures of how many calls in ten it fails, half of these after it has kept the change set
     */
    public Hearing(Random random, int failures) {
        this.random = random;
        this.failures = failures;
    }

    @Override
    public void changed(ChangeSet set) {
        wereTwo |= present.incrementAndGet() > 1;
        try {
            calls.incrementAndGet();
            letOthersCome();
            boolean isBad = fails && random.nextInt(10) < failures;
            if (isBad && random.nextBoolean()) {
                throw new IllegalStateException("busy");
            }
            heard.putIfAbsent(set.id(), set);
            if (isBad) {
                throw new IllegalStateException("forgot to answer");
            }
        } finally {
            present.decrementAndGet();
        }
    }

    /** Whoever delivers at the same time would meet it. */
    @SuppressWarnings("ThreadPriorityCheck") // nothing depends on the others' coming
    private static void letOthersCome() {
        for (int i = 0; i < 20; i++) {
            Thread.yield();
        }
    }

    /** From now on it takes everything. */
    public void recover() {
        fails = false;
    }

    /** How often it was called. */
    public int calls() {
        return calls.get();
    }

    /** The change sets that it kept, each where it came first. */
    public List<ChangeSet> heard() {
        return new ArrayList<>(heard.values());
    }

    /** It has heard of these and no others, in an order in which they build on each other up to what is stored, one at a time. */
    public void assertHeard(List<ChangeSet> committed, Schema schema, Session system) {
        assertThat(heard()).containsExactlyInAnyOrderElementsOf(committed);
        new Replay(schema).apply(heard()).assertIsTheStateOf(system);
        assertThat(wereTwo).as("was called by two threads at once").isFalse();
    }
}
