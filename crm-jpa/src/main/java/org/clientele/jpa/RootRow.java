package org.clientele.jpa;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table at the top of a hierarchy, without the tables below: what is locked when a record is held. A lock on the
 * records themselves would lock outer joins with some providers, which PostgreSQL refuses. Never written.
 */
@SuppressWarnings("UnusedVariable") // queries read the field
abstract class RootRow {

    private UUID id;

    @SuppressWarnings("NullAway.Init") // for persistence
    RootRow() {}

    /** A row of {@code crm_customer}. */
    static final class OfCustomer extends RootRow {}

    /** A row of {@code crm_activity}. */
    static final class OfActivity extends RootRow {}

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof RootRow row && getClass() == row.getClass() && id.equals(row.id);
    }

    @Override
    public final int hashCode() {
        return id.hashCode();
    }
}
