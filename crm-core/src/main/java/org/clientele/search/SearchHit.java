package org.clientele.search;

import java.util.Objects;
import org.clientele.value.AnyRef;

/**
 * A record that was found.
 *
 * @param record which record: the name of its type and its identity
 * @param name what it is called, as far as the actor may see it
 * @param property the name of the property that decided: one of the name, or where the first word was found that is not in it
 * @param excerpt a short piece of that property's value around the word, in one line
 */
public record SearchHit(AnyRef record, String name, Rank rank, String property, String excerpt) {

    public SearchHit {
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(rank, "rank");
        Objects.requireNonNull(property, "property");
        Objects.requireNonNull(excerpt, "excerpt");
    }

    /** "account Big Bear Stores (name: Big Bear Stores)". */
    @Override
    public String toString() {
        return record.type() + " " + name + " (" + property + ": " + excerpt + ")";
    }
}
