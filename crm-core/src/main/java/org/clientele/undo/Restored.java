package org.clientele.undo;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an undo puts back: one record, or many alike that followed of themselves, such as the references that a merge moved.
 *
 * @param type the name of the records' type
 * @param record which record; null for many, and for one that the actor may not see
 * @param name what the actor may call the record; empty for many
 * @param properties the properties, by name, that have the values again that they had; none for a record that goes
 * @param count how many records
 */
public record Restored(
        Effect effect, String type, @Nullable UUID record, String name, List<String> properties, int count) {

    /** What becomes of a record. */
    public enum Effect {
        /** It was deleted and is there again. */
        COMES_BACK("comes back"),
        /** Its properties have the values again that they had. */
        CHANGES("gets back"),
        /** It was created and is gone. */
        GOES("goes");

        private final String verb;

        Effect(String verb) {
            this.verb = verb;
        }
    }

    public Restored {
        properties = List.copyOf(properties);
    }

    /** "account Acuserv gets back name, tags", "3 opportunity get back account". */
    @Override
    public String toString() {
        String what = record == null ? count + " " + type : type + " " + name;
        return what + " " + effect.verb + (effect == Effect.CHANGES ? " " + String.join(", ", properties) : "");
    }
}
