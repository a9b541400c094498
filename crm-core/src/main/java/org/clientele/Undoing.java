package org.clientele;

import java.util.List;
import java.util.UUID;
import org.clientele.journal.Redirect;
import org.clientele.journal.Redirects;
import org.clientele.merge.DistinctPairs;
import org.clientele.undo.Undo;
import org.clientele.undo.Undoer;

/** Plans to take change sets back, and does it. */
final class Undoing {

    private final Work work;

    Undoing(Work work) {
        this.work = work;
    }

    Undo plan(UUID changeSet) {
        return work.read(door -> new Undoer(door).plan(changeSet));
    }

    Undo undo(UUID changeSet) {
        return work.inTransaction(Undo::reason, door -> {
            List<Redirect> merged = new Redirects(door.consequences()).by(changeSet);
            Undo undo = new Undoer(door).undo(changeSet);
            if (undo.receipt().isPresent()) {
                new DistinctPairs(door).markParted(merged);
            }
            return undo;
        });
    }
}
