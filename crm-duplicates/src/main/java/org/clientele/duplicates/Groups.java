package org.clientele.duplicates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.clientele.model.CrmRecord;
import org.jspecify.annotations.Nullable;

/**
 * Joins pairs to groups, the surest first, so that no group has two records that are known to be distinct: what would bring
 * such two together stays a pair of its own.
 */
final class Groups<R extends CrmRecord> {

    private final Map<UUID, Set<UUID>> distinct = new HashMap<>();
    private final Map<UUID, Set<UUID>> groupOf = new HashMap<>();
    private final Map<UUID, Candidate<R>> candidates = new HashMap<>();

    Groups(Iterable<Twins> known) {
        for (Twins twins : known) {
            distinct.computeIfAbsent(twins.one(), id -> new HashSet<>()).add(twins.other());
            distinct.computeIfAbsent(twins.other(), id -> new HashSet<>()).add(twins.one());
        }
    }

    /** The groups of these pairs, in the order of their first pairs. */
    List<DuplicateGroup<R>> of(List<DuplicatePair<R>> pairs) {
        pairs.forEach(this::join);
        Map<UUID, List<DuplicatePair<R>>> connecting = new LinkedHashMap<>();
        for (DuplicatePair<R> pair : pairs) {
            Set<UUID> group = group(pair.one());
            if (group.contains(pair.other().ref().id())) {
                connecting
                        .computeIfAbsent(group.iterator().next(), first -> new ArrayList<>())
                        .add(pair);
            }
        }
        List<DuplicateGroup<R>> groups = new ArrayList<>();
        connecting.forEach((first, own) -> groups.add(new DuplicateGroup<>(members(groupOf.get(first)), own)));
        return groups;
    }

    private void join(DuplicatePair<R> pair) {
        Set<UUID> one = group(pair.one());
        Set<UUID> other = group(pair.other());
        Set<UUID> smaller = one.size() < other.size() ? one : other;
        Set<UUID> larger = smaller == one ? other : one;
        if (one != other && smaller.stream().noneMatch(id -> isDistinct(id, larger))) {
            larger.addAll(smaller);
            smaller.forEach(id -> groupOf.put(id, larger));
        }
    }

    private Set<UUID> group(Candidate<R> candidate) {
        UUID id = candidate.ref().id();
        candidates.putIfAbsent(id, candidate);
        return groupOf.computeIfAbsent(id, any -> new LinkedHashSet<>(Set.of(id)));
    }

    private boolean isDistinct(UUID id, Set<UUID> others) {
        return distinct.getOrDefault(id, Set.of()).stream().anyMatch(others::contains);
    }

    private List<Candidate<R>> members(@Nullable Set<UUID> ids) {
        List<Candidate<R>> members = new ArrayList<>();
        (ids == null ? Set.<UUID>of() : ids).forEach(id -> {
            Candidate<R> member = candidates.get(id);
            if (member != null) {
                members.add(member);
            }
        });
        members.sort(Candidate.mostComplete());
        return members;
    }
}
