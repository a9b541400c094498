package org.clientele.merge;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Reference;
import org.clientele.property.Property;
import org.clientele.store.Records;
import org.clientele.store.Write;
import org.clientele.value.AnyRef;
import org.clientele.value.Ref;

/** Finds records that a merge would make the same as others, where no two may be ({@link EntityType#distinctions()}). */
final class Doubles {

    private static final int AT_A_TIME = 500;

    private final Records stored;
    private final Map<UUID, String> reasons = new LinkedHashMap<>();

    private Doubles(Records stored) {
        this.stored = stored;
    }

    /**
     * The records that can not be as these updates would make them, each with the reason. What points to the master already
     * stays, and of several that come to it the one that pointed to the oldest of the absorbed: then it is no matter which of
     * them are merged first.
     */
    static Map<UUID, String> among(Collection<Write.Update<?>> updates, Records stored) {
        Map<EntityType<?>, List<Write.Update<?>>> byType = new LinkedHashMap<>();
        updates.stream()
                .sorted(Comparator.comparing(update -> update.record().getId()))
                .forEach(update -> byType.computeIfAbsent(update.type(), type -> new ArrayList<>())
                        .add(update));
        Doubles doubles = new Doubles(stored);
        byType.forEach(doubles::look);
        return doubles.reasons;
    }

    @SuppressWarnings("unchecked") // the updates are of this type
    private <H extends CrmRecord> void look(EntityType<H> type, List<Write.Update<?>> updates) {
        List<Write.Update<H>> own = (List<Write.Update<H>>) (List<?>) updates;
        type.distinctions().forEach(together -> look(type, together, own));
    }

    private <H extends CrmRecord> void look(
            EntityType<H> type, List<Property<? super H, ?>> together, List<Write.Update<H>> updates) {
        Set<UUID> moving = new HashSet<>();
        updates.forEach(update -> moving.add(update.record().getId()));
        Map<List<Object>, UUID> taken = new HashMap<>();
        List<Write.Update<H>> changed = new ArrayList<>();
        for (Write.Update<H> update : updates) {
            Optional<List<Object>> before = key(together, update.before());
            Optional<List<Object>> after = key(together, update.after());
            if (after.isPresent() && before.equals(after)) {
                taken.put(after.get(), update.record().getId());
            } else if (after.isPresent()) {
                changed.add(update);
            }
        }
        changed.sort(Comparator.comparing(update -> former(together, update)));
        for (int from = 0; from < changed.size(); from += AT_A_TIME) {
            List<Write.Update<H>> some = changed.subList(from, Math.min(from + AT_A_TIME, changed.size()));
            stored.select(type, Query.of(alike(together, some)))
                    .filter(other -> !moving.contains(other.getId()))
                    .forEach(other -> key(together, other).ifPresent(key -> taken.put(key, other.getId())));
        }
        for (Write.Update<H> update : changed) {
            UUID id = update.record().getId();
            boolean isDouble = !reasons.containsKey(id)
                    && taken.putIfAbsent(key(together, update.after()).orElseThrow(), id) != null;
            if (isDouble) {
                reasons.put(id, reason(type, together));
            }
        }
    }

    /** To which of the absorbed the record pointed. */
    private static <H extends CrmRecord> UUID former(List<Property<? super H, ?>> together, Write.Update<H> update) {
        for (Property<? super H, ?> property : together) {
            Object before = property.get(update.before());
            if (update.changes(property) && (before instanceof AnyRef || before instanceof Ref<?>)) {
                return Reference.id(before);
            }
        }
        return update.record().getId();
    }

    /** The values by which a record is told apart; empty when it lacks one, and is free. */
    private static <H> Optional<List<Object>> key(List<Property<? super H, ?>> together, H record) {
        List<Object> key = new ArrayList<>();
        for (Property<? super H, ?> property : together) {
            Object value = property.get(record);
            if (value == null) {
                return Optional.empty();
            }
            key.add(value);
        }
        return Optional.of(key);
    }

    /** True of every record that has the key of one of these updates, and perhaps of others. */
    private static <H extends CrmRecord> Criterion<H> alike(
            List<Property<? super H, ?>> together, List<Write.Update<H>> updates) {
        List<Criterion<? super H>> parts = new ArrayList<>();
        for (Property<? super H, ?> property : together) {
            parts.add(valuesOf(property, updates));
        }
        return new Criterion.All<>(parts);
    }

    @SuppressWarnings("unchecked") // a property of a type above is one of the type's own
    private static <H extends CrmRecord, V> Criterion<H> valuesOf(
            Property<? super H, V> inherited, List<Write.Update<H>> updates) {
        Property<H, V> property = (Property<H, V>) inherited;
        Set<V> values = new LinkedHashSet<>();
        for (Write.Update<H> update : updates) {
            V value = property.get(update.after());
            if (value != null) {
                values.add(value);
            }
        }
        return new Criterion.OneOf<>(property, values);
    }

    /** Why a record goes. */
    static <H> String reason(EntityType<?> type, List<Property<? super H, ?>> together) {
        return "another " + type + " of the master has the same "
                + together.stream().map(Property::name).collect(joining(" and ")) + ", and no two may";
    }
}
