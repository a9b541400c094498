package org.clientele.door;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.clientele.access.AccessDecision;
import org.clientele.access.AccessPolicy;
import org.clientele.access.Actor;
import org.clientele.access.Capability;
import org.clientele.access.Permission;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Lookup;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.store.Write;

/** Asks the policy what the actor may see and whether the actor may write what is to be written. */
final class Guard {

    private final AccessPolicy policy;
    private final Actor actor;
    private final Schema schema;

    Guard(AccessPolicy policy, Actor actor, Schema schema) {
        this.policy = policy;
        this.actor = actor;
        this.schema = schema;
    }

    /** The condition of what the actor may see; each record is judged by its own type, whatever type is asked for. */
    <R extends CrmRecord> Criterion<R> view(EntityType<R> type) {
        if (actor.isSystem()) {
            return Criterion.always();
        }
        Map<Criterion<?>, Set<Class<?>>> filters = new LinkedHashMap<>();
        schema.typesBelow(type.recordClass())
                .forEach(below -> filters.computeIfAbsent(
                                policy.filter(actor, Permission.VIEW, below), filter -> new LinkedHashSet<>())
                        .add(below.recordClass()));
        List<Criterion<R>> parts = new ArrayList<>();
        filters.forEach((filter, classes) -> parts.add(within(classes, filter, filters.size() > 1)));
        return parts.size() == 1 ? parts.get(0) : new Criterion.Any<>(List.copyOf(parts));
    }

    @SuppressWarnings("unchecked") // a filter is asked only about records of the classes that it was made for
    private static <R> Criterion<R> within(Set<Class<?>> classes, Criterion<?> filter, boolean narrow) {
        Criterion<R> own = (Criterion<R>) filter;
        return narrow ? new Criterion.OfClass<R>(classes).and(own) : own;
    }

    <R extends CrmRecord> AccessDecision decide(Permission permission, EntityType<R> type, R record, Lookup lookup) {
        return policy.decide(actor, permission, type, record, lookup);
    }

    AccessDecision decide(Capability capability) {
        return policy.decide(actor, capability);
    }

    /** The denials that stand against a write, each a sentence. */
    <R extends CrmRecord> List<String> denials(Write<R> write, Lookup lookup) {
        List<AccessDecision> decisions = new ArrayList<>();
        EntityType<R> type = write.type();
        if (actor.isSystem()) {
            return List.of();
        } else if (write instanceof Write.Insert<R> insert) {
            decisions.add(decide(Permission.CREATE, type, insert.after(), lookup));
        } else if (write instanceof Write.Delete<R> delete) {
            decisions.add(decide(Permission.DELETE, type, delete.before(), lookup));
        } else if (write instanceof Write.Update<R> update) {
            decisions.add(decide(Permission.EDIT, type, update.before(), lookup));
            if (changesOwner(update)) {
                decisions.add(decide(Permission.ASSIGN, type, update.before(), lookup));
                decisions.add(decide(Permission.ASSIGN, type, update.after(), lookup));
            }
        }
        return decisions.stream()
                .filter(decision -> !decision.granted())
                .map(AccessDecision::sentence)
                .distinct()
                .toList();
    }

    private static <R extends CrmRecord> boolean changesOwner(Write.Update<R> update) {
        return update.type()
                .ownership()
                .filter(by -> !Objects.equals(
                                by.owner().get(update.before()), by.owner().get(update.after()))
                        || !Objects.equals(
                                by.organization().get(update.before()),
                                by.organization().get(update.after())))
                .isPresent();
    }
}
