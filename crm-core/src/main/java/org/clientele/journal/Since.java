package org.clientele.journal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.clientele.criteria.Query;
import org.clientele.store.Records;

/** What happened to some records after a change set, the oldest first; read at once for all of them. */
public final class Since {

    private static final int AT_ONCE = 500;

    private final Map<UUID, List<Event>> events = new HashMap<>();

    /**
     * One later change of a record.
     *
     * @param set whose work it was, when and why; without its changes
     * @param name what a person knew the record by; empty when these are many, whom nobody read
     */
    public record Event(ChangeSet set, Change.Action action, String name, List<Delta> deltas, boolean followed) {

        /** Whether it changed the property of this name. */
        public boolean changed(String property) {
            return deltas.stream().anyMatch(delta -> delta.property().equals(property));
        }
    }

    /** Reads what happened to the records after a change set, from records that nothing guards. */
    public Since(Records records, Recorded recorded, Collection<UUID> about) {
        List<UUID> sorted = List.copyOf(new TreeSet<>(about));
        for (int from = 0; from < sorted.size(); from += AT_ONCE) {
            TreeSet<UUID> some = new TreeSet<>(sorted.subList(from, Math.min(from + AT_ONCE, sorted.size())));
            records.select(JournalEntry.TYPE, Query.<JournalEntry>of(JournalEntry.tellsOfAny(some)))
                    .filter(entry -> entry.getId().compareTo(recorded.last()) > 0)
                    .forEach(entry -> add(entry, some));
        }
    }

    private void add(JournalEntry entry, Set<UUID> about) {
        entry.noted().forEach(noted -> add(entry, noted, about));
    }

    private void add(JournalEntry entry, Noted noted, Set<UUID> about) {
        Set<UUID> met = new HashSet<>(noted.records());
        met.retainAll(about);
        if (!met.isEmpty()) {
            Event event = new Event(
                    entry.changeSet(List.of()), noted.action(), noted.name(), noted.deltas(), noted.followed());
            met.forEach(
                    id -> events.computeIfAbsent(id, first -> new ArrayList<>()).add(event));
        }
    }

    /** The latest change of a property of a record; empty when there was none. */
    public Optional<Event> latest(UUID record, String property) {
        return events.getOrDefault(record, List.of()).stream()
                .filter(event -> event.changed(property))
                .reduce((earlier, later) -> later);
    }

    /** The latest deletion of a record; empty when there was none. */
    public Optional<Event> deletion(UUID record) {
        return events.getOrDefault(record, List.of()).stream()
                .filter(event -> event.action() == Change.Action.DELETE)
                .reduce((earlier, later) -> later);
    }
}
