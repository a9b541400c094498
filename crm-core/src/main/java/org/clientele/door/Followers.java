package org.clientele.door;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.criteria.Relation;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.Carried;
import org.clientele.property.Follows;
import org.clientele.property.Property;
import org.clientele.store.Adjustment.Put;
import org.clientele.store.MassUpdate;
import org.clientele.store.Records;

/** Finds the records that carry or follow what many others are given at once, before it is given. */
final class Followers {

    private final Collection<MassUpdate<?>> updates;
    private final Records stored;
    private final Map<EntityType<?>, Set<UUID>> found = new LinkedHashMap<>();

    private Followers(Collection<MassUpdate<?>> updates, Records stored) {
        this.updates = updates;
        this.stored = stored;
    }

    /** Their identities, by their types. */
    static Map<EntityType<?>, Set<UUID>> of(Collection<MassUpdate<?>> updates, Records stored) {
        Followers followers = new Followers(updates, stored);
        updates.forEach(followers::look);
        return followers.found;
    }

    private <H extends CrmRecord> void look(MassUpdate<H> update) {
        for (Put<H, ?> put : update.puts()) {
            stored.schema().types().stream()
                    .filter(type -> !type.isAbstract())
                    .forEach(type -> lookForFollowers(type, update, put));
        }
    }

    /** Who carries the changed value, and is not given it by an update of its own, has to be saved again. */
    private <F extends CrmRecord, H extends CrmRecord> void lookForFollowers(
            EntityType<F> follower, MassUpdate<H> update, Put<H, ?> put) {
        for (Property<? super F, ?> property : stored.schema().properties(follower)) {
            property.trait(Carried.class)
                    .filter(carried -> carried.from() == put.property() && !isGiven(follower, property, put))
                    .ifPresent(carried -> addFollowers(follower, carried.via(), update));
            property.trait(Follows.class)
                    .filter(follows -> follows.from() == put.property())
                    .ifPresent(follows -> addFollowers(follower, property, update));
        }
    }

    private boolean isGiven(EntityType<?> type, Property<?, ?> property, Put<?, ?> same) {
        return updates.stream()
                .filter(update -> update.type() == type)
                .flatMap(update -> update.puts().stream())
                .anyMatch(put -> put.property() == property && Objects.equals(put.value(), same.value()));
    }

    @SuppressWarnings("unchecked") // whoever carries a value points to its type
    private <F extends CrmRecord, H extends CrmRecord> void addFollowers(
            EntityType<F> follower, Property<?, ?> via, MassUpdate<H> update) {
        Relation<F, ?, H> relation = (Relation<F, ?, H>) via;
        if (relation.target().isAssignableFrom(update.type().recordClass())) {
            Criterion<F> following = new Criterion.Related<>(relation, update.condition());
            Query<F> query = Query.<F>of(following.and(new Criterion.OfClass<>(Set.of(follower.recordClass()))));
            stored.values(follower, query, List.of(CrmRecord.ID))
                    .forEach(row -> found.computeIfAbsent(follower, type -> new LinkedHashSet<>())
                            .add((UUID) Objects.requireNonNull(row.get(0))));
        }
    }
}
