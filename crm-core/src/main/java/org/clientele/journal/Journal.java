package org.clientele.journal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.organization.Organization;
import org.clientele.store.Records;
import org.clientele.store.Write;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** Writes change sets to a store and reads them back. For one transaction. */
public final class Journal {

    private final Records records;

    /** A journal over records that nothing guards. */
    public Journal(Records records) {
        this.records = records;
    }

    /**
     * Keeps a change set; one without changes leaves no trace.
     *
     * @param organizations for each change the organization whose record it was; null for a record of none
     */
    public void append(ChangeSet set, List<@Nullable Ref<Organization>> organizations) {
        List<Write<?>> writes = new ArrayList<>();
        int position = 0;
        for (Change change : set.changes()) {
            JournalEntry entry = new JournalEntry(set, position, change, organizations.get(position));
            writes.add(new Write.Insert<>(JournalEntry.TYPE, entry));
            position++;
        }
        if (!writes.isEmpty()) {
            records.write(writes);
        }
    }

    /** The whole change set with this identity. */
    public Optional<ChangeSet> find(UUID changeSet) {
        return read(JournalEntry.CHANGE_SET.is(changeSet)).stream().findFirst();
    }

    /** What happened to one record, the oldest first; each change set is reduced to this record. */
    public List<ChangeSet> of(UUID recordId) {
        return read(JournalEntry.RECORD_ID.in(Set.of(recordId)));
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
                        .changeSet(entries.stream().map(JournalEntry::change).toList()))
                .toList();
    }
}
