package org.clientele.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.clientele.criteria.Query;
import org.clientele.store.Records;

/** What of a change set others have taken back, as far as these were not taken back themselves. */
final class TakenBack {

    private final Set<UUID> records = new HashSet<>();
    private final Map<UUID, Set<String>> properties = new HashMap<>();

    private TakenBack() {}

    static TakenBack of(UUID changeSet, Records all) {
        Map<UUID, List<Noted>> undos = new LinkedHashMap<>();
        all.select(JournalEntry.TYPE, Query.<JournalEntry>of(JournalEntry.UNDOES.is(changeSet)))
                .forEach(entry -> undos.computeIfAbsent(
                                entry.changeSet(List.of()).id(), undo -> new ArrayList<>())
                        .addAll(entry.noted()));
        TakenBack taken = new TakenBack();
        undos.forEach((undo, noted) -> of(undo, all).leftOf(noted).forEach(taken::add));
        return taken;
    }

    private void add(Noted noted) {
        if (noted.action() == Change.Action.UPDATE) {
            for (UUID id : noted.records()) {
                Set<String> names = properties.computeIfAbsent(id, record -> new HashSet<>());
                noted.deltas().forEach(delta -> names.add(delta.property()));
            }
        } else {
            records.addAll(noted.records());
        }
    }

    /** What stands of what the change set did. */
    List<Noted> leftOf(List<Noted> noted) {
        if (records.isEmpty() && properties.isEmpty()) {
            return noted;
        }
        List<Noted> left = new ArrayList<>();
        noted.forEach(each -> addLeft(each, left));
        return left;
    }

    private void addLeft(Noted noted, List<Noted> left) {
        List<UUID> untouched = new ArrayList<>();
        for (UUID id : noted.records()) {
            if (properties.containsKey(id) && noted.action() == Change.Action.UPDATE) {
                Noted rest = noted.about(List.of(id)).without(properties.get(id));
                if (!rest.deltas().isEmpty()) {
                    left.add(rest);
                }
            } else if (!records.contains(id)) {
                untouched.add(id);
            }
        }
        if (!untouched.isEmpty()) {
            left.add(noted.about(untouched));
        }
    }
}
