package org.clientele.merge;

import java.util.List;
import org.clientele.model.CrmException;

/** A merge was refused; all that stands against it is said at once. Nothing of it was written. */
public final class MergeRejectedException extends CrmException {

    private static final long serialVersionUID = 1L;

    public MergeRejectedException(List<String> problems) {
        super(String.join("\n", problems));
    }
}
