package org.clientele.access;

import org.clientele.criteria.Criterion;
import org.clientele.criteria.Lookup;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;

/**
 * Decides who may do what. The CRM asks it on every read and write, from any thread; it must not keep state that one
 * call leaves for another. What it throws ends the call that asked.
 *
 * <p>The two views must be one rule: {@code decide} grants exactly the records that {@code filter} selects.
 */
public interface AccessPolicy {

    /** The condition that the records meet for which the actor has the permission. */
    <R extends CrmRecord> Criterion<R> filter(Actor actor, Permission permission, EntityType<R> type);

    /** Whether the actor has the permission for this record, with the reason. */
    <R extends CrmRecord> AccessDecision decide(
            Actor actor, Permission permission, EntityType<R> type, R record, Lookup lookup);

    /** Whether the actor has the capability, with the reason. */
    AccessDecision decide(Actor actor, Capability capability);
}
