package org.clientele;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.clientele.door.Door;
import org.clientele.journal.Redirect;
import org.clientele.journal.Redirects;
import org.clientele.merge.DistinctPairs;
import org.clientele.undo.Undo;
import org.clientele.undo.UndoAll;
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
        return work.inTransaction(Undo::reason, door -> undo(changeSet, door));
    }

    private static Undo undo(UUID changeSet, Door door) {
        List<Redirect> merged = new Redirects(door.consequences()).by(changeSet);
        Undo undo = new Undoer(door).undo(changeSet);
        if (undo.receipt().isPresent()) {
            new DistinctPairs(door).markParted(merged);
        }
        return undo;
    }

    UndoAll undoAll(List<UUID> changeSets) {
        List<UUID> lastFirst = new ArrayList<>(new LinkedHashSet<>(changeSets));
        Collections.reverse(lastFirst);
        try {
            return new UndoAll(work.inOneTransaction(lastFirst, Undo::reason, Undoing::undoOrEnd));
        } catch (Ended ended) {
            return new UndoAll(List.of(ended.by));
        }
    }

    private static Undo undoOrEnd(UUID changeSet, Door door) {
        Undo undo = undo(changeSet, door);
        if (undo.isRefused()) {
            throw new Ended(undo);
        }
        return undo;
    }

    /** Ends the transaction of several undos, of which one is refused. */
    private static final class Ended extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Undo by;

        Ended(Undo by) {
            super(null, null, false, false);
            this.by = by;
        }
    }
}
