package org.clientele.undo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.clientele.criteria.Criterion;
import org.clientele.door.AtOnce;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Reference;
import org.clientele.model.Schema;
import org.clientele.property.AnyReferenceProperty;
import org.clientele.property.Property;
import org.clientele.store.Adjustment.Put;
import org.clientele.store.MassUpdate;
import org.clientele.value.AnyRef;
import org.clientele.value.Identified;
import org.clientele.value.Ref;

/**
 * References of many records that lead back at once to where they led before, since nobody has turned them.
 *
 * @param <H> the type that points
 * @param reference from where they point
 * @param holders the records that point
 * @param left where they point now
 * @param target the type of the record to which they lead back
 * @param before the identity of that record
 * @param comesBack whether that record is not there and comes back first
 */
record MassReversal<H extends CrmRecord>(
        Reference<H> reference, Set<UUID> holders, UUID left, EntityType<?> target, UUID before, boolean comesBack) {

    /**
     * The update that moves them.
     *
     * @param to the record to which they lead back, as it is by then
     */
    MassUpdate<H> update(CrmRecord to, Schema schema) {
        EntityType<H> type = reference.type();
        List<Put<H, ?>> puts = new ArrayList<>();
        puts.add(put());
        puts.addAll(AtOnce.carried(type, reference.property(), to, schema));
        Criterion<H> some = new Criterion.All<>(List.of(new Criterion.OneOf<>(CrmRecord.ID, holders)));
        return new MassUpdate<>(type, some, puts);
    }

    @SuppressWarnings("unchecked") // the reference is one of the type's own properties
    private Put<H, ?> put() {
        return reference.property() instanceof AnyReferenceProperty<?> any
                ? new Put<>((AnyReferenceProperty<H>) any, new AnyRef(target.name(), before))
                : new Put<>((Property<H, Ref<Identified>>) (Property<?, ?>) reference.property(), new Ref<>(before));
    }
}
