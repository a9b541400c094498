package org.clientele.tag;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.clientele.access.AccessDeniedException;
import org.clientele.door.Door;
import org.clientele.door.Outlook;
import org.clientele.model.CrmRecord;
import org.clientele.model.InvalidRecordException;
import org.clientele.model.Violation;
import org.clientele.store.Write;

/**
 * Changes many records, some at a time and all or none: where they are more than one write takes, it is looked first what
 * speaks against any of them. Of what is held meanwhile there are the identities, and the records of one write.
 */
final class SomeAtATime {

    private static final int CHUNK = 500;

    private final Door door;
    private final List<Part<?>> parts = new ArrayList<>();
    private final Map<String, Long> changed = new TreeMap<>();

    SomeAtATime(Door door) {
        this.door = door;
    }

    /** Some records of one type, and what is done with each. */
    private record Part<R extends CrmRecord>(Taggable<R> taggable, List<UUID> ids, Consumer<R> change) {

        List<Write<?>> writes(Door door) {
            List<Write<?>> writes = new ArrayList<>(ids.size());
            for (R record : door.findAll(taggable.type(), ids)) {
                R after = taggable.type().copy(record);
                change.accept(after);
                if (!taggable.of(after).equals(taggable.of(record))) {
                    writes.add(new Write.Update<>(taggable.type(), record, after));
                }
            }
            return writes;
        }
    }

    /** Takes in what is to become of records of a type; what the change leaves as it is will not be written. */
    <R extends CrmRecord> void add(Taggable<R> taggable, List<UUID> ids, Consumer<R> change) {
        for (int from = 0; from < ids.size(); from += CHUNK) {
            parts.add(new Part<>(taggable, ids.subList(from, Math.min(from + CHUNK, ids.size())), change));
        }
    }

    /**
     * Changes all of them, and says how many of each type.
     *
     * @throws AccessDeniedException when the actor may not change one of them; every denial is told
     * @throws InvalidRecordException when one of them breaks a rule; every violation is told
     */
    Map<String, Long> run() {
        List<List<Part<?>>> batches = batches();
        if (batches.size() > 1) {
            requireAll(batches);
        }
        batches.forEach(this::write);
        return changed;
    }

    /** The parts, joined to as much as one write takes. */
    private List<List<Part<?>>> batches() {
        List<List<Part<?>>> batches = new ArrayList<>();
        int room = 0;
        for (Part<?> part : parts) {
            if (batches.isEmpty() || part.ids.size() > room) {
                batches.add(new ArrayList<>());
                room = CHUNK;
            }
            batches.get(batches.size() - 1).add(part);
            room -= part.ids.size();
        }
        return batches;
    }

    private List<Write<?>> writes(List<Part<?>> batch) {
        return batch.stream()
                .<Write<?>>flatMap(part -> part.writes(door).stream())
                .toList();
    }

    private void requireAll(List<List<Part<?>>> batches) {
        Set<String> denials = new LinkedHashSet<>();
        Set<Violation> violations = new LinkedHashSet<>();
        for (List<Part<?>> batch : batches) {
            Outlook outlook = door.outlook(writes(batch), List.of());
            denials.addAll(outlook.denials());
            violations.addAll(outlook.violations());
        }
        if (!denials.isEmpty()) {
            throw new AccessDeniedException(String.join("\n", denials));
        } else if (!violations.isEmpty()) {
            throw new InvalidRecordException(List.copyOf(violations));
        }
    }

    private void write(List<Part<?>> batch) {
        List<Write<?>> writes = writes(batch);
        writes.forEach(write -> changed.merge(write.type().name(), 1L, Long::sum));
        door.write(writes);
    }
}
