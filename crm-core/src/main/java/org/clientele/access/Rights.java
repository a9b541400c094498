package org.clientele.access;

import java.util.Map;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Lookup;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;

/**
 * What one actor may do: one rule in three views. The filter is the rule; the decision for one record and the reason for it
 * must agree with it for every record there can be. Asked on every read and write, from any thread.
 */
public interface Rights {

    /** The condition that the records of this very type meet for which the actor has the permission. */
    <R extends CrmRecord> Criterion<R> filter(Permission permission, EntityType<R> type);

    /**
     * Whether the actor has the permission for this record: without an override, whether the record meets the filter.
     *
     * @param lookup finds whatever is stored, or will be once the writes in hand are done
     */
    default <R extends CrmRecord> boolean permits(Permission permission, EntityType<R> type, R record, Lookup lookup) {
        return filter(permission, type).test(record, lookup);
    }

    /** Whether the actor has the capability. */
    boolean permits(Capability capability);

    /**
     * The properties, by name, that a permission does not reach wherever it reaches the record: for each the condition that the
     * records meet in which it does. For VIEW the others show no value, for EDIT the value can not be changed, for CREATE it
     * can not be given. Without an override there are none, as a property without a rule of its own follows its record.
     */
    default <R extends CrmRecord> Map<String, Criterion<R>> narrowed(Permission permission, EntityType<R> type) {
        return Map.of();
    }

    /** {@link #permits(Permission, EntityType, CrmRecord, Lookup)} with the reason; without an override, a plain one. */
    default <R extends CrmRecord> AccessDecision decide(Question<R> question) {
        boolean granted = permits(question.permission(), question.type(), question.record(), question.lookup());
        return AccessDecision.of(
                granted,
                "the policy " + (granted ? "lets" : "does not let") + " the actor " + question.permission() + " "
                        + question.name());
    }

    /** {@link #permits(Capability)} with the reason; without an override, a plain one. */
    default AccessDecision decide(Capability capability) {
        boolean granted = permits(capability);
        return AccessDecision.of(
                granted, "the policy " + (granted ? "lets" : "does not let") + " the actor " + capability + " records");
    }
}
