package org.clientele.door;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.clientele.access.Permission;
import org.clientele.criteria.Lookup;
import org.clientele.criteria.Relation;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Reference;
import org.clientele.model.Schema;
import org.clientele.property.Property;
import org.clientele.property.Traits;
import org.clientele.store.Write;
import org.jspecify.annotations.Nullable;

/** Refuses to turn references to what the actor may not see, where a property says so ({@link Traits.MustBeSeen}). */
final class SeenOnly {

    private final Guard guard;
    private final Schema schema;

    SeenOnly(Guard guard, Schema schema) {
        this.guard = guard;
        this.schema = schema;
    }

    /**
     * The denials that stand against writes, each a sentence.
     *
     * @param writes as the caller gives them
     * @param lookup finds records as they are to be
     */
    List<String> denials(Collection<? extends Write<?>> writes, Lookup lookup) {
        List<String> denials = new ArrayList<>();
        if (!guard.actor().isSystem()) {
            writes.forEach(write -> judge(write, lookup, denials));
        }
        return denials;
    }

    private <R extends CrmRecord> void judge(Write<R> write, Lookup lookup, List<String> denials) {
        if (write instanceof Write.Delete<R>) {
            return;
        }
        for (Property<? super R, ?> property : schema.properties(write.type(), Traits.MustBeSeen.class)) {
            if (write.changes(property)) {
                new Reference<>(write.type(), property).eachTarget(write.record(), (type, id) -> {
                    if (!isSeen(target(property, type), id, lookup)) {
                        denials.add(sentence(property, write.type(), id));
                    }
                });
            }
        }
    }

    private Class<?> target(Property<?, ?> property, @Nullable String type) {
        return type == null
                ? ((Relation<?, ?, ?>) property).target()
                : schema.type(type).recordClass();
    }

    /** Whoever makes a record may point to it at once. */
    private boolean isSeen(Class<?> target, UUID id, Lookup lookup) {
        return lookup.find(target, id)
                .map(CrmRecord.class::cast)
                .filter(record -> record.isNew() || isShown(record, lookup))
                .isPresent();
    }

    private <T extends CrmRecord> boolean isShown(T record, Lookup lookup) {
        return guard.permits(Permission.VIEW, schema.typeOf(record), record, lookup);
    }

    private String sentence(Property<?, ?> property, EntityType<?> type, UUID id) {
        return guard.actor() + " may not let " + property + " of a " + type + " point to " + id
                + ": there is no such record that they may see; choose one that they see";
    }
}
