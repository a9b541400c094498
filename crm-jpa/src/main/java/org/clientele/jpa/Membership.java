package org.clientele.jpa;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a user is a member of a unit: the rows of that collection, once more, for queries that need nothing of the users
 * themselves. Never written.
 */
@SuppressWarnings("UnusedVariable") // queries read the fields
final class Membership {

    /** The entity's name in queries. */
    static final String ENTITY = "CrmMembership";

    private Key id;

    /** Whose row it is, and the element. */
    public record Key(UUID recordId, UUID element) {}

    /** For persistence. */
    @SuppressWarnings("NullAway.Init")
    Membership() {}

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Membership membership && id.equals(membership.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
