package org.clientele.undo;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that an undo can not put back.
 *
 * @param type the name of the record's type
 * @param record which record; null when the actor may not see it
 * @param name what the actor may call the record
 * @param reason why not, with the mend: a sentence
 */
public record Blocked(String type, @Nullable UUID record, String name, String reason) {

    @Override
    public String toString() {
        return type + (name.isEmpty() ? " that you may not see" : " " + name) + ": " + reason;
    }
}
