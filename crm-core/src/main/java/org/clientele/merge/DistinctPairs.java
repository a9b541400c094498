package org.clientele.merge;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.door.Door;
import org.clientele.journal.Redirect;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.store.Records;
import org.clientele.store.Write;
import org.clientele.value.AnyRef;
import org.jspecify.annotations.Nullable;

/**
 * The pairs of records that are known not to be the same, within one transaction. What is written here follows of itself
 * from what the actor was allowed to do, such as to take a merge back: whoever calls asks for the permission.
 */
public final class DistinctPairs {

    private static final int AT_A_TIME = 500;
    private static final int MOST_PAIRED = 20;

    private final Door door;
    private final Records all;

    public DistinctPairs(Door door) {
        this.door = door;
        this.all = door.consequences();
    }

    /**
     * Notes that two stored records of a type are not the same; nothing new when that is noted already.
     *
     * @param type the very type of both records
     */
    public void mark(EntityType<?> type, UUID one, UUID other) {
        mark(List.of(pair(type, one, other)));
    }

    /**
     * Notes that records which were merged and part again are not the same: each and the one that it was merged into, and among
     * not too many also each and every other, as far as they are there.
     *
     * @param merged the redirects that the merge had made
     */
    public void markParted(List<Redirect> merged) {
        List<DistinctPair> pairs = new ArrayList<>();
        for (Redirect redirect : merged) {
            EntityType<?> type = door.schema().type(String.valueOf(Redirect.RECORD_TYPE.get(redirect)));
            UUID parted = Objects.requireNonNull(Redirect.RECORD_ID.get(redirect));
            pairs.add(pair(type, parted, Objects.requireNonNull(Redirect.SURVIVOR_ID.get(redirect))));
            for (Redirect other : merged.size() > MOST_PAIRED ? List.<Redirect>of() : merged) {
                UUID second = Objects.requireNonNull(Redirect.RECORD_ID.get(other));
                if (parted.compareTo(second) < 0) {
                    pairs.add(pair(type, parted, second));
                }
            }
        }
        Set<UUID> there = there(merged);
        pairs.removeIf(pair -> !there.contains(id(pair.getOne())) || !there.contains(id(pair.getOther())));
        mark(pairs);
    }

    /** A record that came back by another undo may be gone since. */
    private Set<UUID> there(List<Redirect> merged) {
        Map<EntityType<?>, Set<UUID>> sought = new LinkedHashMap<>();
        merged.forEach(redirect -> sought.computeIfAbsent(
                        door.schema().type(String.valueOf(Redirect.RECORD_TYPE.get(redirect))),
                        type -> new LinkedHashSet<>())
                .addAll(List.of(
                        Objects.requireNonNull(Redirect.RECORD_ID.get(redirect)),
                        Objects.requireNonNull(Redirect.SURVIVOR_ID.get(redirect)))));
        Set<UUID> there = new HashSet<>();
        sought.forEach((type, ids) -> all.findAll(type, ids).forEach(record -> there.add(record.getId())));
        return there;
    }

    private static UUID id(@Nullable AnyRef ref) {
        return Objects.requireNonNull(ref).id();
    }

    /** Looks at once for those that are noted already, and writes the others at once. */
    private void mark(List<DistinctPair> pairs) {
        Map<List<@Nullable AnyRef>, DistinctPair> missing = new LinkedHashMap<>();
        pairs.forEach(pair -> missing.putIfAbsent(both(pair), pair));
        for (int from = 0; from < pairs.size(); from += AT_A_TIME) {
            stored(pairs.subList(from, Math.min(from + AT_A_TIME, pairs.size())))
                    .forEach(pair -> missing.remove(both(pair)));
        }
        if (!missing.isEmpty()) {
            all.write(missing.values().stream()
                    .map(pair -> new Write.Insert<>(DistinctPair.TYPE, pair))
                    .toList());
        }
    }

    private static List<@Nullable AnyRef> both(DistinctPair pair) {
        return Arrays.asList(pair.getOne(), pair.getOther());
    }

    /** Forgets that two records of a type are not the same; nothing when that is not noted. */
    public void unmark(EntityType<?> type, UUID one, UUID other) {
        List<Write.Delete<DistinctPair>> deletions = stored(List.of(pair(type, one, other))).stream()
                .map(pair -> new Write.Delete<>(DistinctPair.TYPE, pair))
                .toList();
        if (!deletions.isEmpty()) {
            all.write(deletions);
        }
    }

    private static DistinctPair pair(EntityType<?> type, UUID one, UUID other) {
        return DistinctPair.of(new AnyRef(type.name(), one), new AnyRef(type.name(), other));
    }

    /** These pairs as they are stored, and maybe others of the same records; two who note the same at the same time both do. */
    private List<DistinctPair> stored(List<DistinctPair> pairs) {
        Criterion<DistinctPair> among = new Criterion.All<>(List.of(
                new Criterion.OneOf<>(DistinctPair.ONE, refs(pairs, DistinctPair::getOne)),
                new Criterion.OneOf<>(DistinctPair.OTHER, refs(pairs, DistinctPair::getOther))));
        return all.select(DistinctPair.TYPE, Query.of(among)).toList();
    }

    private static Set<AnyRef> refs(List<DistinctPair> pairs, Function<DistinctPair, @Nullable AnyRef> end) {
        return pairs.stream().map(end).filter(Objects::nonNull).collect(toSet());
    }

    /** The pairs of records of a type, and of types that extend it, of which the actor may see both; by age. */
    public <R extends CrmRecord> List<DistinctPair> seen(EntityType<R> type) {
        List<String> kinds = door.schema()
                .typesBelow(type.recordClass())
                .map(EntityType::name)
                .toList();
        List<DistinctPair> pairs = all.select(DistinctPair.TYPE, Query.of(DistinctPair.KIND.in(kinds)))
                .toList();
        Set<UUID> seen = seen(type, pairs);
        return pairs.stream()
                .filter(pair -> isAmong(seen, pair.getOne()) && isAmong(seen, pair.getOther()))
                .toList();
    }

    private static boolean isAmong(Set<UUID> seen, @Nullable AnyRef ref) {
        return ref != null && seen.contains(ref.id());
    }

    private <R extends CrmRecord> Set<UUID> seen(EntityType<R> type, List<DistinctPair> pairs) {
        List<UUID> ids = pairs.stream()
                .flatMap(pair -> Stream.of(pair.getOne(), pair.getOther()))
                .map(AnyRef::id)
                .distinct()
                .toList();
        Set<UUID> seen = new HashSet<>();
        for (int from = 0; from < ids.size(); from += AT_A_TIME) {
            Set<UUID> some = Set.copyOf(new ArrayList<>(ids.subList(from, Math.min(from + AT_A_TIME, ids.size()))));
            Criterion<CrmRecord> among = new Criterion.OneOf<>(CrmRecord.ID, some);
            try (Stream<List<@Nullable Object>> shown = door.values(type, Query.of(among), List.of(CrmRecord.ID))) {
                shown.forEach(row -> seen.add((UUID) row.get(0)));
            }
        }
        return seen;
    }
}
