package org.clientele.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a record.
 *
 * @param record which record, as a person knows it: "account Acuserv"
 * @param property the name of the property at fault; null when it is the record as a whole
 * @param message what is wrong and how to mend it, to stand after the property or the record
 */
public record Violation(String record, @Nullable String property, String message) {

    public Violation {
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(message, "message");
    }

    /** The whole sentence. */
    @Override
    public String toString() {
        return record + ": " + (property == null ? "" : property + " ") + message;
    }
}
