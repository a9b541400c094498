package org.clientele.access;

import org.clientele.criteria.Lookup;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;

/**
 * Whether an actor has a permission for a record, and why.
 *
 * @param <R> the type of the record
 * @param type the record's own type
 * @param record the record as it is stored, or as it is to be
 * @param lookup finds whatever is stored, or will be once the writes in hand are done
 * @param isShown whether the one who asks may see the record; if not, the answer tells neither its name nor its owner's
 */
public record Question<R extends CrmRecord>(
        Permission permission, EntityType<R> type, R record, Lookup lookup, boolean isShown) {

    /** What the answer may call the record. */
    public String name() {
        return isShown ? type.nameOf(record) : "this " + type;
    }
}
