package org.clientele.merge;

import java.util.List;
import org.clientele.model.CrmException;

/** A merge, or what else is planned first, was to be done by a plan that the records no longer agree with. Nothing of it was written. */
public final class StalePlanException extends CrmException {

    private static final long serialVersionUID = 1L;

    public StalePlanException(List<String> reasons) {
        super(String.join("\n", reasons));
    }
}
