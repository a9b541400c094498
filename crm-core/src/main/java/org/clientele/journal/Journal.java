package org.clientele.journal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
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
     * @return the change set as it is told from now on
     */
    public ChangeSet append(ChangeSet set, List<Noted> noted) {
        List<Write<?>> writes = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        for (Noted each : noted) {
            for (List<UUID> some : parts(each.records())) {
                writes.add(
                        new Write.Insert<>(JournalEntry.TYPE, new JournalEntry(set, writes.size(), each.about(some))));
            }
            each.changes().forEach(changes::add);
        }
        if (!writes.isEmpty()) {
            records.write(writes);
        }
        return set.of(changes);
    }

    /** An entry tells of no more records than it is good to read at once. */
    private static List<List<UUID>> parts(List<UUID> records) {
        List<UUID> sorted = records.stream().sorted().toList();
        List<List<UUID>> parts = new ArrayList<>();
        for (int from = 0; from < sorted.size(); from += JournalEntry.MOST_RECORDS) {
            parts.add(sorted.subList(from, Math.min(from + JournalEntry.MOST_RECORDS, sorted.size())));
        }
        return parts;
    }

    /** The whole change set with this identity. */
    public Optional<ChangeSet> find(UUID changeSet) {
        return read(JournalEntry.CHANGE_SET.is(changeSet)).stream().findFirst();
    }

    /** What happened to one record, the oldest first; each change set is reduced to this record. */
    public List<ChangeSet> of(UUID recordId) {
        return read(JournalEntry.tellsOf(recordId)).stream()
                .map(set -> set.about(recordId))
                .filter(set -> !set.changes().isEmpty())
                .toList();
    }

    /** Everything that ever happened, the oldest first. */
    public List<ChangeSet> all() {
        return read(Criterion.always());
    }

    /** In the order of identities: an entry gets its own when its transaction ends, its time is when that began. */
    private List<ChangeSet> read(Criterion<JournalEntry> where) {
        Map<UUID, List<JournalEntry>> sets = new LinkedHashMap<>();
        records.select(JournalEntry.TYPE, Query.<JournalEntry>of(where))
                .forEach(entry -> sets.computeIfAbsent(entry.changeSetId(), id -> new ArrayList<>())
                        .add(entry));
        return sets.values().stream()
                .map(entries -> entries.get(0)
                        .changeSet(
                                entries.stream().flatMap(JournalEntry::changes).toList()))
                .toList();
    }
}
