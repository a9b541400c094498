package org.clientele.exchange.job;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.clientele.exchange.row.Row;
import org.clientele.exchange.work.Tried;
import org.clientele.model.EntityType;

/**
 * The sources of one import, done in rounds: the first is over all rows, each later one over those that wait. When a round has
 * brought nothing that could be waited for, the next one is the last. For one thread.
 */
final class Rounds implements AutoCloseable {

    private final List<Part<?>> given;
    private final List<Part<?>> inOrder;

    private Rounds(List<Part<?>> parts) {
        given = List.copyOf(parts);
        inOrder = inOrder(parts);
    }

    /** Tries some rows of a part; what became of them, or of the first of them. */
    interface Step {
        List<Tried> take(Part<?> part, List<Row> rows, boolean mayWait);
    }

    /**
     * Opens all sources.
     *
     * @param index the place of each in the job
     */
    static Rounds open(List<Import<?>> imports, ToIntFunction<Import<?>> index, List<Trial> trials) {
        List<EntityType<?>> brought = new ArrayList<>();
        imports.forEach(one -> brought.add(one.type()));
        List<Part<?>> parts = new ArrayList<>();
        try {
            for (Import<?> one : imports) {
                parts.add(Part.open(one, index.applyAsInt(one), brought, trials.get(parts.size())));
            }
            return new Rounds(parts);
        } catch (RuntimeException refused) {
            parts.forEach(Part::close);
            throw refused;
        }
    }

    /** What others refer to comes before them; otherwise, and where they refer to each other, as given. */
    private static List<Part<?>> inOrder(List<Part<?>> given) {
        List<Part<?>> left = new ArrayList<>(given);
        List<Part<?>> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            Part<?> next = left.stream()
                    .filter(part -> left.stream().noneMatch(other -> needs(part, other)))
                    .findFirst()
                    .orElse(left.get(0));
            left.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    private static boolean needs(Part<?> part, Part<?> other) {
        return !other.type().equals(part.type()) && part.refersTo(other.type());
    }

    /** Goes on where a job has come to. */
    void begin(Job job, Clock clock) {
        given.forEach(job::requireSame);
        given.forEach(part -> part.begin(job.done(part.index()), job.round() > 1, clock));
    }

    void beginToWrite(Job job) {
        given.forEach(part -> part.beginToWrite(job.refused(part.index())));
        recallRefused(job);
    }

    void recallRefused(Job job) {
        given.forEach(part -> part.recallRefused(job.refused(part.index())));
    }

    /** Does all that is left; whether the import is at its end, by its last row or for a reason of its own. */
    boolean run(Job job, Step step) {
        int round = job.round();
        int at = round == 1 ? 0 : place(job.lastPart());
        long from = job.lastRow();
        boolean mayWait = true;
        // what an interrupted round had written is not known
        boolean hasWritten = job.hasBegun();
        while (true) {
            for (Part<?> part : inOrder.subList(at, inOrder.size())) {
                long before = part.counts().written();
                boolean waits = mayWait;
                part.pass(round, from, this::isCancelled, rows -> step.take(part, rows, waits));
                if (part.isStopped()) {
                    inOrder.forEach(other -> other.stopWith(part));
                    return !part.isCancelled();
                }
                hasWritten |= part.counts().written() > before;
                from = 0;
            }
            if (inOrder.stream().noneMatch(Part::waits)) {
                return true;
            }
            mayWait = hasWritten;
            hasWritten = false;
            at = 0;
            round++;
        }
    }

    private int place(int index) {
        int place = 0;
        while (inOrder.get(place).index() != index) {
            place++;
        }
        return place;
    }

    private boolean isCancelled() {
        return given.stream().anyMatch(Part::isAskedToStop);
    }

    JointReport report(List<UUID> receipt) {
        return new JointReport(
                given.stream()
                        .map(part -> new JointReport.OfSource(part.name(), part.report()))
                        .toList(),
                receipt);
    }

    /** All is done that is to be done now: the files of refused rows are whole. */
    void finish() {
        given.forEach(Part::finish);
    }

    @Override
    public void close() {
        RuntimeException thrown = null;
        for (Part<?> part : given) {
            try {
                part.close();
            } catch (RuntimeException bad) {
                if (thrown == null) {
                    thrown = bad;
                } else {
                    thrown.addSuppressed(bad);
                }
            }
        }
        if (thrown != null) {
            throw thrown;
        }
    }
}
