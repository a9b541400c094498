package org.clientele.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.store.Transaction;
import org.clientele.store.Write;
import org.jspecify.annotations.Nullable;

/**
 * Does rows as if one after the other: reads them, finds their records, writes them, and says what became of each. Rows that
 * do not wait for each other are read, matched and written as one, so that calls of the store do not grow with them.
 */
final class RowWork<R extends CrmRecord> {

    private final EntityType<R> type;
    private final Mapping<R> mapping;
    private final Matching<R> matching;
    private final OnMatch onMatch;
    private final Lookups lookups;

    RowWork(EntityType<R> type, ImportLayout<R> layout, Mapping<R> mapping) {
        this.type = type;
        this.mapping = mapping;
        this.matching = new Matching<>(type, layout);
        this.onMatch = layout.decision();
        this.lookups = new Lookups(type);
    }

    /** What was written last is undone. */
    void forget() {
        lookups.forget();
    }

    /** A row that could be read, with what its record is matched on. */
    private record Draft<R extends CrmRecord>(Row row, Filling<R> filling, Optional<UUID> identity, R sketch) {}

    /**
     * Does rows; the outcomes are in their order. What the door refuses leaves the transaction as it was; what the store
     * refuses is thrown, and the transaction is lost.
     */
    List<RowOutcome> take(List<Row> rows, Transaction transaction) {
        boolean alone = rows.size() == 1;
        boolean decided = alone || onMatch == OnMatch.CREATE;
        Pending<R> pending = new Pending<>(
                mapping, transaction, record -> decided ? List.of() : matching.keys(record), lookups::noteWrite);
        lookups.within(transaction, pending::write);
        Map<Long, Draft<R>> ahead = alone ? Map.of() : readAhead(rows);
        Known<R> known = ahead.isEmpty() || onMatch == OnMatch.CREATE
                ? Known.nothing()
                : matching.foresee(ahead.values().stream().map(Draft::sketch).toList(), transaction);
        for (Row row : rows) {
            try {
                take(row, ahead.get(row.number()), known, pending, transaction);
            } catch (RefusedRowException refused) {
                pending.fail(row, refused.problems());
            }
        }
        pending.write();
        return rows.stream().map(row -> pending.outcome(row.number())).toList();
    }

    /** The rows that can be read before any of them is written; none when they ask for records of the type imported. */
    private Map<Long, Draft<R>> readAhead(List<Row> rows) {
        Map<Long, Draft<R>> ahead = new HashMap<>();
        rows.forEach(row -> ahead(row).ifPresent(draft -> ahead.put(row.number(), draft)));
        return lookups.askedForOwn() ? Map.of() : ahead;
    }

    private Optional<Draft<R>> ahead(Row row) {
        try {
            return Optional.of(read(row));
        } catch (RefusedRowException refused) {
            // what an earlier row brings may make it readable; it is read again in its turn
            return Optional.empty();
        }
    }

    private Draft<R> read(Row row) {
        Filling<R> filling = mapping.read(row, lookups);
        R sketch = type.newRecord();
        if (onMatch != OnMatch.CREATE) {
            filling.sketch(sketch);
        }
        return new Draft<>(row, filling, mapping.identity(row), sketch);
    }

    private void take(Row row, @Nullable Draft<R> ahead, Known<R> known, Pending<R> pending, Transaction transaction) {
        Draft<R> draft = ahead;
        if (draft == null) {
            pending.write();
            draft = read(row);
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
            pending.add(row, new Write.Insert<>(type, created), keys(draft, created));
        }
    }

    private List<Object> keys(Draft<R> draft, R record) {
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
        pending.add(draft.row, new Write.Update<>(own, before, after), keys);
    }
}
