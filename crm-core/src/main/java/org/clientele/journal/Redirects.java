package org.clientele.journal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.clientele.criteria.Query;
import org.clientele.store.Records;

/** Finds the records that stand for merged ones, through any number of merges. For one transaction. */
public final class Redirects {

    private final Records records;

    /** Redirects among records that nothing guards. */
    public Redirects(Records records) {
        this.records = records;
    }

    /** For each of these identities the one of the record that stands for it; those that were never merged away are left out. */
    public Map<UUID, UUID> survivors(Collection<UUID> ids) {
        Map<UUID, UUID> steps = new HashMap<>();
        Set<UUID> asked = new HashSet<>();
        Set<UUID> asking = new HashSet<>(ids);
        while (!asking.isEmpty()) {
            asked.addAll(asking);
            Map<UUID, UUID> further = steps(asking);
            steps.putAll(further);
            asking = new HashSet<>(further.values());
            asking.removeAll(asked);
        }
        Map<UUID, UUID> survivors = new HashMap<>();
        ids.stream().filter(steps::containsKey).forEach(id -> survivors.put(id, last(id, steps)));
        return survivors;
    }

    private Map<UUID, UUID> steps(Set<UUID> ids) {
        Map<UUID, UUID> steps = new HashMap<>();
        records.values(
                        Redirect.TYPE,
                        Query.<Redirect>of(Redirect.RECORD_ID.in(ids)),
                        List.of(Redirect.RECORD_ID, Redirect.SURVIVOR_ID))
                .forEach(row -> steps.put(
                        (UUID) Objects.requireNonNull(row.get(0)), (UUID) Objects.requireNonNull(row.get(1))));
        return steps;
    }

    private static UUID last(UUID from, Map<UUID, UUID> steps) {
        Set<UUID> passed = new HashSet<>();
        UUID at = from;
        while (steps.containsKey(at) && passed.add(at)) {
            at = Objects.requireNonNull(steps.get(at));
        }
        return at;
    }

    /** The redirects that the merge of one plan has made from these records. */
    public List<Redirect> of(UUID plan, Collection<UUID> from) {
        return records.select(
                        Redirect.TYPE,
                        Query.<Redirect>of(
                                Redirect.RECORD_ID.in(Set.copyOf(from)).and(Redirect.PLAN.is(plan))))
                .toList();
    }
}
