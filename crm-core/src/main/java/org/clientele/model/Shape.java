package org.clientele.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.clientele.property.Property;
import org.clientele.property.Trait;

/** The properties that records of a type have at one time, and what follows from them for every record. Thread-safe. */
final class Shape<R extends CrmRecord> {

    private final List<Property<? super R, ?>> properties;
    private final List<Property<? super R, ?>> own;
    private final List<Reference<R>> references;
    private final Map<Class<?>, List<Property<? super R, ?>>> carrying = new ConcurrentHashMap<>();

    Shape(EntityType<R> type, List<Property<? super R, ?>> custom, List<Property<? super R, ?>> folded) {
        List<Property<? super R, ?>> all = new ArrayList<>(type.properties());
        all.addAll(custom);
        this.properties = List.copyOf(all);
        all.removeAll(folded);
        this.own = List.copyOf(all);
        this.references = properties.stream()
                .filter(Reference::isBy)
                .map(property -> new Reference<R>(type, property))
                .toList();
    }

    List<Property<? super R, ?>> properties() {
        return properties;
    }

    /** Those whose values do not follow from other records by folds. */
    List<Property<? super R, ?>> own() {
        return own;
    }

    List<Reference<R>> references() {
        return references;
    }

    <T extends Trait<?>> List<Property<? super R, ?>> carrying(Class<T> kind) {
        return carrying.computeIfAbsent(
                kind,
                newKind -> properties.stream()
                        .filter(property -> property.trait(kind).isPresent())
                        .toList());
    }
}
