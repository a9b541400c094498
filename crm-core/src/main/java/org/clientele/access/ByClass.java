package org.clientele.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.clientele.criteria.Criterion;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;

/** Joins conditions that stand each for the records of one class to one condition for all of them. */
public final class ByClass {

    private ByClass() {}

    /** Each record of the type, or of one below it, meets the condition of its own type. */
    public static <R extends CrmRecord> Criterion<R> join(
            Schema schema, EntityType<R> type, Function<EntityType<?>, Criterion<?>> own) {
        Map<Criterion<?>, Set<Class<?>>> classes = new LinkedHashMap<>();
        schema.typesBelow(type.recordClass())
                .forEach(below -> classes.computeIfAbsent(own.apply(below), condition -> new LinkedHashSet<>())
                        .add(below.recordClass()));
        List<Criterion<R>> parts = new ArrayList<>();
        classes.forEach((condition, of) -> parts.add(within(of, condition, classes.size() > 1)));
        return parts.size() == 1 ? parts.get(0) : new Criterion.Any<>(List.copyOf(parts));
    }

    @SuppressWarnings("unchecked") // a condition is asked only about records of the classes that it was made for
    private static <R> Criterion<R> within(Set<Class<?>> classes, Criterion<?> condition, boolean narrow) {
        Criterion<R> own = (Criterion<R>) condition;
        return narrow ? new Criterion.OfClass<R>(classes).and(own) : own;
    }
}
