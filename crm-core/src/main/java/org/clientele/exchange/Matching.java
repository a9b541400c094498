package org.clientele.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.MoneyProperty;
import org.clientele.property.OrderedProperty;
import org.clientele.property.Property;
import org.clientele.property.TextProperty;
import org.clientele.store.Records;
import org.clientele.value.Money;

/** Finds the record that a row is about. */
final class Matching<R extends CrmRecord> {

    private final EntityType<R> type;
    private final List<Property<? super R, ?>> properties;
    private final String names;

    /**
     * Matching on these properties.
     *
     * @param names what a person calls them
     */
    Matching(EntityType<R> type, List<Property<? super R, ?>> properties, String names) {
        this.type = type;
        this.properties = properties;
        this.names = names;
    }

    /** The record with this identity; refuses the row when there is none. */
    R byIdentity(UUID id, Records records) {
        return records.find(type, id)
                .orElseThrow(() -> new RefusedRowException("no " + type + " that you may see has the identity " + id
                        + "; correct it, or leave it out to have a new one"));
    }

    /** The record that agrees with the draft; refuses the row when there are several, or nothing to agree on. */
    Optional<R> byValues(R draft, Records records) {
        if (properties.isEmpty()) {
            return Optional.empty();
        }
        if (properties.stream().allMatch(property -> lacks(property, draft))) {
            throw new RefusedRowException("there is no " + names + ", by which records are matched; give one");
        }
        List<Criterion<? super R>> parts = new ArrayList<>();
        properties.forEach(property -> parts.add(same(property, draft)));
        Criterion<R> same = new Criterion.All<>(parts);
        List<R> found = records.select(type, Query.<R>of(same).stretch(0, 2)).toList();
        if (found.size() > 1) {
            throw new RefusedRowException(records.count(type, same) + " records of type " + type + " have the same "
                    + names + "; make them differ, merge them, or match on more");
        }
        return found.stream().findFirst();
    }

    private static <R, V> boolean lacks(Property<R, V> property, R draft) {
        return property.lacks(property.get(draft));
    }

    @SuppressWarnings("unchecked") // a kind of property has values of one class
    private static <R, V> Criterion<R> same(Property<R, V> property, R draft) {
        V value = property.get(draft);
        Property<?, ?> kind = property;
        if (value == null || property.lacks(value)) {
            return property.isBlank();
        } else if (kind instanceof TextProperty<?>) {
            return ((TextProperty<R>) kind).is((String) value);
        } else if (kind instanceof MoneyProperty<?>) {
            return ((MoneyProperty<R>) kind).is((Money) value);
        } else if (kind instanceof OrderedProperty<?, ?>) {
            return sameOrder((OrderedProperty<R, ?>) kind, value);
        }
        return new Criterion.OneOf<>(property, Set.of(value));
    }

    @SuppressWarnings("unchecked")
    private static <R, V extends Comparable<? super V>> Criterion<R> sameOrder(
            OrderedProperty<R, V> property, Object value) {
        return property.is((V) value);
    }
}
