package org.clientele.store;

import org.clientele.model.CrmException;
import org.jspecify.annotations.Nullable;

/** A record was to be written whose identity or unique value another one has. Nothing was written. */
public final class DuplicateRecordException extends CrmException {

    private static final long serialVersionUID = 1L;

    public DuplicateRecordException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    /** For a record that is there already but is saved as if it were new. */
    public static DuplicateRecordException alreadySaved(String record) {
        return new DuplicateRecordException(
                record + " was saved before; go on with the record that save returned", null);
    }

    /** For a unique value that another record has. */
    public static DuplicateRecordException taken(String record, String property, Object value) {
        return new DuplicateRecordException(
                record + ": " + property + " '" + value + "' belongs to another one; choose another value", null);
    }
}
