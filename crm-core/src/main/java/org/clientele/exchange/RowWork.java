package org.clientele.exchange;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.clientele.model.CrmException;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.InvalidRecordException;
import org.clientele.store.DuplicateRecordException;
import org.clientele.store.StaleRecordException;
import org.clientele.store.Transaction;
import org.clientele.store.Write;

/** Does one row after the other: reads it, finds its record, writes it, and says what became of it. */
final class RowWork<R extends CrmRecord> {

    private final EntityType<R> type;
    private final Mapping<R> mapping;
    private final Matching<R> matching;
    private final OnMatch onMatch;
    private final Lookups lookups;

    RowWork(EntityType<R> type, ImportLayout<R> layout, Mapping<R> mapping) {
        this.type = type;
        this.mapping = mapping;
        this.matching = new Matching<>(type, layout.matched, layout.matchedNames());
        this.onMatch = layout.decision();
        this.lookups = new Lookups(type);
    }

    /** What was written last is undone. */
    void forget() {
        lookups.forget();
    }

    /**
     * Does a row. What the door refuses leaves the transaction as it was; what the store refuses is thrown, and the
     * transaction is lost.
     */
    RowOutcome take(Row row, Transaction transaction) {
        lookups.within(transaction);
        try {
            return write(row, transaction);
        } catch (RefusedRowException refused) {
            return failed(row, refused.problems());
        } catch (InvalidRecordException invalid) {
            return failed(
                    row,
                    invalid.violations().stream()
                            .map(violation -> mapping.problem(violation, row))
                            .toList());
        } catch (DuplicateRecordException | StaleRecordException lost) {
            throw lost;
        } catch (CrmException denied) {
            return failed(row, List.of(new Problem(null, null, String.valueOf(denied.getMessage()))));
        }
    }

    private static RowOutcome failed(Row row, List<Problem> problems) {
        return new RowOutcome.Failed(row.number(), row.line(), problems);
    }

    private RowOutcome write(Row row, Transaction transaction) {
        Filling<R> filling = mapping.read(row, lookups);
        Optional<R> match = match(row, filling, transaction);
        if (match.isPresent()) {
            return meet(row, match.get(), filling, transaction);
        } else if (onMatch == OnMatch.UPDATE) {
            throw new RefusedRowException(
                    "there is no such " + type + " that you may see; correct the row, or import with UPSERT");
        }
        R created = type.newRecord();
        filling.complete(created);
        CrmRecord stored = write(new Write.Insert<>(type, created), transaction);
        lookups.noteWrite();
        return new RowOutcome.Created(row.number(), row.line(), stored.getId());
    }

    private Optional<R> match(Row row, Filling<R> filling, Transaction transaction) {
        if (onMatch == OnMatch.CREATE) {
            return Optional.empty();
        }
        Optional<UUID> id = mapping.identity(row);
        if (id.isPresent()) {
            return Optional.of(matching.byIdentity(id.get(), transaction));
        }
        R draft = type.newRecord();
        filling.sketch(draft);
        return matching.byValues(draft, transaction);
    }

    private RowOutcome meet(Row row, R before, Filling<R> filling, Transaction transaction) {
        if (onMatch == OnMatch.FAIL) {
            throw new RefusedRowException(transaction.schema().nameOf(before)
                    + " is there already; leave the row out, or import with UPSERT or SKIP");
        } else if (onMatch == OnMatch.SKIP) {
            return new RowOutcome.Skipped(
                    row.number(),
                    row.line(),
                    before.getId(),
                    transaction.schema().nameOf(before) + " is there already");
        }
        EntityType<R> own = transaction.schema().typeOf(before);
        R after = own.copy(before);
        filling.complete(after);
        CrmRecord stored = write(new Write.Update<>(own, before, after), transaction);
        if (Objects.equals(stored.getVersion(), before.getVersion())) {
            return new RowOutcome.Unchanged(row.number(), row.line(), before.getId());
        }
        lookups.noteWrite();
        return new RowOutcome.Updated(row.number(), row.line(), before.getId());
    }

    private CrmRecord write(Write<R> write, Transaction transaction) {
        return transaction.write(List.of(write)).get(0);
    }
}
