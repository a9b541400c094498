package org.clientele.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.clientele.model.EntityType;
import org.clientele.property.Property;

/**
 * Collects where a search looks and how much it gives; used within {@code search} only. Without any choice: all types, all that
 * is searched in them, the first 25.
 *
 * <pre>{@code
 * choices.in(Account.TYPE, Contact.TYPE).only(Account.NAME, Contact.EMAILS).page(2, 10)
 * }</pre>
 */
public final class SearchChoices {

    private static final int USUAL_SIZE = 25;

    private final List<EntityType<?>> types = new ArrayList<>();
    private final Set<Property<?, ?>> properties = new LinkedHashSet<>();
    private int number = 1;
    private int size = USUAL_SIZE;

    SearchChoices() {}

    /** Looks for records of these types only, and of those that extend them. */
    public SearchChoices in(EntityType<?>... some) {
        types.addAll(List.of(some));
        return this;
    }

    /** Looks into these properties only. */
    public SearchChoices only(Property<?, ?>... some) {
        properties.addAll(List.of(some));
        return this;
    }

    /** Gives so many hits at most, from 1. */
    public SearchChoices limit(int hits) {
        return page(1, hits);
    }

    /** Gives one page of the hits; {@code newNumber} and {@code newSize} count from 1. */
    public SearchChoices page(int newNumber, int newSize) {
        if (newNumber < 1 || newSize < 1) {
            throw new IllegalArgumentException(
                    "page " + newNumber + " of size " + newSize + ": both are counted from 1");
        }
        number = newNumber;
        size = newSize;
        return this;
    }

    boolean takes(EntityType<?> type) {
        return types.isEmpty() || types.stream().anyMatch(type::is);
    }

    boolean takes(Property<?, ?> property) {
        return properties.isEmpty() || properties.contains(property);
    }

    List<EntityType<?>> types() {
        return types;
    }

    Set<Property<?, ?>> properties() {
        return properties;
    }

    int number() {
        return number;
    }

    int size() {
        return size;
    }
}
