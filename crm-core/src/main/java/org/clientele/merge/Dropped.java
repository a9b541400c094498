package org.clientele.merge;

import org.clientele.value.AnyRef;

/**
 * Something that does not survive a merge: a value of an absorbed record, or a reference that can not move.
 *
 * @param record the record that has it now
 * @param name what a person knows that record by
 * @param property the name of the property
 * @param value the value, or the element of a collection, as a text
 * @param reason why it does not survive
 */
public record Dropped(AnyRef record, String name, String property, String value, String reason) {

    @Override
    public String toString() {
        return record.type() + " " + name + ", " + property + " " + value + ": " + reason;
    }
}
