package org.clientele.door;

import jakarta.validation.Validator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.clientele.access.AccessDecision;
import org.clientele.access.AccessDeniedException;
import org.clientele.access.Actor;
import org.clientele.access.Capability;
import org.clientele.access.Directory;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.criteria.Criterion;
import org.clientele.journal.Journal;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Reference;
import org.clientele.model.Violation;
import org.clientele.property.Property;
import org.clientele.store.Adjustment;
import org.clientele.store.Fate;
import org.clientele.store.ForwardingRecords;
import org.clientele.store.MassUpdate;
import org.clientele.store.Records;
import org.clientele.store.Transaction;
import org.clientele.store.Write;

/** One transaction of one actor: reads are guarded, writes pass every step. For one thread. */
public final class Door extends Passage implements Transaction {

    /**
     * A door to what a store offers within one transaction.
     *
     * @param now the time of everything that is done through it
     */
    public Door(Records store, Actor actor, Rights rights, Directory directory, Validator validator, Instant now) {
        super(store, actor, rights, directory, validator, now);
    }

    /** Writes the change set of all that passed; to be called once, at the end of the transaction. */
    public void finish(String reason) {
        if (failure != null) {
            throw new IllegalStateException(
                    "a write failed half-way and its exception was caught; let the exception end the transaction",
                    failure);
        }
        new Journal(next()).append(recorder.changeSet(now, actor, reason), recorder.noted());
    }

    /** Whether a write failed half-way, so that nothing of the transaction can be kept; a refusal before is no failure. */
    public boolean isBroken() {
        return failure != null;
    }

    /** Says that the change set of this transaction takes another one back. */
    public void undoes(UUID other) {
        recorder.undoes(other);
    }

    /** Whether the actor may do this with the record as it is stored; a new one is judged as it would be saved. */
    public <R extends CrmRecord> boolean permits(Permission permission, EntityType<R> type, R record) {
        return guard.permits(permission, type, judged(type, record), next());
    }

    /** The same with the reason. */
    public <R extends CrmRecord> AccessDecision decide(Permission permission, EntityType<R> type, R record) {
        R judged = judged(type, record);
        return guard.decide(permission, type, judged, next(), judged.isNew() || discretion.seesAllOf(judged));
    }

    /** Of how many of these records, whether the actor sees them or not, the actor has the permission. */
    public <R extends CrmRecord> long count(Permission permission, EntityType<R> type, Criterion<? super R> where) {
        return next().count(type, new Criterion.All<R>(List.of(where, guard.filter(permission, type))));
    }

    /** A new record of a type with the owner and the organization that it would be saved with. */
    public <R extends CrmRecord> R fresh(EntityType<R> type) {
        return stamp.owned(type, type.newRecord());
    }

    private <R extends CrmRecord> R judged(EntityType<R> type, R record) {
        return next().find(type, record.getId()).orElseGet(() -> stamp.owned(type, record));
    }

    /** Whether the actor has the capability. */
    public AccessDecision decide(Capability capability) {
        return guard.decide(capability);
    }

    /** Whether anything was written so far that the change set will tell of. */
    public boolean hasWritten() {
        return !recorder.isEmpty();
    }

    @Override
    public UUID changeSet() {
        return recorder.changeSet();
    }

    /** What {@link #write(List, List)} would make of these writes and what speaks against them, without writing. */
    public Outlook outlook(List<? extends Write<?>> writes, List<? extends Write<?>> consequences) {
        return outlook(writes, consequences, (type, reference) -> false);
    }

    /**
     * The same when references move at once besides.
     *
     * @param settled from where nobody will point any more to what goes: its references move at once
     */
    public Outlook outlook(
            List<? extends Write<?>> writes,
            List<? extends Write<?>> consequences,
            BiPredicate<EntityType<?>, Reference<?>> settled) {
        Batch batch = new Batch(next());
        List<Write<?>> asked = mask.restored(Truth.of(writes, next()));
        List<Write<?>> completed = complete(asked, batch);
        List<Violation> history = history(completed);
        List<Violation> contradictions = contradictions(asked, batch);
        List<String> denials = denials(asked, completed, batch);
        List<Write<?>> following = complete(Truth.of(consequences, next()), batch);
        batch.ask(asked);
        following.addAll(complete(new Companions(batch, next().schema()).of(joined(completed, following)), batch));
        GoingAlong along = new GoingAlong(joined(completed, following), batch, next(), settled, going -> {});
        completed = along.outOf(completed);
        following = along.before(following);
        Departure departure = Departure.of(joined(completed, following), batch, next(), this, settled);
        following.addAll(followers(joined(completed, following), batch));
        List<Violation> violations = violations(joined(completed, following), batch, departure);
        violations.addAll(history);
        violations.addAll(contradictions);
        return new Outlook(completed, following, denials, violations);
    }

    /**
     * The same records for what follows of itself from something the actor was allowed to do, such as re-pointing
     * references in a merge: it sees all and asks for no permission, but is checked and journaled like every write.
     */
    public Records consequences() {
        return new ForwardingRecords(next()) {
            @Override
            public List<CrmRecord> write(List<? extends Write<?>> writes) {
                return pass(List.of(), Truth.of(writes, next()));
            }

            @Override
            public <R extends CrmRecord> long update(MassUpdate<R> update, Instant at) {
                Affected<R> affected = Affected.read(update, next());
                updateAffected(List.of(affected));
                return affected.count();
            }
        };
    }

    /**
     * Gives many records the same values at once, as what follows of itself from something the actor was allowed to do: none is
     * read, prepared or checked by itself.
     *
     * @throws org.clientele.store.StaleRecordException when somebody else has come in between
     */
    public void update(Collection<MassUpdate<?>> updates) {
        updateAffected(updates.stream()
                .<Affected<?>>map(update -> Affected.read(update, next()))
                .toList());
    }

    /** The same when it was looked already, within this transaction, what the records are. */
    public void updateAffected(Collection<? extends Affected<?>> affected) {
        AtOnce atOnce = new AtOnce(affected, next());
        this.<Void>allOrNothing(() -> {
            List<CrmRecord> notes = atOnce.run(now);
            atOnce.noted().forEach(recorder::note);
            pass(List.of(), notes.stream().map(this::insertion).toList());
            List<Write<?>> again = new ArrayList<>();
            atOnce.followers()
                    .forEach((type, ids) -> next().findAll(type, ids)
                            .forEach(record -> again.add(Carrier.again(record, next().schema()))));
            pass(List.of(), again);
            return null;
        });
    }

    /** Whether records carry or follow what these updates change, so that they would have to be saved again. */
    public boolean isFollowed(Collection<MassUpdate<?>> updates) {
        return !Followers.of(updates, next()).isEmpty();
    }

    /** Refused: what is given to many at once follows from what is written. */
    @Override
    public <R extends CrmRecord> long update(MassUpdate<R> update, Instant at) {
        throw new IllegalStateException("an update of many records at once follows from others; write the records");
    }

    /** Likewise; what comes back of a deletion is what was handed in, for whoever may delete a record may not see it. */
    @Override
    public List<CrmRecord> write(List<? extends Write<?>> writes) {
        List<CrmRecord> results = new ArrayList<>(write(writes, List.of()));
        for (int i = 0; i < results.size(); i++) {
            Write<?> handedIn = writes.get(i);
            if (handedIn instanceof Write.Delete<?>) {
                results.set(i, handedIn.record());
            }
        }
        return results;
    }

    /** Writes what the actor must be allowed, and what follows of itself: as one, so that either sees the other. */
    public List<CrmRecord> write(List<? extends Write<?>> writes, List<? extends Write<?>> consequences) {
        return pass(mask.restored(Truth.of(writes, next())), Truth.of(consequences, next())).stream()
                .map(mask::over)
                .toList();
    }

    /** Deletes a record with all that can not be without it; the actor must be allowed to delete each. */
    public <R extends CrmRecord> void deleteCascading(EntityType<R> type, R record) {
        claim(type, List.of(record.getId()));
        write(new Cascade(next()).of(type, record));
    }

    /**
     * What speaks against {@link #putBack putting records back}, by the identities of the records: sentences. Nothing is
     * written.
     *
     * @param settled from where nobody will point any more to what goes: its references move at once
     */
    public Map<UUID, List<String>> refusals(
            List<? extends Write<?>> asked,
            List<? extends Write<?>> followed,
            BiPredicate<EntityType<?>, Reference<?>> settled) {
        return puttingBack(asked, followed, settled, going -> {}).refusals();
    }

    /**
     * Puts records back to what they were, all or nothing: values and statuses come back as they are given, but what follows
     * from other records is made of those as they are now. An insertion of a record that has a version brings it back.
     *
     * @param asked what the actor must be allowed, as any write
     * @param followed what follows of itself
     * @throws AccessDeniedException when something speaks against it that {@link #refusals} would have told
     */
    public void putBack(List<? extends Write<?>> asked, List<? extends Write<?>> followed) {
        PuttingBack back = puttingBack(asked, followed, (type, reference) -> false, this::goes);
        if (!back.refusals().isEmpty()) {
            List<String> sentences =
                    back.refusals().values().stream().flatMap(List::stream).toList();
            throw new AccessDeniedException(String.join("\n", sentences));
        }
        store(back.completed(), back.asked(), back.departure(), writes -> {
            back.writeTo(next());
            return List.of();
        });
    }

    /** Those of the records, which are not stored or would be stored otherwise, that the actor may not see. */
    public Set<UUID> unseen(List<? extends Write<?>> comingBack) {
        Batch batch = new Batch(next());
        comingBack.forEach(batch::add);
        Set<UUID> unseen = new HashSet<>();
        comingBack.stream()
                .filter(write -> !isSeen(write, batch))
                .forEach(write -> unseen.add(write.record().getId()));
        return unseen;
    }

    private <R extends CrmRecord> boolean isSeen(Write<R> write, Batch batch) {
        return actor.isSystem() || guard.permits(Permission.VIEW, write.type(), write.record(), batch);
    }

    /** Whether it is the system that acts, which sees all. */
    public boolean isOfSystem() {
        return actor.isSystem();
    }

    /** What the actor may call a record that the actor may see. */
    public <R extends CrmRecord> String nameOf(R record) {
        return next().schema().typeOf(record).nameOf(mask.over(record));
    }

    /**
     * A record with the folded values that it would have after all of this.
     *
     * @param record the record as it will be otherwise
     */
    public <R extends CrmRecord> R foreseen(R record, List<Write<?>> writes, Collection<MassUpdate<?>> updates) {
        Folding folding = new Folding(next());
        updates.forEach(update -> folding.look(update.without(writes)));
        writes.forEach(folding::look);
        return folding.over(next().schema().typeOf(record), record, writes);
    }

    /** Refused: folded values follow from what is written. */
    @Override
    public void adjust(List<? extends Adjustment<?>> adjustments) {
        throw new IllegalStateException("folded values follow from other records; write those, or recount");
    }

    /** Refused: what is written is held by itself. */
    @Override
    public Set<UUID> hold(EntityType<?> type, Collection<UUID> ids, Fate fate) {
        throw new IllegalStateException("records are held when something that points to them is written; write that");
    }

    /**
     * Keeps others from making anything point to these records until the transaction ends; to be called before it is looked
     * for what points to records that are to go.
     */
    public void claim(EntityType<?> type, Collection<UUID> ids) {
        goes(Map.of(type, new LinkedHashSet<>(ids)));
    }

    /** Puts folded values of a stored record to those of another state of it, whatever they follow from. */
    public <R extends CrmRecord> void keep(
            EntityType<R> type, R state, Collection<? extends Property<? super R, ?>> folded) {
        List<Adjustment.Step<R>> steps = new ArrayList<>();
        folded.forEach(property -> steps.add(put(property, state)));
        if (!steps.isEmpty()) {
            next().adjust(List.of(new Adjustment<>(type, state.getId(), steps)));
        }
    }

    private static <R extends CrmRecord, V> Adjustment.Step<R> put(Property<? super R, V> property, R state) {
        return new Adjustment.Put<>(property, property.get(state));
    }

    /** Counts the folded values of these records of a type anew. */
    public <R extends CrmRecord> void recount(EntityType<R> type, Collection<UUID> ids) {
        new Recount(next()).putRight(type, new LinkedHashSet<>(ids));
    }
}
