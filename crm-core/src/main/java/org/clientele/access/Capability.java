package org.clientele.access;

/** What can be done apart from single records; a role has it or has it not (OroCRM documentation, Roles: capabilities). */
public enum Capability {
    /** Merge records. */
    MERGE,
    /** Bring records in from files. */
    IMPORT,
    /** Take records out to files. */
    EXPORT,
    /** Take records that can be edited from step to step of their workflows. */
    PERFORM_TRANSITIONS,
    /** Make workflows active for everybody, and end that. */
    ACTIVATE_WORKFLOWS
}
