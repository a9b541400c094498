package org.clientele.model;

import java.util.function.BiPredicate;
import org.clientele.criteria.Lookup;

/**
 * A rule about a whole record.
 *
 * @param <R> the type that it holds for
 * @param sentence what is wrong when it does not hold, with the mend: "has no name; give a first or a last name"
 * @param holds decides, finding related records by the lookup
 */
public record Invariant<R>(String sentence, BiPredicate<R, Lookup> holds) {}
