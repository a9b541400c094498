package org.clientele.grid;

import java.util.Collection;
import org.clientele.model.CrmException;

/** A view of a grid names a column that there is not, or not any more. */
public final class UnknownColumnException extends CrmException {

    private static final long serialVersionUID = 1L;

    private UnknownColumnException(String message) {
        super(message);
    }

    static UnknownColumnException unknown(String grid, String column, Collection<String> known) {
        return new UnknownColumnException(
                "grid '" + grid + "' has no column '" + column + "'; it has " + String.join(", ", known));
    }

    static UnknownColumnException unordered(String grid, String column) {
        return new UnknownColumnException("grid '" + grid + "' can not be ordered by " + column
                + ", which holds many values; order it by a column that holds one");
    }
}
