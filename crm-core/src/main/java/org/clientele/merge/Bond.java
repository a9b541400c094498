package org.clientele.merge;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.clientele.criteria.Criterion;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;

/** Who is merged into whom. */
record Bond(EntityType<?> target, UUID master, Set<UUID> absorbed) {

    Bond {
        absorbed = Set.copyOf(absorbed);
    }

    /** Everybody. */
    Set<UUID> members() {
        Set<UUID> members = new LinkedHashSet<>(absorbed);
        members.add(master);
        return members;
    }

    /** True of all records that are not of the merge. */
    @SuppressWarnings("unchecked") // every record has an identity
    <H extends CrmRecord> Criterion<H> others() {
        return (Criterion<H>) (Criterion<?>) new Criterion.Not<>(new Criterion.OneOf<>(CrmRecord.ID, members()));
    }
}
