package org.clientele.door;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.journal.Change;
import org.clientele.journal.ChangeSet;
import org.clientele.journal.Delta;
import org.clientele.journal.JournalEntry;
import org.clientele.journal.Told;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.store.Records;
import org.jspecify.annotations.Nullable;

/**
 * Tells what happened as far as an actor may see it today. A record that is there shows its past as it shows itself: to who
 * may view it, without what is hidden. Of a record that is gone only the journal can say who may: who may view the entry.
 * The store is asked about many records at once.
 */
final class Hindsight {

    private static final int AT_ONCE = 512;

    private final Guard guard;
    private final Mask mask;
    private final Narrowing narrowing;
    private final Records stored;

    Hindsight(Guard guard, Mask mask, Narrowing narrowing, Records stored) {
        this.guard = guard;
        this.mask = mask;
        this.narrowing = narrowing;
        this.stored = stored;
    }

    /** The change sets in their order, with the changes that are shown; those of which nothing is shown are left out. */
    List<ChangeSet> over(List<List<Told>> sets) {
        Map<UUID, Glimpse> there = there(sets);
        Set<UUID> open = open(sets, there);
        List<ChangeSet> shown = new ArrayList<>();
        for (List<Told> set : sets) {
            List<Change> changes = new ArrayList<>();
            for (Told told : set) {
                boolean isOpen = open.contains(told.entry().getId());
                told.changes().forEach(change -> shown(change, there, isOpen).ifPresent(changes::add));
            }
            if (!changes.isEmpty()) {
                shown.add(set.get(0).entry().changeSet(changes));
            }
        }
        return shown;
    }

    private Optional<Change> shown(Change change, Map<UUID, Glimpse> there, boolean isOpen) {
        if (guard.actor().isSystem()) {
            return Optional.of(change);
        }
        Glimpse glimpse = there.get(change.record().id());
        if (glimpse == null) {
            return Optional.of(change).filter(gone -> isOpen);
        }
        return glimpse.isShown() ? over(change, glimpse) : Optional.empty();
    }

    private static Optional<Change> over(Change change, Glimpse glimpse) {
        if (glimpse.hidden().isEmpty()) {
            return Optional.of(change);
        }
        List<Delta> deltas = change.deltas().stream()
                .filter(delta -> !glimpse.hidden().contains(delta.property()))
                .toList();
        return deltas.isEmpty() && change.action() == Change.Action.UPDATE
                ? Optional.empty()
                : Optional.of(new Change(change.action(), change.record(), glimpse.name(), deltas, change.followed()));
    }

    /** What is seen of those records that are there. */
    private Map<UUID, Glimpse> there(List<List<Told>> sets) {
        Map<UUID, Glimpse> there = new HashMap<>();
        if (!guard.actor().isSystem()) {
            Map<String, Set<UUID>> byType = new LinkedHashMap<>();
            changes(sets)
                    .map(Change::record)
                    .forEach(record -> byType.computeIfAbsent(record.type(), name -> new LinkedHashSet<>())
                            .add(record.id()));
            byType.forEach((name, ids) -> stored.schema().types().stream()
                    .filter(type -> type.name().equals(name))
                    .forEach(type -> there.putAll(there(type, List.copyOf(ids)))));
        }
        return there;
    }

    private static Stream<Change> changes(List<List<Told>> sets) {
        return sets.stream().flatMap(List::stream).flatMap(told -> told.changes().stream());
    }

    /** What is seen of those of these records of a type that are there. */
    <R extends CrmRecord> Map<UUID, Glimpse> there(EntityType<R> type, List<UUID> ids) {
        Map<UUID, Glimpse> there = new HashMap<>();
        Criterion<R> view = guard.view(type);
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            Set<UUID> some = new HashSet<>(ids.subList(from, Math.min(from + AT_ONCE, ids.size())));
            Criterion<CrmRecord> among = new Criterion.OneOf<>(CrmRecord.ID, some);
            each(type, Query.of(among), id -> there.put(id, Glimpse.NONE));
            Set<UUID> shown = new LinkedHashSet<>();
            each(type, Query.<R>of(among).and(view), shown::add);
            shown.forEach(id -> there.put(id, Glimpse.ALL));
            if (!narrowing.hideable(type).isEmpty()) {
                stored.findAll(type, shown).forEach(record -> there.put(record.getId(), glimpse(record)));
            }
        }
        return there;
    }

    private <R extends CrmRecord> void each(EntityType<R> type, Query<R> query, Consumer<UUID> consumer) {
        try (Stream<List<@Nullable Object>> ids = stored.values(type, query, List.of(CrmRecord.ID))) {
            ids.forEach(row -> consumer.accept((UUID) row.get(0)));
        }
    }

    private <R extends CrmRecord> Glimpse glimpse(R record) {
        Set<String> hidden = mask.hidden(record);
        return hidden.isEmpty()
                ? Glimpse.ALL
                : new Glimpse(true, hidden, stored.schema().typeOf(record).nameOf(mask.over(record)));
    }

    /** The entries that tell of records which are gone, and that the actor may view as they are. */
    private Set<UUID> open(List<List<Told>> sets, Map<UUID, Glimpse> there) {
        List<JournalEntry> entries = sets.stream()
                .flatMap(List::stream)
                .filter(told -> told.changes().stream()
                        .anyMatch(change -> !there.containsKey(change.record().id())))
                .map(Told::entry)
                .toList();
        return open(entries);
    }

    /** Those of these entries, by identity, that the actor may view as they are. */
    Set<UUID> open(List<JournalEntry> entries) {
        Set<UUID> open = new HashSet<>();
        new Sight(guard, stored)
                .of(JournalEntry.TYPE, entries).stream()
                        .filter(entry -> mask.hidden(entry).isEmpty())
                        .forEach(entry -> open.add(entry.getId()));
        return open;
    }
}
