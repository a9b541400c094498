package org.clientele.door;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.clientele.access.AccessDecision;
import org.clientele.access.Actor;
import org.clientele.access.ByClass;
import org.clientele.access.Capability;
import org.clientele.access.Directory;
import org.clientele.access.Owners;
import org.clientele.access.Permission;
import org.clientele.access.Question;
import org.clientele.access.Rights;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Lookup;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.property.Property;
import org.clientele.property.Traits;
import org.clientele.store.Write;

/** Asks the actor's rights what may be seen and whether what is to be written may be. */
final class Guard {

    private final Rights rights;
    private final Actor actor;
    private final Owners owners;
    private final Schema schema;
    private final Mask mask;

    Guard(Rights rights, Actor actor, Directory directory, Schema schema, Mask mask) {
        this.rights = rights;
        this.actor = actor;
        this.owners = new Owners(rights, directory);
        this.schema = schema;
        this.mask = mask;
    }

    Actor actor() {
        return actor;
    }

    /** The condition of what the actor may see. */
    <R extends CrmRecord> Criterion<R> view(EntityType<R> type) {
        return filter(Permission.VIEW, type);
    }

    /**
     * The condition of what the actor has the permission for; each record is judged by its own type, whatever type is asked
     * for.
     */
    <R extends CrmRecord> Criterion<R> filter(Permission permission, EntityType<R> type) {
        if (actor.isSystem()) {
            return Criterion.always();
        }
        return ByClass.join(schema, type, below -> rights.filter(permission, below));
    }

    /** Whether the actor has the permission for a record of this very type. */
    <R extends CrmRecord> boolean permits(Permission permission, EntityType<R> type, R record, Lookup lookup) {
        return rights.permits(permission, type, record, lookup);
    }

    /** The same with the reason, which tells the record's name if it is shown to the actor. */
    <R extends CrmRecord> AccessDecision decide(
            Permission permission, EntityType<R> type, R record, Lookup lookup, boolean isShown) {
        return rights.decide(new Question<>(permission, type, record, lookup, isShown));
    }

    AccessDecision decide(Capability capability) {
        return rights.decide(capability);
    }

    /** The denials that stand against a write, each a sentence. */
    <R extends CrmRecord> List<String> denials(Write<R> write, Lookup lookup) {
        Set<String> denials = new LinkedHashSet<>();
        if (actor.isSystem()) {
            return List.of();
        } else if (write instanceof Write.Insert<R> insert) {
            judge(Permission.CREATE, write, insert.after(), lookup, denials);
            if (givesRights(insert)) {
                judge(Permission.ASSIGN, write, insert.after(), lookup, denials);
            }
            addIdleOwner(write, lookup, denials);
        } else if (write instanceof Write.Delete<R> delete) {
            judge(Permission.DELETE, write, delete.before(), lookup, denials);
        } else if (write instanceof Write.Update<R> update) {
            judge(Permission.EDIT, write, update.before(), lookup, denials);
            if (changesRights(update)) {
                judge(Permission.ASSIGN, write, update.before(), lookup, denials);
                judge(Permission.ASSIGN, write, update.after(), lookup, denials);
                addIdleOwner(write, lookup, denials);
            }
        }
        return List.copyOf(denials);
    }

    private <R extends CrmRecord> void judge(
            Permission permission, Write<R> write, R record, Lookup lookup, Set<String> denials) {
        EntityType<R> type = write.type();
        if (!rights.permits(permission, type, record, lookup)) {
            boolean isShown = write instanceof Write.Insert<R>
                    || (rights.permits(Permission.VIEW, type, before(write), lookup)
                            && mask.hidden(before(write)).isEmpty());
            denials.add(decide(permission, type, record, lookup, isShown).sentence());
        }
    }

    private static <R extends CrmRecord> R before(Write<R> write) {
        return write instanceof Write.Update<R> update ? update.before() : write.record();
    }

    /** Whether the write changes who has rights by the record: its owner, or what somebody's rights hang on. */
    private <R extends CrmRecord> boolean changesRights(Write.Update<R> update) {
        return schema.properties(update.type()).stream()
                .filter(property -> bearsRights(update.type(), property))
                .anyMatch(update::changes);
    }

    /** Whether a new record gives somebody rights by more than its owner. */
    private <R extends CrmRecord> boolean givesRights(Write.Insert<R> insert) {
        List<Property<? super R, ?>> bearing = schema.properties(insert.type(), Traits.BearsRights.class);
        if (bearing.isEmpty()) {
            return false;
        }
        R fresh = insert.type().newRecord();
        return bearing.stream()
                .anyMatch(property -> !Objects.equals(property.get(fresh), property.get(insert.after())));
    }

    private static boolean bearsRights(EntityType<?> type, Property<?, ?> property) {
        return property.has(Traits.BearsRights.class)
                || type.ownership().filter(by -> by.isKeptIn(property)).isPresent();
    }

    /** An owner who is given a record works in the organization that the record belongs to. */
    private <R extends CrmRecord> void addIdleOwner(Write<R> write, Lookup lookup, Set<String> denials) {
        EntityType<R> type = write.type();
        if (!owners.isSuitable(type, write.record(), lookup)) {
            denials.add(mask.nameOf(before(write))
                    + " can not be given to an owner who does not work in its organization; choose one of"
                    + " assignableOwners(...)");
        }
    }
}
