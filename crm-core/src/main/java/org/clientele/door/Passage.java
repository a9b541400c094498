package org.clientele.door;

import jakarta.validation.Validator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clientele.access.AccessDeniedException;
import org.clientele.access.Actor;
import org.clientele.access.Directory;
import org.clientele.access.Rights;
import org.clientele.journal.JournalEntry;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.InvalidRecordException;
import org.clientele.model.Reference;
import org.clientele.model.Violation;
import org.clientele.store.ForwardingRecords;
import org.clientele.store.Records;
import org.clientele.store.Write;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** The way of a write within one transaction of one actor: through every step of the door to the store. For one thread. */
abstract class Passage extends Window {

    private static final Violation HISTORY_STANDS =
            new Violation("the journal", null, "is written by the CRM alone; leave its entries as they are");

    final Actor actor;
    final Instant now;
    final Discretion discretion;
    final PropertyGuard properties;
    final SeenOnly seenOnly;
    final Stamp stamp;
    final Check check;
    final Carrier carrier;
    final Recorder recorder;
    final Keeping keeping;
    private final Set<UUID> gone = new HashSet<>();

    @Nullable
    RuntimeException failure;

    Passage(Records store, Actor actor, Rights rights, Directory directory, Validator validator, Instant now) {
        super(store, actor, rights, directory);
        this.actor = actor;
        this.now = now;
        this.discretion = new Discretion(guard, mask, store);
        this.properties = new PropertyGuard(narrowing, guard, discretion, mask, store.schema());
        this.seenOnly = new SeenOnly(guard, store.schema());
        this.stamp = new Stamp(store.schema(), actor, now);
        this.check = new Check(
                validator, store.schema(), Optional.ofNullable(actor.user()).map(Ref::id));
        this.carrier = new Carrier(store);
        this.recorder = new Recorder(store.schema());
        this.keeping = new Keeping(store);
    }

    /**
     * What the CRM keeps for itself, such as how far an import has come: the records of the store, which nothing guards and no
     * journal tells of. Only what the CRM alone makes can be written.
     */
    public Records books() {
        return new ForwardingRecords(next()) {
            @Override
            public List<CrmRecord> write(List<? extends Write<?>> writes) {
                if (!writes.stream().allMatch(write -> write.type().isMadeByCrm())) {
                    throw new IllegalStateException("only what the CRM alone makes goes round the door");
                }
                return allOrNothing(() -> super.write(writes));
            }
        };
    }

    static <W> List<W> joined(List<? extends W> some, List<? extends W> others) {
        List<W> joined = new ArrayList<>(some);
        joined.addAll(others);
        return joined;
    }

    /** What carries values of the records written, and what carries values of that in turn. */
    List<Write<?>> followers(List<Write<?>> written, Batch batch) {
        List<Write<?>> followers = new ArrayList<>();
        List<Write<?>> changed = written;
        while (!changed.isEmpty()) {
            List<Write<?>> further = new ArrayList<>(carrier.followUps(changed));
            further.removeIf(write -> batch.has(write.record().getId()));
            changed = complete(further, batch);
            followers.addAll(changed);
        }
        return followers;
    }

    List<CrmRecord> pass(List<? extends Write<?>> guarded, List<? extends Write<?>> free) {
        Batch batch = new Batch(next());
        List<Write<?>> completed = complete(guarded, batch);
        List<Violation> history = history(completed);
        List<String> denials = denials(guarded, completed, batch);
        if (!denials.isEmpty()) {
            throw new AccessDeniedException(String.join("\n", denials));
        }
        List<Violation> contradictions = contradictions(guarded, batch);
        Set<UUID> asked = ids(completed);
        completed.addAll(complete(free, batch));
        batch.ask(guarded);
        completed.addAll(complete(new Companions(batch, next().schema()).of(completed), batch));
        completed = new GoingAlong(completed, batch, next(), (type, reference) -> false, this::goes).before(completed);
        Departure departure = Departure.of(completed, batch, next(), this, (type, reference) -> false);
        List<Violation> violations = violations(completed, batch, departure);
        violations.addAll(history);
        violations.addAll(contradictions);
        if (!violations.isEmpty()) {
            throw new InvalidRecordException(violations);
        }
        List<Write<?>> given = joined(guarded, free);
        List<Write<?>> renewed = new Renewal(batch, next().schema(), stamp).of(completed, given);
        return results(given, store(completed, asked, departure, writes -> next().write(joined(writes, renewed))));
    }

    PuttingBack puttingBack(
            List<? extends Write<?>> asked,
            List<? extends Write<?>> followed,
            BiPredicate<EntityType<?>, Reference<?>> settled,
            Consumer<Map<EntityType<?>, Set<UUID>>> ahead) {
        PuttingBack.Steps steps = new PuttingBack.Steps(guard, properties, seenOnly, stamp, check, discretion);
        return new PuttingBack(asked, followed, steps, next(), this, settled, ahead);
    }

    static Set<UUID> ids(List<Write<?>> writes) {
        Set<UUID> ids = new HashSet<>();
        writes.forEach(write -> ids.add(write.record().getId()));
        return ids;
    }

    /** Holds what goes; a store that refuses it may have given the transaction up. */
    void goes(Map<EntityType<?>, Set<UUID>> going) {
        this.<Void>allOrNothing(() -> {
            keeping.goes(going);
            return null;
        });
    }

    /** Writes to the store itself; when that fails half-way, nothing of the transaction can be kept any more. */
    List<CrmRecord> store(
            List<Write<?>> completed,
            Set<UUID> asked,
            Departure departure,
            Function<List<Write<?>>, List<CrmRecord>> writing) {
        completed.forEach(this::noteWhetherGone);
        try {
            if (!departure.releases().isEmpty()) {
                pass(List.of(), departure.releases());
            }
            Folding folding = Folding.of(completed, gone, next());
            keeping.stays(completed, folding);
            List<CrmRecord> stored = writing.apply(completed);
            for (Write<?> write : completed) {
                recorder.note(write, !asked.contains(write.record().getId()));
            }
            List<CrmRecord> notes = folding.adjusted();
            if (!notes.isEmpty()) {
                pass(List.of(), notes.stream().map(this::insertion).toList());
            }
            List<Write<?>> followUps = carrier.followUps(completed);
            if (!followUps.isEmpty()) {
                pass(List.of(), followUps);
            }
            return stored;
        } catch (RuntimeException broken) {
            failure = broken;
            throw broken;
        }
    }

    void noteWhetherGone(Write<?> write) {
        if (write instanceof Write.Delete<?>) {
            gone.add(write.record().getId());
        } else {
            gone.remove(write.record().getId());
        }
    }

    <R extends CrmRecord> Write<?> insertion(R record) {
        return new Write.Insert<>(next().schema().typeOf(record), record);
    }

    /** Does what is several writes and nothing unless all are done: a failure ends the transaction, also when it is caught. */
    <T> T allOrNothing(Supplier<T> writes) {
        try {
            return writes.get();
        } catch (RuntimeException broken) {
            failure = broken;
            throw broken;
        }
    }

    static boolean isJournal(Write<?> write) {
        return write.type() == JournalEntry.TYPE;
    }

    /** What follows of itself may write what the CRM alone makes; who is asked for permission may not. */
    static List<Violation> history(List<? extends Write<?>> asked) {
        return asked.stream()
                .filter(write -> write.type().isMadeByCrm())
                .map(write -> new Violation(
                        "the " + write.type() + " " + write.record().getId(),
                        null,
                        "is written by the CRM alone; change what it tells of"))
                .toList();
    }

    List<Write<?>> complete(List<? extends Write<?>> writes, Batch batch) {
        batch.foresee(writes);
        stamp.foresee(writes, batch);
        List<Write<?>> completed = new ArrayList<>(writes.size());
        for (Write<?> write : SourcesFirst.of(new Landing(next(), batch).of(writes), next().schema())) {
            for (Write<?> one : stamp.complete(write, batch)) {
                batch.add(one);
                completed.add(one);
            }
        }
        return completed;
    }

    List<Violation> contradictions(List<? extends Write<?>> given, Batch batch) {
        return new Contradiction(next().schema(), batch).of(given, discretion);
    }

    List<String> denials(List<? extends Write<?>> asked, List<Write<?>> completed, Batch batch) {
        List<String> denials = new ArrayList<>(properties.denials(asked, batch));
        denials.addAll(seenOnly.denials(asked, batch));
        completed.forEach(write -> denials.addAll(guard.denials(write, batch)));
        return denials;
    }

    List<Violation> violations(List<Write<?>> completed, Batch batch, Departure departure) {
        List<Violation> violations = new ArrayList<>();
        check.foresee(completed, batch);
        completed.forEach(write -> violations.addAll(discretion.over(check.violations(write, batch), write)));
        completed.stream().filter(Passage::isJournal).forEach(write -> violations.add(HISTORY_STANDS));
        violations.addAll(departure.refusals());
        return violations;
    }

    /** For each write what is stored now; what would have changed nothing comes back as it was. */
    static List<CrmRecord> results(List<? extends Write<?>> writes, List<CrmRecord> stored) {
        Map<UUID, CrmRecord> byId = new HashMap<>();
        stored.forEach(record -> byId.put(record.getId(), record));
        List<CrmRecord> results = new ArrayList<>(writes.size());
        for (Write<?> write : writes) {
            CrmRecord unchanged = write instanceof Write.Update<?> update ? update.before() : write.record();
            results.add(byId.getOrDefault(write.record().getId(), unchanged));
        }
        return results;
    }
}
