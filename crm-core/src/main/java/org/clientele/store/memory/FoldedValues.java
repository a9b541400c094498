package org.clientele.store.memory;

import java.util.List;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.property.Property;
import org.clientele.store.Adjustment;

/** How folded values come into records, which are never changed themselves: by adjustments, and by nothing else. */
final class FoldedValues {

    private final Schema schema;

    FoldedValues(Schema schema) {
        this.schema = schema;
    }

    /** A record with the folded values of another state: one that was read before others adjusted it does not undo that. */
    <R extends CrmRecord> R kept(CrmRecord current, R record) {
        EntityType<R> type = schema.typeOf(record);
        List<Property<? super R, ?>> folded = schema.folded(type);
        if (folded.isEmpty()) {
            return record;
        }
        R after = type.copy(record);
        R known = type.recordClass().cast(current);
        folded.forEach(property -> property.copy(known, after));
        return after;
    }

    /** The record after an adjustment. */
    <R extends CrmRecord> CrmRecord adjusted(Adjustment<R> adjustment, CrmRecord record) {
        R copy = adjustment.type().recordClass().cast(copy(record));
        adjustment.applyTo(copy);
        return copy;
    }

    private <S extends CrmRecord> S copy(S record) {
        return schema.typeOf(record).copy(record);
    }
}
