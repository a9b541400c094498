package org.clientele;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.clientele.access.AccessDecision;
import org.clientele.access.Actors;
import org.clientele.access.Owners;
import org.clientele.access.Permission;
import org.clientele.access.Question;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.door.Door;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.property.ReferenceProperty;
import org.clientele.store.Records;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** Answers an actor's questions about others: who may do something, who can own a record. */
final class Asking {

    private final Work work;

    Asking(Work work) {
        this.work = work;
    }

    <R extends CrmRecord> List<User> whoMay(Permission permission, R record) {
        return work.read(door -> {
            EntityType<R> type = door.schema().typeOf(record);
            R stored = door.seen(type, record);
            Records all = door.consequences();
            Actors actors = new Actors(work.premises().directory(), all);
            return door.select(User.TYPE, Query.<User>all())
                    .filter(user -> actors.everywhere(Ref.to(user)).stream()
                            .map(work.premises()::rightsOf)
                            .anyMatch(rights -> rights.permits(permission, type, stored, all)))
                    .toList();
        });
    }

    <R extends CrmRecord> AccessDecision check(User user, Permission permission, R record) {
        return work.read(door -> {
            EntityType<R> type = door.schema().typeOf(record);
            R stored = door.seen(type, record);
            User seen = door.seen(User.TYPE, user);
            Records all = door.consequences();
            boolean isShown = door.hidden(type, stored.getId()).isEmpty();
            return new Actors(work.premises().directory(), all)
                    .everywhere(Ref.to(seen)).stream()
                            .min(Comparator.comparing(actor -> !isIn(actor.organization(), type, stored)))
                            .map(actor -> work.premises()
                                    .rightsOf(actor)
                                    .decide(new Question<>(permission, type, stored, all, isShown)))
                            .orElseGet(() -> AccessDecision.of(
                                    false, seen.getUsername() + " is disabled or belongs to no organization"));
        });
    }

    private static <R extends CrmRecord> boolean isIn(
            @Nullable Ref<Organization> organization, EntityType<R> type, R record) {
        return type.ownership()
                .filter(by -> Objects.equals(by.organization().get(record), organization))
                .isPresent();
    }

    /** Owners for a new record of a type. */
    <R extends CrmRecord, O extends CrmRecord> Selection<O> assignable(
            EntityType<R> type, ReferenceProperty<? super R, O> owner) {
        return work.read(door -> {
            return owners(door, choosable(door, Permission.CREATE, type, door.fresh(type), owner), owner);
        });
    }

    /** Owners for a record that is stored; none when the actor may not give it away at all. */
    <R extends CrmRecord, O extends CrmRecord> Selection<O> assignable(
            R record, ReferenceProperty<? super R, O> owner) {
        return work.read(door -> {
            EntityType<R> type = door.schema().typeOf(record);
            R stored = door.seen(type, record);
            Criterion<O> choosable = choosable(door, Permission.ASSIGN, type, stored, owner);
            return owners(door, door.permits(Permission.ASSIGN, type, stored) ? choosable : Criterion.never(), owner);
        });
    }

    private <R extends CrmRecord, O extends CrmRecord> Criterion<O> choosable(
            Door door, Permission permission, EntityType<R> type, R record, ReferenceProperty<? super R, O> owner) {
        return new Owners(work.rights(), work.premises().directory())
                .choosable(permission, type, record, owner, door.consequences());
    }

    @SuppressWarnings("unchecked") // the type of a class is that of its records
    private <O extends CrmRecord> Selection<O> owners(
            Door door, Criterion<O> choosable, ReferenceProperty<?, O> owner) {
        EntityType<O> type = (EntityType<O>) door.schema().type(owner.target());
        return new Selection<>(work, type, Query.of(choosable));
    }
}
