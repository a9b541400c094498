package org.clientele.access;

import java.util.ArrayList;
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
        return of(level, type, List.of());
    }

    /** The same with the records that are shared with the actor for the permission; a new record is shared with nobody. */
    <R extends CrmRecord> Criterion<R> withShared(Permission permission, AccessLevel level, EntityType<R> type) {
        return of(
                level, type, permission == Permission.CREATE ? List.of() : List.of(Share.reaching(actor, permission)));
    }

    /**
     * One condition of all: in the actor's organization either way.
     *
     * @param further what is within reach there whatever the level
     */
    private <R extends CrmRecord> Criterion<R> of(AccessLevel level, EntityType<R> type, List<Criterion<R>> further) {
        boolean isOwned = type.ownership().isPresent();
        boolean areAllHere =
                level == AccessLevel.ORGANIZATION && (isOwned || type.owning().isEmpty());
        if (level == AccessLevel.GLOBAL || (areAllHere && !isOwned)) {
            return Criterion.always();
        }
        List<Criterion<R>> ways = new ArrayList<>(ways(level, type));
        ways.addAll(further);
        Criterion<R> here = areAllHere ? here(type) : ways.isEmpty() ? Criterion.never() : among(type, ways);
        return type.owning()
                .filter(kind -> level != AccessLevel.NONE)
                .<Criterion<R>>map(kind -> new Criterion.Any<>(List.of(CrmRecord.isAnyOf(itself(level, kind)), here)))
                .orElse(here);
    }

    private <R extends CrmRecord> Criterion<R> among(EntityType<R> type, List<Criterion<R>> ways) {
        Criterion<R> any = ways.size() == 1 ? ways.get(0) : new Criterion.Any<>(List.copyOf(ways));
        return type.ownership().isPresent() ? here(type).and(any) : any;
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

    /** What makes a record one's own, or one's units', as far as the level goes. */
    @SuppressWarnings("unchecked") // a property of a type is one of every type below it
    private <R extends CrmRecord> List<Criterion<R>> ways(AccessLevel level, EntityType<R> type) {
        Ownership<R> ownership = (Ownership<R>) type.ownership().orElse(null);
        if (ownership == null || level == AccessLevel.NONE) {
            return List.of();
        }
        return switch (ownership.kind()) {
            case USER -> ofUsers(units(level), (ReferenceProperty<R, User>) ownership.owner());
            case BUSINESS_UNIT -> List.of(((ReferenceProperty<R, BusinessUnit>) ownership.owner()).in(units(level)));
            case ORGANIZATION -> List.of();
        };
    }

    private <R> List<Criterion<R>> ofUsers(Set<Ref<BusinessUnit>> units, ReferenceProperty<R, User> owner) {
        return units.isEmpty()
                ? List.of(owner.is(user))
                : List.of(owner.is(user), owner.matches(directory.membersOf(units)));
    }
}
