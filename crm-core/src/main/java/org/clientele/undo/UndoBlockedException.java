package org.clientele.undo;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.clientele.model.CrmException;

/** Something of a change set could not be taken back; all of it is said at once. */
public final class UndoBlockedException extends CrmException {

    private static final long serialVersionUID = 1L;

    public UndoBlockedException(List<Blocked> blocked) {
        super(blocked.stream().map(Blocked::toString).collect(joining("\n")));
    }
}
