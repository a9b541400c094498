package org.clientele.undo;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What the undo of several change sets did. A value that can be kept, compared and printed. Immutable and thread-safe.
 *
 * @param each the undo of each, in the order in which it was done: the last change set first. When one of them could not be
 *     taken back at all, that one alone, and nothing was done
 */
public record UndoAll(List<Undo> each) {

    public UndoAll {
        each = List.copyOf(each);
    }

    /** The change sets that it became, in their order: undone in turn, they bring everything again. */
    public List<UUID> receipt() {
        return each.stream().map(Undo::receipt).flatMap(Optional::stream).toList();
    }

    /** What is as it was before. */
    public List<Restored> restored() {
        return all(Undo::restored);
    }

    /** What stays because somebody changed it since. */
    public List<Kept> kept() {
        return all(Undo::kept);
    }

    /** What can not be put back, and why. */
    public List<Blocked> blocked() {
        return all(Undo::blocked);
    }

    private <T> List<T> all(Function<Undo, List<T>> part) {
        return each.stream().flatMap(undo -> part.apply(undo).stream()).toList();
    }

    /** Whether there is nothing to put back and nothing in the way: it was all put back or changed already. */
    public boolean isNothing() {
        return each.stream().allMatch(Undo::isNothing);
    }

    /**
     * This undo unless something is in its way.
     *
     * @throws UndoBlockedException when a record can not be put back; the others may have been
     */
    public UndoAll orThrow() {
        List<Blocked> blocked = blocked();
        if (!blocked.isEmpty()) {
            throw new UndoBlockedException(blocked);
        }
        return this;
    }

    /** The undos as pages to read, one after the other. */
    @Override
    public String toString() {
        return each.stream().map(Undo::toString).collect(joining("\n"));
    }
}
