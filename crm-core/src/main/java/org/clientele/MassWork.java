package org.clientele;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.clientele.MassAnswer.Refused;
import org.clientele.door.Door;
import org.clientele.model.CrmException;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.InvalidRecordException;
import org.clientele.model.Violation;
import org.clientele.store.Write;

/**
 * Does one thing to many records: as many together as can be, so that it takes few statements and few change sets. Where some
 * are refused, halves are tried until those stand alone that are the reason.
 */
final class MassWork<R extends CrmRecord> {

    /** Records of one transaction at most. */
    private static final int AT_ONCE = 500;

    private final Work work;
    private final String reason;
    private final int together;
    private final Doing<R> doing;
    private final List<R> done = new ArrayList<>();
    private final List<Refused<R>> refused = new ArrayList<>();
    private final List<UUID> receipt = new ArrayList<>();

    /**
     * Work to be done.
     *
     * @param together how many records it is done to at a time
     */
    private MassWork(Work work, String reason, int together, Doing<R> doing) {
        this.work = work;
        this.reason = reason;
        this.together = together;
        this.doing = doing;
    }

    /** What is done to some records within a transaction: by one write, so that nothing is written where it is refused. */
    interface Doing<R> {
        List<R> to(List<R> records, Door door);
    }

    static <R extends CrmRecord> MassAnswer<R> change(Work work, List<R> records, Consumer<? super R> change) {
        return new MassWork<R>(work, "change many", AT_ONCE, (some, door) -> {
                    List<R> changed = new ArrayList<>();
                    for (R record : some) {
                        R copy = door.schema().typeOf(record).copy(record);
                        apply(change, copy, door);
                        changed.add(copy);
                    }
                    return new Saving(door).save(changed);
                })
                .all(records);
    }

    /** What the host's own change throws is said of its record, as in an import. */
    private static <R extends CrmRecord> void apply(Consumer<? super R> change, R copy, Door door) {
        try {
            change.accept(copy);
        } catch (CrmException refusal) {
            throw refusal;
        } catch (RuntimeException thrown) {
            String sentence = "can not be changed so: " + Objects.requireNonNullElse(thrown.getMessage(), thrown);
            InvalidRecordException refusal = new InvalidRecordException(
                    List.of(new Violation(door.schema().nameOf(copy), null, sentence)));
            refusal.initCause(thrown);
            throw refusal;
        }
    }

    /** Takes records on, together or one after another. */
    static <R extends CrmRecord> MassAnswer<R> each(
            Work work, String reason, boolean isTogether, List<R> records, Doing<R> doing) {
        return new MassWork<>(work, reason, isTogether ? AT_ONCE : 1, doing).all(records);
    }

    static <R extends CrmRecord> MassAnswer<R> delete(Work work, List<R> records) {
        return new MassWork<R>(work, "delete many", AT_ONCE, (some, door) -> {
                    List<Write<?>> writes = new ArrayList<>();
                    some.forEach(record -> writes.add(deletion(door.schema().typeOf(record), record)));
                    door.write(writes);
                    return some;
                })
                .all(records);
    }

    private static <R extends CrmRecord> Write<R> deletion(EntityType<R> type, R record) {
        return new Write.Delete<>(type, record);
    }

    private MassAnswer<R> all(List<R> records) {
        if (work.isWithinTransaction()) {
            throw new IllegalStateException(
                    "each record of a mass action is done or refused by itself, which is not all or"
                            + " nothing; call it outside of inTransaction");
        }
        for (int from = 0; from < records.size(); from += AT_ONCE) {
            some(records.subList(from, Math.min(from + AT_ONCE, records.size())));
        }
        return new MassAnswer<>(done, refused, receipt);
    }

    private void some(List<R> records) {
        try {
            Did<R> did = work.inTransaction(reason, door -> tried(records, door));
            done.addAll(did.records());
            refused.addAll(did.refused());
            if (did.hasWritten()) {
                receipt.add(did.changeSet());
            }
        } catch (CrmException lost) {
            if (!work.premises().store().ownsTransactions()) {
                throw lost; // with it goes all that the host's transaction did, what was done here as well
            } else if (records.size() == 1) {
                refused.add(new Refused<>(records.get(0), lost));
            } else {
                some(records.subList(0, records.size() / 2));
                some(records.subList(records.size() / 2, records.size()));
            }
        }
    }

    private Did<R> tried(List<R> records, Door door) {
        Did<R> did = new Did<>(new ArrayList<>(), new ArrayList<>(), door);
        for (int from = 0; from < records.size(); from += together) {
            tryTo(records.subList(from, Math.min(from + together, records.size())), did);
        }
        return did;
    }

    /** Does all of these, or those that are not refused, as long as a refusal leaves the transaction as it was. */
    private void tryTo(List<R> records, Did<R> did) {
        try {
            did.records.addAll(doing.to(records, did.door));
        } catch (CrmException refusal) {
            if (did.door.isBroken()) {
                throw refusal;
            } else if (records.size() == 1) {
                did.refused.add(new Refused<>(records.get(0), refusal));
            } else {
                tryTo(records.subList(0, records.size() / 2), did);
                tryTo(records.subList(records.size() / 2, records.size()), did);
            }
        }
    }

    /** What became of records within a transaction. */
    private record Did<R extends CrmRecord>(List<R> records, List<Refused<R>> refused, Door door) {

        boolean hasWritten() {
            return door.hasWritten();
        }

        UUID changeSet() {
            return door.changeSet();
        }
    }
}
