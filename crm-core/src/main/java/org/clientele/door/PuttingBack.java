package org.clientele.door;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Reference;
import org.clientele.model.Violation;
import org.clientele.property.Carried;
import org.clientele.property.Property;
import org.clientele.property.Traits;
import org.clientele.store.Records;
import org.clientele.store.Write;

/**
 * Writes that put records back to what they were, as they would be stored, and what speaks against each. They are judged as
 * any write of the actor; but no rule about moves holds, as nothing moves, and nothing is stamped.
 */
final class PuttingBack {

    private final Records stored;
    private final Steps steps;
    private final Batch batch;
    private final Set<UUID> asked = new HashSet<>();
    private final List<Write<?>> completed;
    private final List<Write<?>> renewed;
    private final Departure departure;
    private final Map<UUID, List<String>> refusals = new LinkedHashMap<>();

    /** The steps of the door that have something to say. */
    record Steps(
            Guard guard,
            PropertyGuard properties,
            SeenOnly seenOnly,
            Stamp stamp,
            Check check,
            Discretion discretion) {}

    /**
     * Looks at writes as one, so that each sees the others.
     *
     * @param asked what the actor must be allowed
     * @param followed what follows of itself
     * @param seen the records that a refusal may call by their names
     * @param settled from where nobody will point any more to what goes: its references move at once
     * @param ahead is told of what goes, before it is asked what points to it
     */
    PuttingBack(
            List<? extends Write<?>> asked,
            List<? extends Write<?>> followed,
            Steps steps,
            Records stored,
            Records seen,
            BiPredicate<EntityType<?>, Reference<?>> settled,
            Consumer<Map<EntityType<?>, Set<UUID>>> ahead) {
        this.stored = stored;
        this.steps = steps;
        this.batch = new Batch(stored);
        List<Write<?>> own = Truth.of(asked, stored);
        List<Write<?>> others = Truth.of(followed, stored);
        batch.foresee(own);
        batch.foresee(others);
        own.forEach(batch::add);
        others.forEach(batch::add);
        List<Write<?>> all = complete(own);
        all.forEach(write -> this.asked.add(write.record().getId()));
        deny(own, all);
        all.addAll(complete(others));
        all.addAll(coming(new Companions(batch, stored.schema()).of(all)));
        this.completed = new GoingAlong(all, batch, stored, settled, ahead).before(all);
        this.renewed = new Renewal(batch, stored.schema(), steps.stamp()).of(completed, List.of());
        this.departure = Departure.of(completed, batch, stored, seen, settled);
        steps.check().foresee(completed, batch);
        completed.forEach(this::check);
        departure.refusalsById().forEach(this::refuse);
    }

    /** The writes as they are to be stored. */
    List<Write<?>> completed() {
        return completed;
    }

    /** The identities of the records that the actor must be allowed to write. */
    Set<UUID> asked() {
        return asked;
    }

    Departure departure() {
        return departure;
    }

    /** What speaks against the writes, by the identities of their records: sentences. */
    Map<UUID, List<String>> refusals() {
        return refusals;
    }

    private List<Write<?>> complete(List<Write<?>> writes) {
        List<Write<?>> all = new ArrayList<>(writes.size());
        for (Write<?> write : writes) {
            for (Write<?> one : steps.stamp().putBack(write, batch)) {
                batch.add(one);
                all.add(one);
            }
        }
        return all;
    }

    private List<Write<?>> coming(List<Write<?>> companions) {
        List<Write<?>> all = new ArrayList<>();
        batch.foresee(companions);
        companions.forEach(write -> all.addAll(steps.stamp().complete(write, batch)));
        all.forEach(batch::add);
        return all;
    }

    private void deny(List<Write<?>> own, List<Write<?>> all) {
        for (Write<?> write : own) {
            List<Write<?>> given = List.of(asGiven(write));
            refuse(write, steps.properties().denials(given, batch));
            refuse(write, steps.seenOnly().denials(given, batch));
        }
        all.forEach(write -> refuse(write, steps.guard().denials(write, batch)));
    }

    /** What the actor would have to enter to put the record back by hand. */
    private <R extends CrmRecord> Write<R> asGiven(Write<R> write) {
        if (write instanceof Write.Delete<R>) {
            return write;
        }
        EntityType<R> type = write.type();
        R given = type.copy(write.record());
        R reference = write instanceof Write.Update<R> update ? update.before() : type.newRecord();
        for (Property<? super R, ?> property : stored.schema().properties(type)) {
            if (property.has(Traits.Calculated.class)
                    || property.trait(Carried.class).isPresent()) {
                property.copy(reference, given);
            }
        }
        return write instanceof Write.Update<R> update
                ? new Write.Update<>(type, update.before(), given)
                : new Write.Insert<>(type, given);
    }

    private <R extends CrmRecord> void check(Write<R> write) {
        refuse(write.record().getId(), steps.discretion().over(steps.check().violationsPutBack(write, batch), write));
    }

    private void refuse(Write<?> write, List<String> sentences) {
        if (!sentences.isEmpty()) {
            refusals.computeIfAbsent(write.record().getId(), first -> new ArrayList<>())
                    .addAll(sentences);
        }
    }

    private void refuse(UUID id, List<Violation> violations) {
        if (!violations.isEmpty()) {
            List<String> sentences = refusals.computeIfAbsent(id, first -> new ArrayList<>());
            violations.forEach(violation -> sentences.add(violation.toString()));
        }
    }

    /**
     * Writes them all: what goes gives up its unique values, then what stays does, then what comes back takes them, for a
     * store that compares them write by write.
     */
    void writeTo(Records next) {
        List<Write<?>> deletions = new ArrayList<>();
        List<Write<?>> releases = new ArrayList<>();
        List<Write<?>> insertions = new ArrayList<>();
        for (Write<?> write : completed) {
            if (write instanceof Write.Delete<?>) {
                deletions.add(write);
            } else if (write instanceof Write.Insert<?>) {
                insertions.add(write);
            } else {
                addRelease(write, releases);
            }
        }
        next.write(deletions);
        Map<UUID, Long> versions = new LinkedHashMap<>();
        next.write(releases).forEach(record -> versions.put(record.getId(), record.getVersion()));
        next.write(insertions);
        List<Write<?>> updates = new ArrayList<>();
        for (Write<?> write : completed) {
            if (write instanceof Write.Update<?>) {
                updates.add(versions.containsKey(write.record().getId()) ? after(write, versions) : write);
            }
        }
        updates.addAll(renewed);
        next.write(updates);
    }

    private <R extends CrmRecord> void addRelease(Write<R> write, List<Write<?>> releases) {
        R before = ((Write.Update<R>) write).before();
        R released = write.type().copy(before);
        boolean changes = false;
        for (Property<? super R, ?> property : stored.schema().properties(write.type())) {
            if (property.has(Traits.Unique.class)) {
                property.copy(write.record(), released);
                changes |= !Objects.equals(property.get(before), property.get(released));
            }
        }
        if (changes) {
            releases.add(new Write.Update<>(write.type(), before, released));
        }
    }

    private static <R extends CrmRecord> Write<R> after(Write<R> write, Map<UUID, Long> versions) {
        EntityType<R> type = write.type();
        R after = type.copy(write.record());
        type.setVersion(after, versions.get(after.getId()));
        return new Write.Update<>(type, ((Write.Update<R>) write).before(), after);
    }
}
