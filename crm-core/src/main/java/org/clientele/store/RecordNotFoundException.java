package org.clientele.store;

import java.util.UUID;
import org.clientele.model.CrmException;
import org.clientele.model.EntityType;

/** A record was asked for that is not there, or that the asker may not see: the two are not told apart. */
public final class RecordNotFoundException extends CrmException {

    private static final long serialVersionUID = 1L;

    public RecordNotFoundException(EntityType<?> type, UUID id) {
        super("there is no " + type + " " + id + " that you may see; it may have been deleted or merged");
    }
}
