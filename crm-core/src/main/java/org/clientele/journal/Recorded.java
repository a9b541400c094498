package org.clientele.journal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.clientele.criteria.Query;
import org.clientele.store.Records;

/**
 * A change set as the journal keeps it, where what was done to many records alike stays one. Immutable.
 *
 * @param set whose work it was, when and why; without its changes
 * @param noted what was done, in this order
 * @param last the identity of its last entry: entries of later change sets have greater ones
 */
public record Recorded(ChangeSet set, List<Noted> noted, UUID last) {

    public Recorded {
        noted = List.copyOf(noted);
    }

    /** The change set with this identity, from records that nothing guards. */
    public static Optional<Recorded> find(Records records, UUID changeSet) {
        List<JournalEntry> entries = records.select(
                        JournalEntry.TYPE, Query.<JournalEntry>of(JournalEntry.CHANGE_SET.is(changeSet)))
                .toList();
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Recorded(
                entries.get(0).changeSet(List.of()),
                entries.stream().flatMap(entry -> entry.noted().stream()).toList(),
                entries.get(entries.size() - 1).getId()));
    }

    /** What stands of it: without what was taken back since, and did not come again. */
    public Recorded standing(Records records) {
        return new Recorded(set, TakenBack.of(set.id(), records).leftOf(noted), last);
    }
}
