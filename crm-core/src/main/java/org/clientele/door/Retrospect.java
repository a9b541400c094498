package org.clientele.door;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clientele.journal.Journal;
import org.clientele.journal.JournalEntry;
import org.clientele.journal.Past;
import org.clientele.journal.Rewind;
import org.clientele.journal.Told;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.store.Records;
import org.jspecify.annotations.Nullable;

/**
 * Shows records as they were. One that is there is shown as today: to who may view it, without what is hidden in it; one
 * that is gone to who may view all entries of the journal that it is made out of.
 */
final class Retrospect {

    private static final int AT_ONCE = 256;

    private final Hindsight hindsight;
    private final Mask mask;
    private final Records stored;

    Retrospect(Hindsight hindsight, Mask mask, Records stored) {
        this.hindsight = hindsight;
        this.mask = mask;
        this.stored = stored;
    }

    <R extends CrmRecord> List<Past<R>> of(Instant instant, EntityType<R> type, Collection<UUID> ids) {
        List<UUID> all = new ArrayList<>(new LinkedHashSet<>(ids));
        List<Past<R>> pasts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            pasts.addAll(some(instant, type, all.subList(from, Math.min(from + AT_ONCE, all.size()))));
        }
        return pasts;
    }

    /** What is there is read before the journal: what happens in between is then taken back although it is not there yet. */
    private <R extends CrmRecord> List<Past<R>> some(Instant instant, EntityType<R> type, List<UUID> ids) {
        Map<UUID, R> present = new HashMap<>();
        stored.findAll(type, ids).forEach(record -> present.put(record.getId(), record));
        Map<UUID, Glimpse> there = hindsight.there(type, ids);
        Map<UUID, List<Told>> told = new Journal(stored).ofEach(ids);
        Rewind rewind = new Rewind(stored.schema(), instant);
        List<Past<R>> pasts = new ArrayList<>();
        for (UUID id : ids) {
            Glimpse glimpse = there.get(id);
            @Nullable R now = present.get(id);
            if (now == null || (glimpse != null && glimpse.isShown())) {
                rewind.of(type, id, now, told.getOrDefault(id, List.of()))
                        .flatMap(past -> glimpse == null ? gone(past) : Optional.of(shown(past, glimpse.hidden())))
                        .ifPresent(pasts::add);
            }
        }
        return pasts;
    }

    private <R extends CrmRecord> Optional<Past<R>> gone(Past<R> past) {
        Set<UUID> open = hindsight.open(past.entries());
        return Optional.of(past)
                .filter(whole ->
                        whole.entries().stream().map(JournalEntry::getId).allMatch(open::contains));
    }

    private <R extends CrmRecord> Past<R> shown(Past<R> past, Set<String> hidden) {
        if (hidden.isEmpty()) {
            return past;
        }
        return new Past<>(
                mask.without(hidden, past.record()),
                past.entries(),
                past.untold().stream()
                        .filter(untold -> !hidden.contains(untold.property()))
                        .toList());
    }
}
