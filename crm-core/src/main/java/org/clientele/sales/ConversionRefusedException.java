package org.clientele.sales;

import java.util.List;
import org.clientele.model.CrmException;

/** The conversion of a lead was refused; all that stands against it is said at once. Nothing of it was written. */
public final class ConversionRefusedException extends CrmException {

    private static final long serialVersionUID = 1L;

    public ConversionRefusedException(List<String> problems) {
        super(String.join("\n", problems));
    }
}
