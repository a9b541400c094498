package org.clientele.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clientele.model.CrmRecord;
import org.clientele.sync.Beginning;
import org.clientele.sync.Connector;
import org.clientele.sync.Interval;
import org.clientele.sync.Outgoing;
import org.clientele.sync.RemotePage;
import org.clientele.sync.RemoteRecord;
import org.clientele.sync.RemoteUnavailableException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What a connector must do for synchronisation to lose nothing. A host extends it for each of its connectors, with a remote
 * that it can change; each test has one of its own.
 */
public abstract class ConnectorContract<R extends CrmRecord> {

    private static final int MOST_PAGES = 10_000;
    private static final int MOST_TRIES = 100;

    /** The connector under test; the same for all calls within one test. */
    protected abstract Connector<R> connector();

    /** Makes a new record at the remote, or changes one; what it is known by. */
    protected abstract String change();

    /** A record that the remote does not have, for a connector that writes; a new identity each time. */
    protected abstract Outgoing<R> fresh(UUID identity);

    private interface Question<T> {
        T ask();
    }

    private static <T> T patiently(Question<T> question) {
        for (int tries = 1; ; tries++) {
            try {
                return question.ask();
            } catch (RemoteUnavailableException silent) {
                if (tries == MOST_TRIES) {
                    throw silent;
                }
            }
        }
    }

    /** All that is told from a mark on, the last word on each record; and the mark at the end. */
    private record Told<R>(
            Map<String, RemoteRecord<R>> records, @Nullable String mark) {}

    private Told<R> told(@Nullable String from) {
        Map<String, RemoteRecord<R>> records = new LinkedHashMap<>();
        String mark = from;
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            String asked = mark;
            RemotePage<R> page = patiently(() -> connector().changes(asked));
            page.records().forEach(record -> records.put(record.externalId(), record));
            assertThat(page.hasMore() && page.records().isEmpty() && page.mark().equals(asked))
                    .as("more, but nothing told and no other mark than %s", asked)
                    .isFalse();
            mark = page.mark();
            if (!page.hasMore()) {
                return new Told<>(records, mark);
            }
        }
        throw new AssertionError("more than " + MOST_PAGES + " pages; let hasMore() be false where there is no more");
    }

    @Test
    void everythingIsToldFromTheBeginning() {
        List<String> changed = List.of(change(), change(), change());
        assertThat(told(null).records).containsKeys(changed.toArray(String[]::new));
    }

    @Test
    void whatIsChangedAfterAMarkIsToldFromThere() {
        change();
        String mark = told(null).mark;
        List<String> changed = List.of(change(), change());
        assertThat(told(mark).records).containsKeys(changed.toArray(String[]::new));
    }

    @Test
    void theSameIsToldFromTheSameMarkAgain() {
        change();
        String mark = told(null).mark;
        String changed = change();
        told(mark);
        assertThat(told(mark).records).containsKey(changed);
        assertThat(told(null).records).containsKey(changed);
    }

    @Test
    void goingBackFromTheBeginningMissesNothing() {
        List<String> before = List.of(change(), change());
        Beginning beginning = patiently(() -> connector().beginning()).orElse(null);
        if (beginning == null) {
            return;
        }
        String after = change();
        List<String> found = new ArrayList<>();
        for (Interval interval : List.of(new Interval(beginning.now(), null), new Interval(null, beginning.now()))) {
            String mark = null;
            RemotePage<R> page;
            do {
                String asked = mark;
                page = patiently(() -> connector().changedWithin(interval, asked));
                page.records().forEach(record -> found.add(record.externalId()));
                mark = page.mark();
            } while (page.hasMore());
        }
        assertThat(found).containsAll(before);
        assertThat(told(beginning.mark()).records).containsKey(after);
    }

    @Test
    void aNewRecordThatIsWrittenTwiceIsOne() {
        if (!connector().isTwoWay()) {
            return;
        }
        Outgoing<R> fresh = fresh(UUID.randomUUID());
        String first = patiently(() -> connector().write(fresh)).externalId();
        assertThat(patiently(() -> connector().write(fresh)).externalId()).isEqualTo(first);
        assertThat(told(null).records).containsKey(first);
    }
}
