package org.clientele.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.clientele.journal.Change;
import org.clientele.journal.ChangeSet;
import org.clientele.journal.Delta;

/** Tells what happened to a record without what is hidden in it. */
final class Hindsight {

    private final Set<String> hidden;
    private final String name;

    /**
     * Hindsight on one record.
     *
     * @param hidden the properties, by name, that are left out
     * @param name what the record is called, since its names of old may tell what is hidden
     */
    Hindsight(Set<String> hidden, String name) {
        this.hidden = hidden;
        this.name = name;
    }

    /** The change sets, in their order; those that changed nothing else than what is hidden are left out. */
    List<ChangeSet> over(List<ChangeSet> sets) {
        if (hidden.isEmpty()) {
            return sets;
        }
        List<ChangeSet> shown = new ArrayList<>();
        for (ChangeSet set : sets) {
            List<Change> changes = set.changes().stream()
                    .map(this::over)
                    .filter(change -> change.action() != Change.Action.UPDATE
                            || !change.deltas().isEmpty())
                    .toList();
            if (!changes.isEmpty()) {
                shown.add(set.of(changes));
            }
        }
        return shown;
    }

    private Change over(Change change) {
        List<Delta> deltas = change.deltas().stream()
                .filter(delta -> !hidden.contains(delta.property()))
                .toList();
        return new Change(change.action(), change.record(), name, deltas, change.followed());
    }
}
