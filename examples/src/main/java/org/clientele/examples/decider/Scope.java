package org.clientele.examples.decider;

import java.util.Objects;
import org.clientele.access.Actor;
import org.clientele.access.Directory;
import org.clientele.criteria.Criterion;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Ownership;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.property.ReferenceProperty;

/** How a record stands to an actor: the word that the decider's rules use, and the condition that it stands for. */
enum Scope {
    /** The actor owns it. */
    OWN,
    /** Its owner shares a business unit with the actor. */
    TEAM,
    /** It belongs to the organization in which the actor works. */
    ORGANIZATION;

    /** The records in this scope; none of a type that nobody owns. */
    <R extends CrmRecord> Criterion<R> of(EntityType<R> type, Actor actor, Directory directory) {
        return type.ownership()
                .map(ownership -> this.<R>of(ownership, actor, directory))
                .orElse(Criterion.never());
    }

    @SuppressWarnings("unchecked") // the properties of a type are those of every type below it
    private <R> Criterion<R> of(Ownership<?> ownership, Actor actor, Directory directory) {
        Criterion<R> here = ((ReferenceProperty<R, Organization>) ownership.organization())
                .is(Objects.requireNonNull(actor.organization()));
        if (this == ORGANIZATION) {
            return here;
        } else if (ownership.kind() != Ownership.Kind.USER) {
            return Criterion.never();
        }
        ReferenceProperty<R, User> owner = (ReferenceProperty<R, User>) ownership.owner();
        return here.and(
                this == OWN
                        ? owner.is(Objects.requireNonNull(actor.user()))
                        : owner.matches(directory.membersOf(actor.units())));
    }
}
