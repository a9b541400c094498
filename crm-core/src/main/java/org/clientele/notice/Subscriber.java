package org.clientele.notice;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.criteria.Sort;
import org.clientele.journal.ChangeSet;
import org.clientele.journal.Journal;
import org.clientele.model.CrmRecord;
import org.clientele.store.Fate;
import org.clientele.store.RecordStore;
import org.clientele.store.Records;
import org.clientele.store.StaleRecordException;
import org.clientele.store.Write;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A listener and what it is still to hear. What is outstanding is read some thousands at a time, and told some at a time, each
 * time in a transaction that holds the notices: who else delivers waits there, and a process that dies lets go of them.
 *
 * <p>Of two change sets of which one follows from the other, the earlier is always seen to be outstanding when the later is:
 * it was committed before the later was written. So whatever is read together may be told in the order of the numbers, though
 * notices with lower numbers may appear afterwards: they have nothing to do with those.
 */
final class Subscriber {

    private static final Logger LOG = LoggerFactory.getLogger(Subscriber.class);

    private static final int MOST_AHEAD = 5000;
    private static final int MOST_AT_ONCE = 200;
    private static final long MOST_ENTRIES = 500;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final String name;
    private final ChangeListener listener;
    private Duration pause = Duration.ZERO;
    private long pausedAt;

    Subscriber(String name, ChangeListener listener) {
        this.name = name;
        this.listener = listener;
    }

    String name() {
        return name;
    }

    /** A notice that was read. */
    private record Waiting(UUID id, UUID changeSet) {}

    /** Whether it failed so lately that a commit does not try again. */
    boolean isPausing() {
        return System.nanoTime() - pausedAt < pause.toNanos();
    }

    private void rest() {
        Duration longer = pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
        pausedAt = System.nanoTime();
    }

    long outstanding(RecordStore store) {
        return store.inTransaction(records -> records.count(Notice.TYPE, own()));
    }

    private Criterion<Notice> own() {
        return new Criterion.OneOf<>(Notice.LISTENER, Set.of(name));
    }

    /**
     * Tells what is outstanding, the earliest first, until nothing is or the listener fails.
     *
     * @param most how many change sets at most
     * @return how many were told
     */
    long deliver(RecordStore store, long most) {
        Deque<Waiting> ahead = new ArrayDeque<>();
        long told = 0;
        while (told < most) {
            if (ahead.isEmpty()) {
                ahead.addAll(read(store, (int) Math.min(most - told, MOST_AHEAD)));
            }
            if (ahead.isEmpty()) {
                return told;
            }
            Told some = some(store, ahead);
            told += some.count();
            if (some.end() == End.TOLD) {
                pause = Duration.ZERO;
            } else if (some.end() == End.OVERTAKEN && store.ownsTransactions()) {
                ahead.clear();
            } else {
                return told;
            }
        }
        return told;
    }

    private Told some(RecordStore store, Deque<Waiting> ahead) {
        try {
            Told some = store.inTransaction(records -> tell(ahead, records));
            for (int i = 0; i < some.count(); i++) {
                ahead.remove();
            }
            return some;
        } catch (StaleRecordException other) {
            if (!store.ownsTransactions()) {
                throw other;
            }
            LOG.debug("somebody else tells listener '{}'", name, other);
            return new Told(0, End.BUSY);
        }
    }

    private List<Waiting> read(RecordStore store, int most) {
        Query<Notice> query = Query.<Notice>of(own())
                .orderedBy(List.of(new Sort<>(Notice.PLACE, true)))
                .stretch(0, most);
        return store.inTransaction(records -> {
            try (Stream<List<@Nullable Object>> rows =
                    records.values(Notice.TYPE, query, List.of(CrmRecord.ID, Notice.CHANGE_SET))) {
                return rows.map(row -> new Waiting(
                                (UUID) Objects.requireNonNull(row.get(0)), (UUID) Objects.requireNonNull(row.get(1))))
                        .toList();
            }
        });
    }

    /** Why it was no more. */
    private enum End {
        /** All were told. */
        TOLD,
        /** The listener failed at the next. */
        FAILED,
        /** Somebody else had told some of them since they were read. */
        OVERTAKEN,
        /** Somebody else is telling them. */
        BUSY
    }

    /** How many were told and struck off. */
    private record Told(int count, End end) {}

    private Told tell(Deque<Waiting> ahead, Records records) {
        Journal journal = new Journal(records);
        List<Waiting> some = few(ahead, journal);
        List<UUID> ids = some.stream().map(Waiting::id).toList();
        if (records.hold(Notice.TYPE, ids, Fate.GOES).size() < ids.size()) {
            return new Told(0, End.OVERTAKEN);
        }
        Map<UUID, ChangeSet> sets = journal.findAll(changeSets(some));
        List<UUID> done = new ArrayList<>();
        for (Waiting waiting : some) {
            ChangeSet set = sets.get(waiting.changeSet());
            if (set != null && !isTaken(set)) {
                break;
            }
            done.add(waiting.id());
        }
        strikeOff(done, records);
        if (done.size() < some.size()) {
            rest();
            return new Told(done.size(), End.FAILED);
        }
        return new Told(done.size(), End.TOLD);
    }

    /** The first, as many as make some hundred entries of the journal, but one at least. */
    private static List<Waiting> few(Deque<Waiting> ahead, Journal journal) {
        List<Waiting> some = ahead.stream().limit(MOST_AT_ONCE).toList();
        Map<UUID, Long> entries = journal.sizes(changeSets(some));
        long weight = 0;
        int count = 0;
        for (Waiting waiting : some) {
            weight += entries.getOrDefault(waiting.changeSet(), 0L);
            if (count > 0 && weight > MOST_ENTRIES) {
                break;
            }
            count++;
        }
        return some.subList(0, count);
    }

    private static Set<UUID> changeSets(List<Waiting> some) {
        return some.stream().map(Waiting::changeSet).collect(toSet());
    }

    private boolean isTaken(ChangeSet set) {
        try {
            listener.changed(set);
            return true;
        } catch (RuntimeException failure) {
            LOG.error(
                    "listener '{}' failed at change set {} ({}), which is kept and will come again; what follows waits",
                    name,
                    set.id(),
                    set.reason(),
                    failure);
            return false;
        }
    }

    private static void strikeOff(List<UUID> done, Records records) {
        List<Write<?>> deletions = new ArrayList<>();
        records.findAll(Notice.TYPE, done).forEach(notice -> deletions.add(new Write.Delete<>(Notice.TYPE, notice)));
        if (!deletions.isEmpty()) {
            records.write(deletions);
        }
    }
}
