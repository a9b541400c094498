package org.clientele.property;

/**
 * For references: whenever {@code from} of the record pointed to changes, the record that points is saved again in the same
 * change set, so that what its preparations make of the other record follows. A value that is always simply the other
 * record's needs {@link Carried} instead.
 *
 * @param from a property of the type pointed to, or of one above it
 */
public record Follows(Property<?, ?> from) implements Trait<Object> {}
