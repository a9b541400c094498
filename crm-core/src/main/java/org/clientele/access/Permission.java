package org.clientele.access;

/** What can be done with a record (OroCRM documentation, Roles: entity permissions). */
public enum Permission {
    /** See it, wherever it would show. */
    VIEW,
    /** Add it, with an owner within reach of the level. */
    CREATE,
    /** Change it. */
    EDIT,
    /** Remove it. */
    DELETE,
    /** Give it to another owner within reach of the level. */
    ASSIGN
}
