package org.clientele.undo;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.clientele.criteria.Criterion;
import org.clientele.door.AtOnce;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Reference;
import org.clientele.model.Schema;
import org.clientele.store.MassUpdate;
import org.clientele.value.AnyRef;

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
        Criterion<H> some = new Criterion.All<>(List.of(new Criterion.OneOf<>(CrmRecord.ID, holders)));
        AnyRef back = new AnyRef(target.name(), before);
        return new MassUpdate<>(reference.type(), some, AtOnce.puts(reference, back, to, schema));
    }
}
