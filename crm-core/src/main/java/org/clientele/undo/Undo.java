package org.clientele.undo;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.clientele.value.Sections;

/**
 * What an undo did, or would do. A value that can be kept, compared and printed. Immutable and thread-safe.
 *
 * @param changeSet the change set that is taken back
 * @param reason why, for the history: "undo of merge of Acuserv"
 * @param receipt the identity of the change set that the undo became; empty when nothing was written
 * @param restored what is as it was before
 * @param kept what stays because somebody changed it since
 * @param blocked what can not be put back, and why
 * @param isRefused whether nothing is done at all, because a record that was deleted can not come back
 */
public record Undo(
        UUID changeSet,
        String reason,
        Optional<UUID> receipt,
        List<Restored> restored,
        List<Kept> kept,
        List<Blocked> blocked,
        boolean isRefused) {

    public Undo {
        restored = List.copyOf(restored);
        kept = List.copyOf(kept);
        blocked = List.copyOf(blocked);
    }

    /** Whether there is nothing to put back and nothing in the way: it was all put back or changed already. */
    public boolean isNothing() {
        return restored.isEmpty() && blocked.isEmpty();
    }

    /**
     * This undo unless something is in its way.
     *
     * @throws UndoBlockedException when a record can not be put back; the others may have been
     */
    public Undo orThrow() {
        if (!blocked.isEmpty()) {
            throw new UndoBlockedException(blocked);
        }
        return this;
    }

    /** The undo as a page to read. */
    @Override
    public String toString() {
        return new Sections(reason)
                .with("restored", restored)
                .with("kept", kept)
                .with("blocked", blocked)
                .toString();
    }
}
