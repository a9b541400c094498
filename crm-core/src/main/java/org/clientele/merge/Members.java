package org.clientele.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clientele.access.AccessDecision;
import org.clientele.access.Capability;
import org.clientele.access.Permission;
import org.clientele.door.Door;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.Property;
import org.clientele.store.RecordNotFoundException;
import org.clientele.value.AnyRef;

/** The records of a merge as they are stored, as far as the actor may see them, and what is wrong with their choice. */
final class Members<R extends CrmRecord> {

    private final Door door;
    private final MergeRequest<R> request;
    private final Map<UUID, R> found = new LinkedHashMap<>();

    Members(Door door, MergeRequest<R> request) {
        this.door = door;
        this.request = request;
        door.schema().type(request.type().recordClass());
        door.findAll(request.type(), ids()).forEach(record -> found.put(record.getId(), record));
    }

    private Set<UUID> ids() {
        Set<UUID> ids = new LinkedHashSet<>();
        ids.add(request.master());
        ids.addAll(request.absorbed());
        return ids;
    }

    Optional<R> master() {
        return Optional.ofNullable(found.get(request.master()));
    }

    /** The absorbed that were found, by identity, which is the order of their creation. */
    List<R> absorbed() {
        return found.values().stream()
                .filter(record -> !record.getId().equals(request.master()))
                .toList();
    }

    MergeMember masterMember() {
        return member(request.master());
    }

    List<MergeMember> absorbedMembers() {
        return ids().stream().skip(1).map(this::member).toList();
    }

    private MergeMember member(UUID id) {
        R record = found.get(id);
        if (record == null) {
            return new MergeMember(new AnyRef(request.type().name(), id), id.toString(), null);
        }
        EntityType<R> type = door.schema().typeOf(record);
        return new MergeMember(new AnyRef(type.name(), id), type.nameOf(record), record.getVersion());
    }

    /** Why no merge can be made of these records, whatever they hold. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        Set<UUID> ids = ids();
        if (ids.size() < 2) {
            faults.add("a merge takes at least two records, and there is only one; absorb another one");
        }
        if (ids.size() < request.absorbed().size() + 1) {
            faults.add("a record takes part in the merge twice; name each record once");
        }
        ids.stream()
                .filter(id -> !found.containsKey(id))
                .forEach(id -> faults.add(new RecordNotFoundException(request.type(), id).getMessage()));
        found.values().forEach(record -> addHidden(record, faults));
        master().ifPresent(master -> addFaults(door.schema().typeOf(master), faults));
        return faults;
    }

    private void addHidden(R record, List<String> faults) {
        Set<String> hidden = door.hidden(door.schema().typeOf(record), record.getId());
        if (!hidden.isEmpty()) {
            faults.add(door.schema().nameOf(record) + " does not show you its " + String.join(", ", hidden)
                    + ", which a merge would lose or disclose; let somebody merge who may see all of it");
        }
    }

    private void addFaults(EntityType<R> type, List<String> faults) {
        absorbed().stream()
                .filter(record -> door.schema().typeOf(record) != type)
                .forEach(record -> faults.add(door.schema().nameOf(record) + " is no " + type
                        + " as the master is; merge records of one type"));
        addKindFaults(type, faults);
        List<Property<? super R, ?>> properties = door.schema().properties(type);
        request.sources().forEach((property, source) -> {
            if (!properties.contains(property)) {
                faults.add(type + " has no property " + property + " in this CRM; leave it out or define it");
            }
            if (source instanceof MergeSource.OneRecord one && !ids().contains(one.record())) {
                faults.add(property + " is to come from " + one.record()
                        + ", which takes no part in the merge; choose one of its records");
            }
        });
    }

    private void addKindFaults(EntityType<R> type, List<String> faults) {
        new Kinds(request.kept(), door.schema())
                .unrelated(type)
                .forEach(kind -> faults.add(
                        kind + " records do not point to any " + type + "; leave the kind out of the choices"));
        request.kept().forEach((kind, from) -> {
            if (!ids().contains(from)) {
                faults.add("every " + kind + " is to be kept of " + from
                        + ", which takes no part in the merge; choose one of its records");
            }
        });
    }

    /** What the actor may not: the capability, to change the master, to delete the others. */
    List<String> denials() {
        List<AccessDecision> decisions = new ArrayList<>();
        decisions.add(door.decide(Capability.MERGE));
        master().ifPresent(master -> decisions.add(decide(Permission.EDIT, master)));
        absorbed().forEach(record -> decisions.add(decide(Permission.DELETE, record)));
        return decisions.stream()
                .filter(decision -> !decision.granted())
                .map(AccessDecision::sentence)
                .toList();
    }

    private AccessDecision decide(Permission permission, R record) {
        return door.decide(permission, door.schema().typeOf(record), record);
    }
}
