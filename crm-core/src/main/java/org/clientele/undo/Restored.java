package org.clientele.undo;

import java.util.List;
import java.util.UUID;
import org.clientele.value.Counted;
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
        COMES_BACK("comes back", "come back"),
        /** Its properties have the values again that they had. */
        CHANGES("gets back", "get back"),
        /** It was created and is gone. */
        GOES("goes", "go");

        private final String ofOne;
        private final String ofMany;

        Effect(String ofOne, String ofMany) {
            this.ofOne = ofOne;
            this.ofMany = ofMany;
        }
    }

    public Restored {
        properties = List.copyOf(properties);
    }

    /** "account Acuserv gets back name, tags", "3 opportunities get back account". */
    @Override
    public String toString() {
        String what = record == null ? Counted.of(count, type) : type + " " + name;
        String does = count == 1 ? effect.ofOne : effect.ofMany;
        return what + " " + does + (effect == Effect.CHANGES ? " " + String.join(", ", properties) : "");
    }
}
