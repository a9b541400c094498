package org.clientele.undo;

import java.util.UUID;
import org.clientele.model.CrmException;

/** A change set was to be taken back that is not there, or of which the actor may not see all: the two are not told apart. */
public final class UnknownChangeSetException extends CrmException {

    private static final long serialVersionUID = 1L;

    public UnknownChangeSetException(UUID changeSet) {
        super("there is no change set " + changeSet
                + " of which you may see all records; choose another, or let somebody undo it who may see them");
    }
}
