package org.clientele.undo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clientele.journal.Recorded;
import org.clientele.journal.Since;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.store.Records;
import org.clientele.store.Write;
import org.jspecify.annotations.Nullable;

/** The reversals of a whole change set, and what is to be said about them. */
final class Reversals {

    private final Records all;
    private final List<Reversal<?>> reversals = new ArrayList<>();
    private final Alike alike;
    private final Since since;
    private final Findings findings = new Findings();

    Reversals(Records all, Recorded recorded) {
        this.all = all;
        this.alike = new Alike(recorded.noted(), all);
        Collection<Net> nets = Net.of(alike.others(), all.schema());
        Survivors survivors = Survivors.of(nets, all);
        Map<UUID, CrmRecord> stored = stored(nets);
        nets.stream()
                .filter(net -> !net.isNothing())
                .forEach(net -> reversals.add(reversal(net, net.type(), stored.get(net.id()), survivors)));
        this.since = new Since(all, recorded, questionable());
        reversals.forEach(this::heedLaterChanges);
        LostTargets lost = new LostTargets(all, survivors, reversals, findings);
        List.copyOf(reversals).forEach(lost::letGo);
    }

    private <R extends CrmRecord> Reversal<R> reversal(
            Net net, EntityType<R> type, @Nullable CrmRecord stored, Survivors survivors) {
        return new Reversal<>(net, type, stored, all.schema(), survivors);
    }

    private Map<UUID, CrmRecord> stored(Collection<Net> nets) {
        Map<EntityType<?>, Set<UUID>> ids = new LinkedHashMap<>();
        nets.forEach(net ->
                ids.computeIfAbsent(net.type(), type -> new LinkedHashSet<>()).add(net.id()));
        Map<UUID, CrmRecord> stored = new HashMap<>();
        ids.forEach((type, some) -> all.findAll(type, some).forEach(record -> stored.put(record.getId(), record)));
        return stored;
    }

    private Set<UUID> questionable() {
        Set<UUID> ids = new HashSet<>();
        for (Reversal<?> each : reversals) {
            if (!each.conflicts().isEmpty() || each.isLost() || each.write() instanceof Write.Insert<?>) {
                ids.add(each.id());
            }
        }
        return ids;
    }

    private void heedLaterChanges(Reversal<?> each) {
        if (each.isLost()) {
            findings.keep(each, null, null, since.deletion(each.id()), "was deleted since");
        } else if (each.write() instanceof Write.Insert<?>) {
            since.deletion(each.id())
                    .ifPresent(deletion -> findings.block(
                            each.id(),
                            "was brought back and deleted again since; take the later deletion back instead"));
        } else {
            boolean goes = each.write() instanceof Write.Delete<?>;
            each.conflicts().forEach((property, value) -> {
                Optional<Since.Event> later = since.latest(each.id(), property);
                if (!goes || later.filter(Since.Event::followed).isEmpty()) {
                    findings.keep(each, property, value, later, "was changed since");
                    if (goes) {
                        each.drop();
                    }
                }
            });
        }
    }

    /** The references that move back at once. */
    List<MassReversal<?>> masses() {
        return alike.masses();
    }

    List<Reversal<?>> reversals() {
        return reversals;
    }

    /** What stays, and what is in the way. */
    Findings findings() {
        return findings;
    }

    /** Whether what is in the way leaves nothing to be done: a deleted record comes back whole or not at all, with all others. */
    boolean isHopeless() {
        return findings.blocked().keySet().stream()
                .anyMatch(id -> reversals.stream().noneMatch(each -> each.id().equals(id) && !each.isComingBack()));
    }

    /** What is to be written and is not blocked. */
    List<Write<?>> writes(boolean followed) {
        List<Write<?>> writes = new ArrayList<>();
        for (Reversal<?> each : reversals) {
            Write<?> write = each.write();
            if (write != null
                    && each.net().isFollowed() == followed
                    && !findings.blocked().containsKey(each.id())) {
                writes.add(write);
            }
        }
        return writes;
    }
}
