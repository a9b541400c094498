package org.clientele.model;

import java.util.Optional;
import java.util.function.BiPredicate;
import org.clientele.criteria.Lookup;

/**
 * A rule about a whole record.
 *
 * @param <R> the type that it holds for
 * @param sentence what is wrong when it does not hold, with the mend: "has no name; give a first or a last name"
 * @param holds decides about the record as it is to be
 */
public record Invariant<R>(String sentence, BiPredicate<R, Context<R>> holds) {

    /**
     * What a rule may look at besides the record.
     *
     * @param before the record as it is stored; empty when it is saved for the first time
     * @param lookup finds related records
     * @param type the name of the record's own type, which may extend the one that has the rule
     */
    public record Context<R>(Optional<R> before, Lookup lookup, String type) {}
}
