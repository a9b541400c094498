package org.clientele.property;

/**
 * The value follows another record: whenever {@code via} points to one, it is that record's value of {@code from}, and the
 * door keeps it so when either side changes. Whoever gives it another value is refused, so that nothing is lost without a word.
 * Where {@code via} points nowhere the value is free.
 *
 * @param <V> the values carried
 * @param via the reference of the same type that the value comes by
 * @param from the property of the record pointed to
 */
public record Carried<V>(ReferenceProperty<?, ?> via, Property<?, V> from) implements Trait<V> {

    /** Whether the value of a property comes by a reference. */
    public static boolean comesBy(Property<?, ?> reference, Property<?, ?> property) {
        return property.trait(Carried.class)
                .filter(carried -> carried.via() == reference)
                .isPresent();
    }
}
