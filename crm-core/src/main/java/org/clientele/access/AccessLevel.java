package org.clientele.access;

/** How far a permission reaches, from nowhere to everywhere (OroCRM documentation, Roles: access levels). */
public enum AccessLevel {
    /** Nowhere. */
    NONE,
    /** Records that the user owns. */
    USER,
    /** Also records whose owner shares a business unit with the user, or is one of the user's units. */
    BUSINESS_UNIT,
    /** Also records of the units below the user's. */
    DIVISION,
    /** All records of the organization in which the user works at the time. */
    ORGANIZATION,
    /** All records of all organizations. */
    GLOBAL
}
