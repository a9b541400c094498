package org.clientele.journal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.store.Aggregation;
import org.clientele.store.Measure;
import org.clientele.store.Records;
import org.clientele.store.Write;

/** Writes change sets to a store and reads them back. For one transaction. */
public final class Journal {

    private final Records records;

    /** A journal over records that nothing guards. */
    public Journal(Records records) {
        this.records = records;
    }

    /**
     * Keeps what a transaction did; nothing leaves no trace.
     *
     * @param set whose work it was, when and why
     * @param noted what was done, in this order
     */
    public void append(ChangeSet set, List<Noted> noted) {
        List<Write<?>> writes = new ArrayList<>();
        for (List<Noted> together : Bundling.of(noted)) {
            writes.add(new Write.Insert<>(JournalEntry.TYPE, new JournalEntry(set, writes.size(), together)));
        }
        if (!writes.isEmpty()) {
            records.write(writes);
        }
    }

    /** The whole change set with this identity. */
    public Optional<ChangeSet> find(UUID changeSet) {
        return read(Scope.everything().in(changeSet)).stream().findFirst();
    }

    /** What happened to one record, the oldest first; each change set is reduced to this record. */
    public List<ChangeSet> of(UUID recordId) {
        return read(Scope.everything().of(recordId));
    }

    /** What happened to each of some records, a few hundred at most, the oldest first; those of which nothing is told are left out. */
    public Map<UUID, List<Told>> ofEach(Collection<UUID> recordIds) {
        Map<UUID, List<Told>> told = new HashMap<>();
        if (recordIds.isEmpty()) {
            return told;
        }
        NavigableSet<UUID> ids = new TreeSet<>(recordIds);
        records.select(JournalEntry.TYPE, Query.<JournalEntry>of(JournalEntry.tellsOfAny(ids)))
                .forEach(entry -> entry.changes(ids::contains)
                        .forEach(change -> told.computeIfAbsent(change.record().id(), id -> new ArrayList<>())
                                .add(new Told(entry, List.of(change)))));
        return told;
    }

    /** The whole change sets with these identities, a few hundred at most; those that are not there are left out. */
    public Map<UUID, ChangeSet> findAll(Set<UUID> changeSets) {
        Map<UUID, ChangeSet> found = new HashMap<>();
        if (!changeSets.isEmpty()) {
            read(Scope.everything().inAny(changeSets)).forEach(set -> found.put(set.id(), set));
        }
        return found;
    }

    /** How many entries tell of each of these change sets, a few hundred at most. */
    public Map<UUID, Long> sizes(Set<UUID> changeSets) {
        Map<UUID, Long> sizes = new HashMap<>();
        if (!changeSets.isEmpty()) {
            Aggregation<JournalEntry> bySet = new Aggregation<>(
                    JournalEntry.CHANGE_SET.in(changeSets),
                    List.of(JournalEntry.CHANGE_SET),
                    List.of(new Measure.Count<>(Criterion.always())));
            records.aggregate(JournalEntry.TYPE, bySet)
                    .forEach(group -> sizes.put(
                            (UUID) group.key().get(0), (Long) group.values().get(0)));
        }
        return sizes;
    }

    /** Everything that ever happened, the oldest first. */
    public List<ChangeSet> all() {
        return read(Scope.everything());
    }

    /** In the order of identities: an entry gets its own when its transaction ends, its time is when that began. */
    private List<ChangeSet> read(Scope scope) {
        Map<UUID, List<Change>> changes = new LinkedHashMap<>();
        Map<UUID, JournalEntry> sets = new HashMap<>();
        records.select(JournalEntry.TYPE, Query.<JournalEntry>of(scope.where())).forEach(entry -> {
            sets.putIfAbsent(entry.changeSetId(), entry);
            entry.changes(scope::takesIn)
                    .forEach(changes.computeIfAbsent(entry.changeSetId(), id -> new ArrayList<>())::add);
        });
        return changes.entrySet().stream()
                .filter(set -> !set.getValue().isEmpty())
                .map(set -> Objects.requireNonNull(sets.get(set.getKey())).changeSet(set.getValue()))
                .toList();
    }
}
