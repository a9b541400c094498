package org.clientele.journal;

import java.util.List;
import org.clientele.value.AnyRef;

/**
 * What one change set did to one record.
 *
 * @param record the record's type and identity
 * @param name what a person knew the record by at the time
 * @param deltas the properties that changed, in the order of the type; all that had a value when it was created or deleted,
 *     then what is no property: when a record that was deleted or came back was first saved, the version it was deleted in
 * @param followed whether it followed of itself from other changes of the set, such as a reference that a merge moved;
 *     otherwise somebody asked for it
 */
public record Change(Action action, AnyRef record, String name, List<Delta> deltas, boolean followed) {

    /** Stands in the place of a property, last, for the time when a record that goes or comes back was first saved. */
    public static final String CREATED_AT = "createdAt";

    /** Stands in the place of a property, last, for the version in which a record goes. */
    public static final String VERSION = "version";

    /** What happened to the record. */
    public enum Action {
        /** It appeared. */
        CREATE,
        /** Some of its properties changed. */
        UPDATE,
        /** It went. */
        DELETE
    }

    public Change {
        deltas = List.copyOf(deltas);
    }

    @Override
    public String toString() {
        return action + " " + record.type() + " " + name + " " + deltas;
    }
}
