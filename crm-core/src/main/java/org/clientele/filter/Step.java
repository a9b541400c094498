package org.clientele.filter;

import java.util.Set;
import org.clientele.criteria.Attribute;
import org.clientele.property.MoneyProperty;
import org.jspecify.annotations.Nullable;

/**
 * An attribute as a path names it.
 *
 * @param of the name of the type that has it, where the type asked about does not have it; null where that has it
 * @param classes the classes of the records that have it; none where all have it
 */
record Step(@Nullable String of, Set<Class<?>> classes, Attribute<?, ?> attribute) {

    /** As it is read back. */
    @Override
    public String toString() {
        String name = attribute instanceof MoneyProperty.Part<?, ?> part
                ? Words.name(part.whole().name()) + "." + part.part()
                : Words.name(attribute.name());
        return of == null ? name : Words.name(of) + ":" + name;
    }
}
