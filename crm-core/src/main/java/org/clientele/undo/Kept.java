package org.clientele.undo;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an undo leaves as it is, because somebody changed it since.
 *
 * @param type the name of the record's type
 * @param record which record; null when the actor may not see it
 * @param name what the actor may call the record
 * @param property the name of the property; null when it is the record as a whole
 * @param value the present value as a text; null when there is none, or the actor may not see it
 * @param changeSet the latest change set that changed it; null when none is known
 * @param by what a person knew the one by who did that; empty when none is known
 * @param reason why it is kept: "was changed since"
 */
public record Kept(
        String type,
        @Nullable UUID record,
        String name,
        @Nullable String property,
        @Nullable String value,
        @Nullable UUID changeSet,
        String by,
        String reason) {

    @Override
    public String toString() {
        return type + (name.isEmpty() ? " that you may not see" : " " + name)
                + (property == null ? "" : ": " + property + (value == null ? "" : " '" + value + "'")) + " " + reason
                + (by.isEmpty() ? "" : " by " + by);
    }
}
