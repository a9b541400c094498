package org.clientele.access;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.clientele.criteria.Criterion;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Ownership;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.property.ReferenceProperty;
import org.clientele.value.Identified;
import org.clientele.value.Ref;

/**
 * What each level means for one actor and each kind of ownership: the one rule from which filter, decision and explanation
 * come.
 *
 * @param user the actor's user
 * @param organization where the actor works
 */
record Reach(Actor actor, Ref<User> user, Ref<Organization> organization, Directory directory) {

    /** The reach of a user at work. */
    static Reach of(Actor actor, Directory directory) {
        return new Reach(
                actor,
                Objects.requireNonNull(actor.user(), "user"),
                Objects.requireNonNull(actor.organization(), "organization"),
                directory);
    }

    /** The records that a permission at this level reaches. */
    <R extends CrmRecord> Criterion<R> of(AccessLevel level, EntityType<R> type) {
        if (level == AccessLevel.NONE || level == AccessLevel.GLOBAL) {
            return level == AccessLevel.GLOBAL ? Criterion.always() : Criterion.never();
        }
        Criterion<R> owned = type.ownership()
                .map(ownership -> owned(level, ownership))
                .orElseGet(
                        () -> level == AccessLevel.ORGANIZATION && type.owning().isEmpty()
                                ? Criterion.always()
                                : Criterion.never());
        return type.owning()
                .<Criterion<R>>map(kind -> new Criterion.Any<>(List.of(CrmRecord.isAnyOf(itself(level, kind)), owned)))
                .orElse(owned);
    }

    /** The same with the records that are shared with the actor for the permission; a new record is shared with nobody. */
    <R extends CrmRecord> Criterion<R> withShared(Permission permission, AccessLevel level, EntityType<R> type) {
        Criterion<R> reached = of(level, type);
        boolean all = level == AccessLevel.GLOBAL
                || (level == AccessLevel.ORGANIZATION
                        && (type.ownership().isPresent() || type.owning().isEmpty()));
        return all || permission == Permission.CREATE
                ? reached
                : new Criterion.Any<>(List.of(reached, shared(permission, type)));
    }

    /** The records of the organization in which the actor works that are shared with the actor for the permission. */
    <R extends CrmRecord> Criterion<R> shared(Permission permission, EntityType<R> type) {
        return this.<R>here(type).and(Share.reaching(actor, permission));
    }

    /** The records of the actor's organization. */
    <R extends CrmRecord> Criterion<R> here(EntityType<R> type) {
        return type.ownership().map(this::<R>here).orElseGet(Criterion::always);
    }

    @SuppressWarnings("unchecked") // a property of a type is one of every type below it
    private <R> Criterion<R> here(Ownership<? super R> ownership) {
        return ((ReferenceProperty<R, Organization>) ownership.organization()).is(organization);
    }

    /** The owners that the actor is or is in, as far as the level goes. */
    private Set<? extends Ref<? extends Identified>> itself(AccessLevel level, Ownership.Kind kind) {
        return switch (kind) {
            case USER -> Set.of(user);
            case BUSINESS_UNIT -> units(level);
            case ORGANIZATION -> level == AccessLevel.ORGANIZATION ? Set.of(organization) : Set.of();
        };
    }

    private Set<Ref<BusinessUnit>> units(AccessLevel level) {
        return switch (level) {
            case BUSINESS_UNIT -> actor.units();
            case DIVISION, ORGANIZATION -> actor.division();
            default -> Set.of();
        };
    }

    @SuppressWarnings("unchecked")
    private <R extends CrmRecord> Criterion<R> owned(AccessLevel level, Ownership<? super R> by) {
        Ownership<R> ownership = (Ownership<R>) by;
        Criterion<R> here = here(by);
        if (level == AccessLevel.ORGANIZATION) {
            return here;
        }
        return switch (ownership.kind()) {
            case USER -> here.and(userOwned(level, (ReferenceProperty<R, User>) ownership.owner()));
            case BUSINESS_UNIT -> here.and(((ReferenceProperty<R, BusinessUnit>) ownership.owner()).in(units(level)));
            case ORGANIZATION -> Criterion.never();
        };
    }

    private <R> Criterion<R> userOwned(AccessLevel level, ReferenceProperty<R, User> owner) {
        Set<Ref<BusinessUnit>> units = units(level);
        return units.isEmpty() ? owner.is(user) : owner.is(user).or(owner.matches(directory.membersOf(units)));
    }
}
