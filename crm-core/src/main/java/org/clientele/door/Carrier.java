package org.clientele.door;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.clientele.criteria.Query;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Reference;
import org.clientele.model.Schema;
import org.clientele.property.Carried;
import org.clientele.property.Follows;
import org.clientele.property.Property;
import org.clientele.property.ReferenceProperty;
import org.clientele.store.Records;
import org.clientele.store.Write;

/** Finds the records that carry or follow a value of a record that changed; saving them again brings the new value over. */
final class Carrier {

    private final Schema schema;
    private final Records stored;

    Carrier(Records stored) {
        this.schema = stored.schema();
        this.stored = stored;
    }

    /** Updates for everything that carries or follows what these writes changed; stamping fills them in. */
    List<Write<?>> followUps(List<Write<?>> done) {
        List<Write.Update<?>> updates = new ArrayList<>(0);
        for (Write<?> write : done) {
            if (write instanceof Write.Update<?> update) {
                updates.add(update);
            }
        }
        return updates.isEmpty() ? List.of() : followUpsOf(updates);
    }

    private List<Write<?>> followUpsOf(List<Write.Update<?>> done) {
        Map<UUID, Write<?>> followUps = new LinkedHashMap<>();
        for (EntityType<?> holder : schema.types()) {
            if (!holder.isAbstract()) {
                addFollowUps(holder, done, followUps);
            }
        }
        return List.copyOf(followUps.values());
    }

    private <H extends CrmRecord> void addFollowUps(
            EntityType<H> holder, List<Write.Update<?>> done, Map<UUID, Write<?>> followUps) {
        for (Property<? super H, ?> property : schema.properties(holder)) {
            property.trait(Carried.class)
                    .ifPresent(carried -> addFollowUps(holder, carried.via(), carried.from(), done, followUps));
            if (property instanceof ReferenceProperty<?, ?> via) {
                property.trait(Follows.class)
                        .ifPresent(follows -> addFollowUps(holder, via, follows.from(), done, followUps));
            }
        }
    }

    private <H extends CrmRecord> void addFollowUps(
            EntityType<H> holder,
            ReferenceProperty<?, ?> via,
            Property<?, ?> from,
            List<Write.Update<?>> done,
            Map<UUID, Write<?>> followUps) {
        Set<UUID> sources = changed(via, from, done);
        if (!sources.isEmpty()) {
            stored.select(holder, pointing(holder, via, sources))
                    .forEach(record -> followUps.put(record.getId(), again(record, schema)));
        }
    }

    /** Saves a record as it is, so that stamping looks at it again. */
    static <H extends CrmRecord> Write<H> again(H record, Schema schema) {
        EntityType<H> type = schema.typeOf(record);
        return new Write.Update<>(type, record, type.copy(record));
    }

    @SuppressWarnings("unchecked")
    private static <H extends CrmRecord> Query<H> pointing(
            EntityType<H> holder, ReferenceProperty<?, ?> via, Set<UUID> sources) {
        return Query.of(new Reference<>(holder, (ReferenceProperty<H, ?>) via).pointsTo(holder, sources));
    }

    private static Set<UUID> changed(ReferenceProperty<?, ?> via, Property<?, ?> from, List<Write.Update<?>> done) {
        Set<UUID> changed = new LinkedHashSet<>();
        for (Write.Update<?> update : done) {
            if (via.target().isAssignableFrom(update.type().recordClass()) && differs(from, update)) {
                changed.add(update.record().getId());
            }
        }
        return changed;
    }

    @SuppressWarnings("unchecked")
    private static boolean differs(Property<?, ?> from, Write.Update<?> update) {
        Property<Object, ?> source = (Property<Object, ?>) from;
        return !Objects.equals(source.get(update.before()), source.get(update.after()));
    }
}
