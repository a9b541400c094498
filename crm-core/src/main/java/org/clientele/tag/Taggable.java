package org.clientele.tag;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.clientele.criteria.Criterion;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.property.Property;
import org.clientele.property.SetProperty;
import org.clientele.property.Traits;

/**
 * The tags that records of one type carry, and of none that extends it.
 *
 * @param properties where they carry them, at least one; what a record carries in several is one tag
 */
record Taggable<R extends CrmRecord>(EntityType<R> type, List<SetProperty<? super R>> properties) {

    Taggable {
        properties = List.copyOf(properties);
    }

    /** What the records of a type carry; empty when they carry no tags, or there are none of the type itself. */
    @SuppressWarnings("unchecked") // a property of the type is one of its records'
    static <R extends CrmRecord> Optional<Taggable<R>> of(EntityType<R> type, Schema schema) {
        List<SetProperty<? super R>> properties = new ArrayList<>();
        for (Property<? super R, ?> property : schema.properties(type, Traits.Tags.class)) {
            if (property instanceof SetProperty<?> set) {
                properties.add((SetProperty<? super R>) set);
            }
        }
        return properties.isEmpty() || type.isAbstract()
                ? Optional.empty()
                : Optional.of(new Taggable<>(type, properties));
    }

    /** All types whose records carry tags, by their names. */
    static List<Taggable<?>> all(Schema schema) {
        List<Taggable<?>> all = new ArrayList<>();
        schema.types().forEach(type -> of(type, schema).ifPresent(all::add));
        all.sort((one, other) -> one.type.name().compareTo(other.type.name()));
        return all;
    }

    /** The records that carry at least one of these tags. */
    Criterion<R> carrying(Collection<String> tags) {
        return own(properties.stream()
                .<Criterion<? super R>>map(property -> property.containsAny(tags))
                .toList());
    }

    /** The records that carry a tag at all. */
    Criterion<R> tagged() {
        return own(properties.stream()
                .<Criterion<? super R>>map(Property::isPresent)
                .toList());
    }

    private Criterion<R> own(List<Criterion<? super R>> either) {
        return new Criterion.All<>(
                List.of(new Criterion.OfClass<R>(Set.of(type.recordClass())), new Criterion.Any<>(either)));
    }

    /** The tags of a record. */
    Set<String> of(R record) {
        Set<String> tags = new HashSet<>();
        properties.forEach(property -> tags.addAll(values(property, record)));
        return tags;
    }

    private static <R> Set<String> values(SetProperty<? super R> property, R record) {
        Set<String> values = property.get(record);
        return values == null ? Set.of() : values;
    }

    /** Gives a record the tags that it does not carry yet. */
    void add(Collection<String> tags, R record) {
        Set<String> missing = new TreeSet<>(tags);
        missing.removeAll(of(record));
        if (!missing.isEmpty()) {
            SetProperty<? super R> first = properties.get(0);
            missing.addAll(values(first, record));
            first.set(record, missing);
        }
    }

    /** Takes tags off a record. */
    void remove(Collection<String> tags, R record) {
        properties.forEach(property -> replace(tags, Set.of(), property, record));
    }

    /** Puts one tag in the place of others, wherever the record carries one of those. */
    void replace(Collection<String> tags, String by, R record) {
        properties.forEach(property -> replace(tags, Set.of(by), property, record));
    }

    private void replace(Collection<String> tags, Set<String> by, SetProperty<? super R> property, R record) {
        Set<String> values = new TreeSet<>(values(property, record));
        if (values.removeAll(tags)) {
            values.addAll(by);
            property.set(record, values);
        }
    }
}
