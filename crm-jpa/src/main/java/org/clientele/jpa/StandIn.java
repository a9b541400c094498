package org.clientele.jpa;

import org.clientele.model.CrmRecord;

/**
 * What Hibernate gives instead of a record while an entity of the host points to it lazily: its methods are the record's, its
 * fields are not.
 */
final class StandIn {

    private StandIn() {}

    /** The record itself. Jakarta Persistence has no word for this, and the library knows no provider: so by name. */
    static CrmRecord recordBehind(CrmRecord standIn) {
        try {
            Object initializer =
                    standIn.getClass().getMethod("getHibernateLazyInitializer").invoke(standIn);
            return (CrmRecord)
                    initializer.getClass().getMethod("getImplementation").invoke(initializer);
        } catch (ReflectiveOperationException unknown) {
            throw new IllegalStateException(
                    standIn.getClass().getName() + " is neither a record nor known to stand for one", unknown);
        }
    }
}
