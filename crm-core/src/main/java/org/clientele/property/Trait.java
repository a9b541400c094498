package org.clientele.property;

/**
 * Something that a property carries besides its name and accessors, found by a class: a rule, a label, a merge
 * strategy. Engines and hosts bring traits of their own; a property without the trait gets the engine's default.
 *
 * @param <V> the values that the trait makes sense for; a trait for other values does not compile
 */
public interface Trait<V> {

    /** The class by which the trait is found; of several that a property is given by one class, the last counts. */
    default Class<?> foundBy() {
        return getClass();
    }
}
