package org.clientele.exchange.work;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.clientele.exchange.row.Problem;
import org.clientele.exchange.row.Row;
import org.clientele.exchange.row.RowOutcome;
import org.clientele.model.CrmException;
import org.clientele.model.CrmRecord;
import org.clientele.model.InvalidRecordException;
import org.clientele.store.DuplicateRecordException;
import org.clientele.store.StaleRecordException;
import org.clientele.store.Transaction;
import org.clientele.store.Write;

/** The writes of rows that wait to be done as one, and what became of rows. */
final class Pending<R extends CrmRecord> {

    private final Mapping<R> mapping;
    private final Transaction transaction;
    private final Function<R, List<Object>> keysOf;
    private final Runnable onChange;
    private final Map<Long, RowOutcome> outcomes = new HashMap<>();
    private final Set<Long> putOff = new HashSet<>();
    private final Set<Object> touched = new HashSet<>();
    private List<Waiting<R>> waiting = new ArrayList<>();

    /** A row's write, with all that its record is or was matched on. */
    private record Waiting<R extends CrmRecord>(Row row, Write<R> write, Collection<Object> keys) {}

    /**
     * Writes for this transaction.
     *
     * @param keysOf what a stored record is matched on, as far as other rows are decided by it
     * @param onChange runs after records were created or changed
     */
    Pending(Mapping<R> mapping, Transaction transaction, Function<R, List<Object>> keysOf, Runnable onChange) {
        this.mapping = mapping;
        this.transaction = transaction;
        this.keysOf = keysOf;
        this.onChange = onChange;
    }

    /** A write, with all that its record is or was matched on. */
    void add(Row row, Write<R> write, Collection<Object> keys) {
        waiting.add(new Waiting<>(row, write, keys));
        touched.addAll(keys);
        touched.add(write.record().getId());
    }

    /** Whether a record with this identity, or matched on this, was ever added. */
    boolean touched(Object key) {
        return touched.contains(key);
    }

    boolean touchedAny(List<R> records) {
        return records.stream().anyMatch(record -> touched.contains(record.getId()));
    }

    void note(RowOutcome outcome) {
        outcomes.put(outcome.number(), outcome);
    }

    void fail(Row row, List<Problem> problems) {
        note(new RowOutcome.Failed(row.number(), row.line(), problems));
    }

    /** The row waits for what another row may bring. */
    void putOff(Row row) {
        putOff.add(row.number());
    }

    Tried tried(Row row) {
        RowOutcome outcome = outcomes.get(row.number());
        return new Tried(row, putOff.contains(row.number()) ? null : Objects.requireNonNull(outcome));
    }

    /** Does what waits. */
    void write() {
        List<Waiting<R>> all = waiting;
        waiting = new ArrayList<>();
        if (!all.isEmpty()) {
            write(all);
        }
    }

    /** Writes all of these, or those that are not refused: when something is, one half of them and then the other. */
    private void write(List<Waiting<R>> some) {
        try {
            List<CrmRecord> stored = transaction.write(
                    some.stream().<Write<?>>map(Waiting::write).toList());
            for (int i = 0; i < some.size(); i++) {
                noteKeys(some.get(i), stored.get(i));
                note(outcome(some.get(i), stored.get(i)));
            }
            onChange.run();
        } catch (DuplicateRecordException | StaleRecordException lost) {
            throw lost;
        } catch (CrmException refused) {
            if (some.size() == 1) {
                fail(some.get(0).row, problems(some.get(0).row, refused));
            } else {
                write(some.subList(0, some.size() / 2));
                write(some.subList(some.size() / 2, some.size()));
            }
        }
    }

    /**
     * What a record is matched on may follow from other values, and is known once it is stored. Later rows are decided by it;
     * when another row of these was decided by the same, not knowing of this record, they have to be done again one by one.
     */
    @SuppressWarnings("unchecked") // what is stored is of the type that was written
    private void noteKeys(Waiting<R> done, CrmRecord stored) {
        for (Object key : keysOf.apply((R) stored)) {
            if (!done.keys.contains(key) && !touched.add(key)) {
                throw new UnforeseenException(done.row);
            }
        }
    }

    private static <R extends CrmRecord> RowOutcome outcome(Waiting<R> done, CrmRecord stored) {
        Row row = done.row;
        UUID id = stored.getId();
        if (done.write instanceof Write.Update<R> update) {
            return Objects.equals(stored.getVersion(), update.before().getVersion())
                    ? new RowOutcome.Unchanged(row.number(), row.line(), id)
                    : new RowOutcome.Updated(row.number(), row.line(), id);
        }
        return new RowOutcome.Created(row.number(), row.line(), id);
    }

    private List<Problem> problems(Row row, CrmException refused) {
        if (refused instanceof InvalidRecordException invalid) {
            return invalid.violations().stream()
                    .map(violation -> mapping.problem(violation, row))
                    .toList();
        }
        return List.of(new Problem(null, null, String.valueOf(refused.getMessage())));
    }
}
