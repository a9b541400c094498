package org.clientele.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.criteria.Sort;
import org.clientele.model.CrmRecord;
import org.clientele.store.Aggregation;
import org.clientele.store.Group;
import org.clientele.store.Measure;
import org.clientele.store.Records;
import org.jspecify.annotations.Nullable;

/**
 * Goes back through the journal, the newest change set first, some at a time: it holds no more than those, however long the
 * journal is. A change set has its place where the first of the entries lies that were asked for. For one thread; each step
 * may be a transaction of its own, as what is added meanwhile lies behind.
 */
public final class Chronicle {

    private static final int FIRST_STRIDE = 64;
    private static final int LONGEST_STRIDE = 8192;
    private static final int MOST_SETS = 100;
    private static final int MOST_CHANGES = 1000;

    private final Scope scope;
    private final Deque<UUID> ahead = new ArrayDeque<>();
    private final Map<UUID, Long> weights = new HashMap<>();
    private int stride = FIRST_STRIDE;
    private @Nullable UUID below;
    private boolean hasBegun;
    private boolean hasSeenAll;

    /** At the newest of the changes asked for. */
    public Chronicle(Scope scope) {
        this.scope = scope;
    }

    /** Whether nothing older is left. */
    public boolean isOver() {
        return hasSeenAll && ahead.isEmpty();
    }

    /**
     * The next change sets, the newest first, each as its entries, the oldest first: some hundred changes, or one change set
     * that has more. Fewer or none need not be the end.
     *
     * @throws IllegalArgumentException when it is to begin at a change set that is not there
     */
    public List<List<Told>> next(Records records) {
        if (!hasBegun) {
            below = beginning(records);
            hasBegun = true;
        }
        while (ahead.isEmpty() && !hasSeenAll) {
            walk(records);
        }
        return read(batch(), records);
    }

    private @Nullable UUID beginning(Records records) {
        UUID before = scope.before();
        if (before == null) {
            return null;
        }
        Criterion<JournalEntry> set = JournalEntry.CHANGE_SET.is(before);
        UUID asked = first(scope.where().and(set), records);
        UUID first = asked == null ? first(set, records) : asked;
        if (first == null) {
            throw new IllegalArgumentException(
                    "change set " + before + " is not in the journal; go on from one that a history gave");
        }
        return first;
    }

    private static @Nullable UUID first(Criterion<JournalEntry> where, Records records) {
        return rows(Query.<JournalEntry>of(where).stretch(0, 1), List.of(CrmRecord.ID), records).stream()
                .map(row -> (UUID) row.get(0))
                .findFirst()
                .orElse(null);
    }

    private static List<List<@Nullable Object>> rows(
            Query<JournalEntry> query, List<Attribute<? super JournalEntry, ?>> attributes, Records records) {
        try (Stream<List<@Nullable Object>> rows = records.values(JournalEntry.TYPE, query, attributes)) {
            return rows.toList();
        }
    }

    /** Looks at the next entries, and finds the change sets that have their place among them. */
    private void walk(Records records) {
        Criterion<JournalEntry> where =
                older(scope.isOfWholeSets() ? scope.where().and(JournalEntry.POSITION.is(0)) : scope.where());
        Query<JournalEntry> query = Query.<JournalEntry>of(where)
                .orderedBy(List.of(new Sort<>(CrmRecord.ID, false)))
                .stretch(0, stride);
        Map<UUID, Object> places = new LinkedHashMap<>();
        List<List<@Nullable Object>> rows =
                rows(query, List.of(CrmRecord.ID, JournalEntry.CHANGE_SET, JournalEntry.POSITION), records);
        for (List<@Nullable Object> row : rows) {
            UUID set = (UUID) row.get(1);
            places.remove(set);
            places.put(set, row.get(2));
            below = (UUID) row.get(0);
        }
        hasSeenAll = rows.size() < stride;
        stride = Math.min(2 * stride, LONGEST_STRIDE);
        if (!hasSeenAll) {
            Set<UUID> perhapsMore = new HashSet<>();
            places.forEach((set, position) -> {
                if (!Integer.valueOf(0).equals(position)) {
                    perhapsMore.add(set);
                }
            });
            places.keySet()
                    .removeAll(
                            weights(older(scope.where()), perhapsMore, records).keySet());
        }
        weights.putAll(weights(scope.where(), places.keySet(), records));
        ahead.addAll(places.keySet());
    }

    private Criterion<JournalEntry> older(Criterion<JournalEntry> where) {
        return below == null ? where : where.and(new Criterion.Ordered<>(CrmRecord.ID, Criterion.Operator.LESS, below));
    }

    /** How much each change set has to tell, of those that have anything. */
    private Map<UUID, Long> weights(Criterion<JournalEntry> where, Set<UUID> sets, Records records) {
        Map<UUID, Long> found = new HashMap<>();
        if (sets.isEmpty()) {
            return found;
        }
        Aggregation<JournalEntry> bySet = new Aggregation<>(
                where.and(JournalEntry.CHANGE_SET.in(sets)),
                List.of(JournalEntry.CHANGE_SET),
                List.of(
                        new Measure.Count<>(Criterion.always()),
                        new Measure.Count<>(JournalEntry.isOfMany(false)),
                        new Measure.Count<>(JournalEntry.isOfMany(true))));
        boolean isOfAll = scope.records().isEmpty();
        for (Group group : records.aggregate(JournalEntry.TYPE, bySet)) {
            long weight = (Long) group.values().get(0);
            if (isOfAll) {
                weight += JournalEntry.MOST_RECORDS * (Long) group.values().get(1);
                weight += Bundling.MOST_TOGETHER * (Long) group.values().get(2);
            }
            found.put((UUID) group.key().get(0), weight);
        }
        return found;
    }

    private List<UUID> batch() {
        List<UUID> batch = new ArrayList<>();
        long weight = 0;
        while (!ahead.isEmpty() && batch.size() < MOST_SETS) {
            weight += weights.getOrDefault(ahead.element(), 0L);
            if (!batch.isEmpty() && weight > MOST_CHANGES) {
                break;
            }
            batch.add(ahead.remove());
        }
        weights.keySet().removeAll(batch);
        return batch;
    }

    private List<List<Told>> read(List<UUID> sets, Records records) {
        Map<UUID, List<Told>> told = new LinkedHashMap<>();
        sets.forEach(set -> told.put(set, new ArrayList<>()));
        if (!sets.isEmpty()) {
            Criterion<JournalEntry> where = scope.where().and(JournalEntry.CHANGE_SET.in(new HashSet<>(sets)));
            try (Stream<JournalEntry> entries = records.select(JournalEntry.TYPE, Query.<JournalEntry>of(where))) {
                entries.forEach(entry -> {
                    List<Change> changes = entry.changes(scope::takesIn).toList();
                    if (!changes.isEmpty()) {
                        told.getOrDefault(entry.changeSetId(), new ArrayList<>())
                                .add(new Told(entry, changes));
                    }
                });
            }
        }
        return told.values().stream().filter(entries -> !entries.isEmpty()).toList();
    }
}
