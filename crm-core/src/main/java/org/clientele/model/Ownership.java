package org.clientele.model;

import org.clientele.property.Property;
import org.clientele.property.ReferenceProperty;

/**
 * Who owns the records of a type, and in which organization: what access is decided by. A type without it is owned by
 * nobody.
 *
 * @param <R> the type whose records are owned
 * @param kind what the owner is
 * @param owner the property that points to the owner
 * @param organization the property that points to the organization; the owner itself where that is an organization
 */
public record Ownership<R>(Kind kind, ReferenceProperty<R, ?> owner, ReferenceProperty<R, ?> organization) {

    /** Whether a property is the one that points to the owner, or to the organization. */
    public boolean isKeptIn(Property<?, ?> property) {
        return owner == property || organization == property;
    }

    /** What an owner is (OroCRM documentation, Access: ownership types). */
    public enum Kind {
        /** A user, and through the user's memberships some business units. */
        USER,
        /** A business unit. */
        BUSINESS_UNIT,
        /** An organization as a whole. */
        ORGANIZATION
    }
}
