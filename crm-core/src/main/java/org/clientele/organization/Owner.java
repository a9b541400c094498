package org.clientele.organization;

import java.util.UUID;
import org.clientele.value.Identified;

/**
 * Who can own records. What one owner has can be handed over to another of the same kind.
 *
 * @param <O> the kind: the class itself
 */
public interface Owner<O extends Owner<O>> extends Identified {

    /** Whether it may be given records. */
    default boolean isEnabled() {
        return true;
    }

    /** Whether it can own records that are in this organization. */
    boolean belongsTo(UUID organization);
}
