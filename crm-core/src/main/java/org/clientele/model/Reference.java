package org.clientele.model;

import org.clientele.property.Property;

/**
 * A place from which records can point to records of another type.
 *
 * @param <R> the type that points
 * @param type the type that points
 * @param property a reference, a set of references or a reference to anything
 */
public record Reference<R extends CrmRecord>(EntityType<R> type, Property<? super R, ?> property) {

    /** Type and property. */
    @Override
    public String toString() {
        return type + "." + property;
    }
}
