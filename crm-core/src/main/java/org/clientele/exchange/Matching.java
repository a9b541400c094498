package org.clientele.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.criteria.TextFold;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.MoneyProperty;
import org.clientele.property.OrderedProperty;
import org.clientele.property.Property;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits;
import org.clientele.store.Records;
import org.clientele.value.Money;
import org.jspecify.annotations.Nullable;

/** Finds the record that a row is about. */
final class Matching<R extends CrmRecord> {

    /** Rows of which so many records agree are better asked about one by one. */
    private static final int FORESEEN_EACH = 4;

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

    /** Refuses the row of a draft that has nothing to agree on. */
    void check(R draft) {
        if (!properties.isEmpty() && properties.stream().allMatch(property -> lacks(property, draft))) {
            throw new RefusedRowException("there is no " + names + ", by which records are matched; give one");
        }
    }

    /** Whether what a record is matched on is known before it is written. */
    boolean foresees() {
        return properties.stream().noneMatch(property -> property.has(Traits.Calculated.class));
    }

    /** What a record is matched on: equal for those that agree. */
    Object key(R record) {
        List<@Nullable Object> key = new ArrayList<>(properties.size());
        for (Property<? super R, ?> property : properties) {
            Object value = property.get(record);
            boolean blank = value == null || lacks(property, record);
            key.add(blank ? null : value instanceof String text ? TextFold.fold(text) : value);
        }
        return key;
    }

    /** All records that agree with any of these drafts, by one question; nothing when there are too many of them. */
    Known<R> foresee(List<R> drafts, Records records) {
        if (properties.isEmpty()) {
            return new Known<>(Map.of(), true);
        }
        List<Criterion<? super R>> parts = new ArrayList<>();
        properties.forEach(property -> parts.add(anyOf(property, drafts)));
        int most = drafts.size() * FORESEEN_EACH;
        List<R> found = records.select(
                        type, Query.<R>of(new Criterion.All<>(parts)).stretch(0, most + 1))
                .toList();
        Map<Object, List<R>> known = new HashMap<>();
        found.forEach(record ->
                known.computeIfAbsent(key(record), key -> new ArrayList<>()).add(record));
        return found.size() > most ? Known.nothing() : new Known<>(known, true);
    }

    private static <R, V> Criterion<R> anyOf(Property<R, V> property, List<? extends R> drafts) {
        Set<V> values = new LinkedHashSet<>();
        boolean blank = false;
        for (R draft : drafts) {
            V value = property.get(draft);
            if (value == null || property.lacks(value)) {
                blank = true;
            } else {
                values.add(value);
            }
        }
        Criterion<R> given = anyOf(property, values);
        return blank ? given.or(property.isBlank()) : given;
    }

    @SuppressWarnings("unchecked") // texts are the values of text properties alone
    private static <R, V> Criterion<R> anyOf(Property<R, V> property, Set<V> values) {
        return (Property<?, ?>) property instanceof TextProperty<?> text
                ? ((TextProperty<R>) text).in((Set<String>) values)
                : new Criterion.OneOf<>(property, values);
    }

    /** The one record found, if any; refuses the row when there are several. */
    Optional<R> only(List<R> found, long count) {
        if (found.size() > 1) {
            throw new RefusedRowException(count + " records of type " + type + " have the same " + names
                    + "; make them differ, merge them, or match on more");
        }
        return found.stream().findFirst();
    }

    /** The record that agrees with the draft; refuses the row when there are several. */
    Optional<R> byValues(R draft, Records records) {
        if (properties.isEmpty()) {
            return Optional.empty();
        }
        List<Criterion<? super R>> parts = new ArrayList<>();
        properties.forEach(property -> parts.add(same(property, draft)));
        Criterion<R> same = new Criterion.All<>(parts);
        List<R> found = records.select(type, Query.<R>of(same).stretch(0, 2)).toList();
        return only(found, found.size() > 1 ? records.count(type, same) : found.size());
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
