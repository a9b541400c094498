package org.clientele.door;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.clientele.access.AccessDeniedException;
import org.clientele.access.Actor;
import org.clientele.access.Directory;
import org.clientele.access.Rights;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.journal.ChangeSet;
import org.clientele.journal.Chronicle;
import org.clientele.journal.Past;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.store.Aggregation;
import org.clientele.store.ForwardingRecords;
import org.clientele.store.Group;
import org.clientele.store.Pointing;
import org.clientele.store.RecordNotFoundException;
import org.clientele.store.Records;
import org.jspecify.annotations.Nullable;

/** What one actor sees of a store: records that are hidden are not there, properties that are hidden have no value. */
class Window extends ForwardingRecords {

    final Narrowing narrowing;
    final Mask mask;
    final Guard guard;
    private final Veil veil;

    Window(Records store, Actor actor, Rights rights, Directory directory) {
        super(store);
        this.narrowing = new Narrowing(rights, actor, store.schema());
        this.mask = new Mask(narrowing, store);
        this.guard = new Guard(rights, actor, directory, store.schema(), mask);
        this.veil = new Veil(guard, narrowing, mask, store.schema());
    }

    @Override
    public <R extends CrmRecord> Optional<R> find(EntityType<R> type, UUID id) {
        return next().find(type, id)
                .flatMap(record -> new Sight(guard, next())
                        .of(type, List.of(record)).stream().findFirst())
                .map(mask::over);
    }

    @Override
    public <R extends CrmRecord> List<R> findAll(EntityType<R> type, Collection<UUID> ids) {
        return new Sight(guard, next())
                .of(type, next().findAll(type, ids)).stream().map(mask::over).toList();
    }

    @Override
    public <R extends CrmRecord> Stream<R> select(EntityType<R> type, Query<R> query) {
        Stream<R> selected = next().select(type, veil.over(type, query).and(guard.view(type)));
        return narrowing.hideable(type).isEmpty() ? selected : selected.map(mask::over);
    }

    @Override
    public <R extends CrmRecord> Stream<List<@Nullable Object>> values(
            EntityType<R> type, Query<R> query, List<? extends Attribute<? super R, ?>> attributes) {
        return attributes.stream().anyMatch(attribute -> narrowing.mayHide(type, attribute))
                ? Records.rows(select(type, query), attributes)
                : next().values(type, veil.over(type, query).and(guard.view(type)), attributes);
    }

    @Override
    public <R extends CrmRecord> long count(EntityType<R> type, Criterion<? super R> where) {
        return next().count(type, new Criterion.All<R>(List.of(veil.over(type, where), guard.view(type))));
    }

    @Override
    public <R extends CrmRecord> List<Group> aggregate(EntityType<R> type, Aggregation<R> aggregation) {
        return next().aggregate(type, veil.over(type, aggregation).and(guard.view(type)));
    }

    @Override
    public List<Map<UUID, Long>> pointing(List<? extends Pointing<?>> asked) {
        return next().pointing(asked.stream().<Pointing<?>>map(this::seen).toList());
    }

    private <R extends CrmRecord> Pointing<R> seen(Pointing<R> asked) {
        Aggregation<R> seen = veil.over(asked.type(), asked.aggregation()).and(guard.view(asked.type()));
        return new Pointing<>(asked.type(), asked.by(), seen.where());
    }

    /**
     * The record with all that is stored of it, if the actor may see it: what rights are judged by.
     *
     * @throws RecordNotFoundException when it is not there or the actor may not see it
     */
    public <R extends CrmRecord> R seen(EntityType<R> type, R record) {
        return find(type, record.getId())
                .flatMap(shown -> next().find(type, shown.getId()))
                .orElseThrow(() -> new RecordNotFoundException(type, record.getId()));
    }

    /** The properties, by name, whose values a record as it is stored does not show to the actor. */
    public <R extends CrmRecord> Set<String> hidden(EntityType<R> type, UUID id) {
        return next().find(type, id).map(mask::hidden).orElseGet(Set::of);
    }

    /**
     * Refuses to match records on a property that may be hidden.
     *
     * @throws AccessDeniedException when the actor does not see the property in all records of the type that the actor sees
     */
    public void requireMatchable(EntityType<?> type, Attribute<?, ?> attribute) {
        narrowing.requireShown(type, attribute, "matched on", "what is there already would be taken for new");
    }

    /** The next change sets of a chronicle, the newest first, as far as the actor may see them: fewer or none need not be the end. */
    public List<ChangeSet> history(Chronicle chronicle) {
        return new Hindsight(guard, mask, narrowing, next()).over(chronicle.next(next()));
    }

    /**
     * Records of a type as they were at an instant, in the order of the identities given, as far as the actor may see them;
     * those that were not there are left out.
     */
    public <R extends CrmRecord> List<Past<R>> asOf(Instant instant, EntityType<R> type, Collection<UUID> ids) {
        return new Retrospect(new Hindsight(guard, mask, narrowing, next()), mask, next()).of(instant, type, ids);
    }
}
