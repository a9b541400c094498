package org.clientele.access;

import org.clientele.criteria.Criterion;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Ownership;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.property.ReferenceProperty;
import org.clientele.value.Ref;

/** What each level means for each kind of ownership: the one rule from which filter, decision and explanation come. */
final class Reach {

    private Reach() {}

    /** The records that a permission at this level reaches. */
    static <R extends CrmRecord> Criterion<R> of(Actor actor, AccessLevel level, EntityType<R> type) {
        Ref<User> user = actor.user();
        Ref<Organization> organization = actor.organization();
        if (user == null || organization == null) {
            return actor.isSystem() ? Criterion.always() : Criterion.never();
        }
        if (level == AccessLevel.GLOBAL) {
            return Criterion.always();
        }
        return type.ownership()
                .map(ownership -> Reach.<R>owned(actor, user, organization, level, ownership))
                .orElse(level == AccessLevel.ORGANIZATION ? Criterion.always() : Criterion.never());
    }

    @SuppressWarnings("unchecked")
    private static <R> Criterion<R> owned(
            Actor actor, Ref<User> user, Ref<Organization> organization, AccessLevel level, Ownership<? super R> by) {
        Ownership<R> ownership = (Ownership<R>) by;
        Criterion<R> here = ((ReferenceProperty<R, Organization>) ownership.organization()).is(organization);
        if (level == AccessLevel.ORGANIZATION) {
            return here;
        }
        Criterion<R> owner = switch (ownership.kind()) {
            case USER -> userOwned(actor, user, level, (ReferenceProperty<R, User>) ownership.owner());
            case BUSINESS_UNIT -> unitOwned(actor, level, (ReferenceProperty<R, BusinessUnit>) ownership.owner());
            case ORGANIZATION -> Criterion.never();
        };
        return here.and(owner);
    }

    private static <R> Criterion<R> userOwned(
            Actor actor, Ref<User> user, AccessLevel level, ReferenceProperty<R, User> owner) {
        return switch (level) {
            case USER -> owner.is(user);
            case BUSINESS_UNIT -> owner.is(user).or(owner.matches(User.BUSINESS_UNITS.containsAny(actor.units())));
            case DIVISION -> owner.is(user).or(owner.matches(User.BUSINESS_UNITS.containsAny(actor.division())));
            default -> Criterion.never();
        };
    }

    private static <R> Criterion<R> unitOwned(
            Actor actor, AccessLevel level, ReferenceProperty<R, BusinessUnit> owner) {
        return switch (level) {
            case BUSINESS_UNIT -> owner.in(actor.units());
            case DIVISION -> owner.in(actor.division());
            default -> Criterion.never();
        };
    }
}
