package org.clientele.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.clientele.access.AccessDeniedException;
import org.clientele.access.Share;
import org.clientele.criteria.Criterion;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Reference;
import org.clientele.property.ReferenceSetProperty;
import org.clientele.store.Pointing;
import org.clientele.store.Records;
import org.clientele.view.WholeAccount.Pointed;

/**
 * Counts the records that point to some others, wherever the schema says that records can point to such: references of every
 * type that somebody owns, a host's included; parts of other records, shares and what the CRM notes of itself are left out. One
 * statement for all of them, and one for each record and set of references, of which the library has none.
 */
final class References {

    private final Map<UUID, EntityType<?>> types;
    private final Records records;
    private final Map<Reference<?>, Set<UUID>> references = new LinkedHashMap<>();

    /**
     * References to some records.
     *
     * @param types their very types, by their identities
     */
    References(Map<UUID, EntityType<?>> types, Records records) {
        this.types = types;
        this.records = records;
        types.forEach((id, type) -> records.schema().referencesTo(type).stream()
                .filter(References::isOfInterest)
                .forEach(reference -> references
                        .computeIfAbsent(reference, newReference -> new LinkedHashSet<>())
                        .add(id)));
    }

    private static boolean isOfInterest(Reference<?> reference) {
        return reference.type().ownership().isPresent() && reference.type() != Share.TYPE;
    }

    /** For each record the counts, in the order of the schema. */
    Map<UUID, List<Pointed<?>>> counted() {
        Map<Reference<?>, Map<UUID, Long>> counts = counts();
        Map<UUID, List<Pointed<?>>> counted = new HashMap<>();
        references.forEach((reference, ids) -> ids.forEach(id -> counted.computeIfAbsent(
                        id, sameId -> new ArrayList<>())
                .add(pointed(
                        reference, id, counts.getOrDefault(reference, Map.of()).getOrDefault(id, 0L)))));
        return counted;
    }

    private <R extends CrmRecord> Pointed<R> pointed(Reference<R> reference, UUID id, long count) {
        return new Pointed<>(reference.type(), reference.property(), count, to(reference, Set.of(id)));
    }

    private <R extends CrmRecord> Criterion<R> to(Reference<R> reference, Set<UUID> ids) {
        Map<EntityType<?>, Set<UUID>> byType = new LinkedHashMap<>();
        ids.forEach(id -> byType.computeIfAbsent(types.get(id), type -> new LinkedHashSet<>())
                .add(id));
        List<Criterion<? super R>> any = new ArrayList<>();
        byType.forEach((type, same) -> any.add(reference.pointsTo(type, same)));
        return any.size() == 1 ? narrow(any.get(0)) : new Criterion.Any<>(any);
    }

    @SuppressWarnings("unchecked") // it was made for this type
    private static <R> Criterion<R> narrow(Criterion<? super R> one) {
        return (Criterion<R>) one;
    }

    private Map<Reference<?>, Map<UUID, Long>> counts() {
        Map<Reference<?>, Map<UUID, Long>> counts = new HashMap<>();
        List<Reference<?>> single = new ArrayList<>();
        references.forEach((reference, ids) -> {
            if (reference.property() instanceof ReferenceSetProperty<?, ?>) {
                counts.put(reference, oneByOne(reference, ids));
            } else {
                single.add(reference);
            }
        });
        try {
            List<Map<UUID, Long>> found = records.pointing(
                    single.stream().<Pointing<?>>map(this::pointing).toList());
            for (int i = 0; i < single.size(); i++) {
                counts.put(single.get(i), found.get(i));
            }
        } catch (AccessDeniedException hidden) {
            single.forEach(reference -> counts.put(reference, oneByOne(reference, targets(reference))));
        }
        return counts;
    }

    private <R extends CrmRecord> Pointing<R> pointing(Reference<R> reference) {
        return new Pointing<>(reference.type(), reference.property(), to(reference, targets(reference)));
    }

    private Set<UUID> targets(Reference<?> reference) {
        return references.getOrDefault(reference, Set.of());
    }

    private <R extends CrmRecord> Map<UUID, Long> oneByOne(Reference<R> reference, Set<UUID> ids) {
        Map<UUID, Long> counts = new HashMap<>();
        ids.forEach(id -> counts.put(id, records.count(reference.type(), to(reference, Set.of(id)))));
        return counts;
    }
}
