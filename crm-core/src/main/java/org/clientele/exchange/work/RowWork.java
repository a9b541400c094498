package org.clientele.exchange.work;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.clientele.criteria.Relation;
import org.clientele.exchange.cell.Inquiries;
import org.clientele.exchange.row.Header;
import org.clientele.exchange.row.Row;
import org.clientele.exchange.row.RowOutcome;
import org.clientele.exchange.row.RowSource;
import org.clientele.exchange.row.UnreadableFileException;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.store.Transaction;
import org.clientele.store.Write;
import org.jspecify.annotations.Nullable;

/**
 * Does rows as if one after the other: reads them, finds their records, writes them, and says what became of each. Rows that
 * do not wait for each other are read, matched and written as one, so that calls of the store do not grow with them. For one
 * thread.
 */
public final class RowWork<R extends CrmRecord> {

    private final EntityType<R> type;
    private final Mapping<R> mapping;
    private final Matching<R> matching;
    private final Changeable<R> changeable;
    private final OnMatch onMatch;
    private final Inquiries inquiries;
    private boolean mayWait;

    /**
     * The work of a plan on the rows of a source.
     *
     * @param brought the types of which the import brings records
     * @throws UnreadableFileException when the source has a column too many or too few, or one that can not be read
     */
    public RowWork(RowPlan<R> plan, RowSource source, Header header, Collection<EntityType<?>> brought) {
        this.type = plan.type();
        this.mapping = new Mapping<>(source, header, plan);
        this.matching = plan.matching();
        this.changeable = new Changeable<>(type, plan.changeable());
        this.onMatch = plan.onMatch();
        this.inquiries = new Inquiries(type, brought);
    }

    /** Whether a column of the source may name a record of this type. */
    public boolean refersTo(EntityType<?> other) {
        return mapping.properties()
                .anyMatch(property -> property instanceof Relation<?, ?, ?> relation
                        && relation.target().isAssignableFrom(other.recordClass()));
    }

    /** What was written last is undone, or somebody else has written. */
    public void forget() {
        inquiries.forget();
    }

    /** A row that could be read, with what its record is matched on. */
    private record Draft<R extends CrmRecord>(Row row, Filling<R> filling, Optional<UUID> identity, R sketch) {}

    /**
     * Does rows; what became of them is in their order. What the door refuses leaves the transaction as it was; what the store
     * refuses is thrown, and the transaction is lost.
     *
     * @param newMayWait whether a row that asks for a record that is not there waits when the import may bring it
     */
    public List<Tried> take(List<Row> rows, Transaction transaction, boolean newMayWait) {
        mayWait = newMayWait;
        boolean alone = rows.size() == 1;
        boolean decided = alone || onMatch == OnMatch.CREATE;
        Pending<R> pending = new Pending<>(
                mapping, transaction, record -> decided ? List.of() : matching.keys(record), inquiries::noteWrite);
        inquiries.within(transaction, pending::write);
        Map<Long, Draft<R>> ahead = alone ? Map.of() : readAhead(rows);
        Known<R> known = ahead.isEmpty() || onMatch == OnMatch.CREATE
                ? Known.nothing()
                : matching.foresee(ahead.values().stream().map(Draft::sketch).toList(), transaction);
        changeable.foresee(known.all(), transaction);
        for (Row row : rows) {
            try {
                take(row, ahead.get(row.number()), known, pending, transaction);
            } catch (RefusedRowException refused) {
                if (isIncomplete()) {
                    pending.putOff(row);
                } else {
                    pending.fail(row, refused.problems());
                }
            }
        }
        pending.write();
        return rows.stream().map(pending::tried).toList();
    }

    /** Whether the row at hand asked for what another one may bring. */
    private boolean isIncomplete() {
        return mayWait && inquiries.hasMissed();
    }

    /** The rows that can be read before any of them is written; none when they ask for records of the type imported. */
    private Map<Long, Draft<R>> readAhead(List<Row> rows) {
        Map<Long, Draft<R>> ahead = new HashMap<>();
        rows.forEach(row -> ahead(row).ifPresent(draft -> ahead.put(row.number(), draft)));
        return inquiries.askedForOwn() ? Map.of() : ahead;
    }

    private Optional<Draft<R>> ahead(Row row) {
        inquiries.forgetMissed();
        try {
            Draft<R> draft = read(row);
            return isIncomplete() ? Optional.empty() : Optional.of(draft);
        } catch (RefusedRowException refused) {
            // what an earlier row brings may make it readable; it is read again in its turn
            return Optional.empty();
        }
    }

    private Draft<R> read(Row row) {
        Filling<R> filling = mapping.read(row, inquiries);
        R sketch = type.newRecord();
        if (onMatch != OnMatch.CREATE) {
            filling.sketch(sketch);
        }
        return new Draft<>(row, filling, mapping.identity(row), sketch);
    }

    private void take(Row row, @Nullable Draft<R> ahead, Known<R> known, Pending<R> pending, Transaction transaction) {
        inquiries.forgetMissed();
        Draft<R> draft = ahead;
        if (draft == null) {
            pending.write();
            draft = read(row);
        }
        if (isIncomplete()) {
            pending.putOff(row);
            return;
        }
        Optional<R> match = match(draft, ahead == null ? Known.nothing() : known, pending, transaction);
        if (match.isPresent()) {
            meet(draft, match.get(), pending, transaction);
        } else if (onMatch == OnMatch.UPDATE) {
            throw new RefusedRowException(
                    "there is no such " + type + " that you may see; correct the row, or import with UPSERT");
        } else {
            R created = type.newRecord();
            draft.filling.complete(created);
            add(draft, new Write.Insert<>(type, created), keys(draft, created), pending);
        }
    }

    /** Lets the write wait to be done, or the row for another one, of which the step that completes the record has shown it. */
    private void add(Draft<R> draft, Write<R> write, List<Object> keys, Pending<R> pending) {
        if (isIncomplete()) {
            pending.putOff(draft.row);
        } else {
            pending.add(draft.row, write, keys);
        }
    }

    private List<Object> keys(Draft<R> draft, R record) {
        if (onMatch == OnMatch.CREATE) {
            return List.of();
        }
        List<Object> keys = new ArrayList<>(matching.keys(draft.sketch));
        keys.addAll(matching.keys(record));
        return keys;
    }

    private Optional<R> match(Draft<R> draft, Known<R> known, Pending<R> pending, Transaction transaction) {
        if (onMatch == OnMatch.CREATE) {
            return Optional.empty();
        } else if (draft.identity.isPresent()) {
            UUID id = draft.identity.get();
            if (pending.touched(id)) {
                pending.write();
            }
            return Optional.of(matching.byIdentity(id, transaction));
        }
        for (Matching.Rule<R> rule : matching.rules(draft.sketch)) {
            Optional<R> match = match(rule, draft.sketch, known, pending, transaction);
            if (match.isPresent()) {
                return match;
            }
        }
        return Optional.empty();
    }

    private Optional<R> match(
            Matching.Rule<R> rule, R sketch, Known<R> known, Pending<R> pending, Transaction transaction) {
        Object key = rule.key(sketch);
        Optional<List<R>> foreseen = known.find(key);
        if (foreseen.isEmpty() || pending.touched(key) || pending.touchedAny(foreseen.get())) {
            pending.write();
            return matching.byValues(rule, sketch, transaction);
        }
        return matching.only(rule, foreseen.get(), foreseen.get().size());
    }

    private void meet(Draft<R> draft, R before, Pending<R> pending, Transaction transaction) {
        if (onMatch == OnMatch.FAIL) {
            throw new RefusedRowException(transaction.schema().nameOf(before)
                    + " is there already; leave the row out, or import with UPSERT or SKIP");
        } else if (onMatch == OnMatch.SKIP) {
            Row row = draft.row;
            String sentence = transaction.schema().nameOf(before) + " is there already";
            pending.note(new RowOutcome.Skipped(row.number(), row.line(), before.getId(), sentence));
            return;
        }
        EntityType<R> own = transaction.schema().typeOf(before);
        R after = own.copy(before);
        draft.filling.complete(after);
        List<Object> keys = keys(draft, after);
        keys.addAll(matching.keys(before));
        Write.Update<R> update = new Write.Update<>(own, before, after);
        changeable.require(update, transaction);
        add(draft, update, keys, pending);
    }
}
