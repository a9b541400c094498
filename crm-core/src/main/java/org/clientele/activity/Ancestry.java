package org.clientele.activity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.clientele.criteria.Query;
import org.clientele.criteria.Relation;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Reference;
import org.clientele.property.Property;
import org.clientele.store.Records;
import org.clientele.value.AnyRef;
import org.clientele.value.Ref;

/** Finds the records from which one inherits activities, in a statement for each reference that says so. */
final class Ancestry {

    private final Records records;
    private final Set<AnyRef> found = new LinkedHashSet<>();

    private Ancestry(Records records) {
        this.records = records;
    }

    static <R extends CrmRecord> Set<AnyRef> of(R record, Records records) {
        Ancestry ancestry = new Ancestry(records);
        EntityType<R> type = records.schema().typeOf(record);
        for (Reference<?> reference : records.schema().referencesTo(type)) {
            if (says(reference.property(), Inheritance.BY_TARGET)) {
                ancestry.addHolders(reference, type, record.getId());
            }
        }
        for (Property<? super R, ?> property : records.schema().properties(type)) {
            if (says(property, Inheritance.BY_HOLDER)) {
                ancestry.addTargets(new Reference<>(type, property), record);
            }
        }
        return ancestry.found;
    }

    private static boolean says(Property<?, ?> property, Inheritance inheritance) {
        return property.trait(Inheritance.class).filter(inheritance::equals).isPresent();
    }

    private <H extends CrmRecord> void addHolders(Reference<H> reference, EntityType<?> target, UUID id) {
        add(reference.type(), Query.of(reference.pointsTo(target, Set.of(id))));
    }

    private <R extends CrmRecord> void addTargets(Reference<R> reference, R record) {
        Set<Ref<?>> refs = new LinkedHashSet<>();
        reference.eachTarget(record, (type, id) -> refs.add(new Ref<>(id)));
        if (!refs.isEmpty() && reference.property() instanceof Relation<?, ?, ?> relation) {
            records.schema()
                    .typesBelow(relation.target())
                    .forEach(type -> add(type, Query.of(CrmRecord.isAnyOf(refs))));
        }
    }

    private <H extends CrmRecord> void add(EntityType<H> type, Query<H> query) {
        records.values(type, query, List.of(CrmRecord.ID))
                .forEach(row -> found.add(new AnyRef(type.name(), (UUID) row.get(0))));
    }
}
