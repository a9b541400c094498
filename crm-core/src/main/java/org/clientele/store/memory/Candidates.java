package org.clientele.store.memory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Criterion.Match;
import org.clientele.criteria.TextFold;
import org.clientele.model.CrmRecord;
import org.clientele.property.ItemsProperty;
import org.clientele.property.Property;
import org.clientele.value.Ref;

/** Finds by index the few records that can meet a condition; empty when only reading them all will do. */
final class Candidates {

    private final Table table;
    private final Function<Property<?, ?>, Index> indexes;

    Candidates(Table table) {
        this(table, table::index);
    }

    private Candidates(Table table, Function<Property<?, ?>, Index> indexes) {
        this.table = table;
        this.indexes = indexes;
    }

    /** Identities among which all records are that meet the condition. */
    Optional<Set<UUID>> of(Criterion<?> where) {
        if (where instanceof Criterion.All<?> all) {
            return smallest(all.parts());
        } else if (where instanceof Criterion.Any<?> any) {
            return union(any.parts());
        } else if (where instanceof Criterion.OneOf<?, ?> oneOf) {
            return oneOf.attribute() == CrmRecord.ID ? ids(oneOf.values()) : indexed(oneOf.attribute(), oneOf.values());
        } else if (where instanceof Criterion.HasAny<?, ?> has) {
            return indexed(has.attribute(), has.elements());
        } else if (where instanceof Criterion.TextMatch<?> match && match.match() == Match.EQUAL) {
            return indexed(match.attribute(), List.of(match.text()));
        } else if (where instanceof Criterion.OneText<?> one) {
            return indexed(one.attribute(), one.texts());
        } else if (where instanceof Criterion.AnyItem<?, ?> any
                && any.attribute() instanceof ItemsProperty<?, ?> items) {
            return new Candidates(table, property -> table.index(items, property)).of(any.where());
        }
        return Optional.empty();
    }

    private Optional<Set<UUID>> smallest(List<? extends Criterion<?>> parts) {
        Optional<Set<UUID>> smallest = Optional.empty();
        for (Criterion<?> part : parts) {
            Optional<Set<UUID>> found = of(part);
            if (found.isPresent()
                    && (smallest.isEmpty()
                            || found.get().size() < smallest.get().size())) {
                smallest = found;
            }
        }
        return smallest;
    }

    private Optional<Set<UUID>> union(List<? extends Criterion<?>> parts) {
        List<Set<UUID>> sets = new ArrayList<>();
        for (Criterion<?> part : parts) {
            Optional<Set<UUID>> found = of(part);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            sets.add(found.get());
        }
        Set<UUID> union = new LinkedHashSet<>();
        sets.forEach(union::addAll);
        return Optional.of(union);
    }

    private static Optional<Set<UUID>> ids(Collection<?> values) {
        Set<UUID> ids = new LinkedHashSet<>();
        values.forEach(value -> ids.add((UUID) value));
        return Optional.of(ids);
    }

    private Optional<Set<UUID>> indexed(Attribute<?, ?> attribute, Collection<?> keys) {
        if (!(attribute instanceof Property<?, ?> property) || !Index.covers(property)) {
            return Optional.empty();
        }
        Index index = indexes.apply(property);
        if (keys.size() == 1) {
            return Optional.of(index.get(key(keys.iterator().next())));
        }
        Set<UUID> found = new LinkedHashSet<>();
        keys.forEach(key -> found.addAll(index.get(key(key))));
        return Optional.of(found);
    }

    private static Object key(Object value) {
        if (value instanceof String text) {
            return TextFold.fold(text);
        }
        return value instanceof Ref<?> ref ? ref.id() : value;
    }
}
