package org.clientele;

import java.util.UUID;
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
        return work.inTransaction(Undo::reason, door -> new Undoer(door).undo(changeSet));
    }
}
