package org.clientele;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.clientele.journal.Past;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.store.RecordNotFoundException;
import org.clientele.value.Ref;

/**
 * Records as they were at an instant, all changes of that very instant included: an instant means the time when a
 * transaction began. What was not there yet, or no more, is not found; a record that a merge absorbed is found as it was
 * before. Immutable, and thread-safe outside of transactions.
 *
 * <p>A record that is there is shown as today: to who may view it, without what is hidden in it. One that is gone is shown
 * to who may view all entries of the journal that it is made out of.
 *
 * <p>Values that follow from other records, such as contact counters and lifetime values, are not in the journal and are as
 * those of a new record. What is found is to be looked at: saving it is refused as out of date.
 *
 * <pre>{@code
 * Account then = sales.asOf(Instant.parse("2026-03-01T00:00:00Z")).get(Account.TYPE, acuserv.getId());
 * }</pre>
 */
public final class AsOf {

    private final Work work;
    private final Instant instant;

    AsOf(Work work, Instant instant) {
        this.work = work;
        this.instant = Objects.requireNonNull(instant, "instant");
    }

    /** The record that a reference points to; empty when it was not there or the actor may not see it. */
    public <R extends CrmRecord> Optional<R> find(EntityType<R> type, Ref<? super R> ref) {
        return find(type, ref.id());
    }

    /** The record with this identity; empty when it was not there or the actor may not see it. */
    public <R extends CrmRecord> Optional<R> find(EntityType<R> type, UUID id) {
        return past(type, id).map(Past::record);
    }

    /** The record with this identity; RecordNotFoundException when it was not there or the actor may not see it. */
    public <R extends CrmRecord> R get(EntityType<R> type, UUID id) {
        return find(type, id).orElseThrow(() -> new RecordNotFoundException(type, id));
    }

    /**
     * The records with these identities, each once, in the order given, without those that were not there or that the actor
     * may not see. Takes a few statements for some hundred records; what is read is their whole history.
     */
    public <R extends CrmRecord> List<R> findAll(EntityType<R> type, Collection<UUID> ids) {
        return work.read(
                door -> door.asOf(instant, type, ids).stream().map(Past::record).toList());
    }

    /**
     * What the record had and does not show here, each a sentence: a value of a property that the CRM no longer knows, or
     * that the property can not read any more.
     */
    public List<String> untold(EntityType<?> type, UUID id) {
        return past(type, id).stream()
                .flatMap(past -> past.untold().stream())
                .map(Past.Untold::sentence)
                .toList();
    }

    private <R extends CrmRecord> Optional<Past<R>> past(EntityType<R> type, UUID id) {
        return work.read(door -> door.asOf(instant, type, List.of(id))).stream().findFirst();
    }
}
