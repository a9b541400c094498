package org.clientele.access;

import org.clientele.criteria.Criterion;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;

/** The rights of the system itself: everything everywhere. */
public final class Unlimited implements Rights {

    private static final AccessDecision YES = AccessDecision.of(true, "the system may do everything");

    @Override
    public <R extends CrmRecord> Criterion<R> filter(Permission permission, EntityType<R> type) {
        return Criterion.always();
    }

    @Override
    public boolean permits(Capability capability) {
        return true;
    }

    @Override
    public <R extends CrmRecord> AccessDecision decide(Question<R> question) {
        return YES;
    }

    @Override
    public AccessDecision decide(Capability capability) {
        return YES;
    }
}
