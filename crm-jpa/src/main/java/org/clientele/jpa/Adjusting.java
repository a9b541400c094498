package org.clientele.jpa;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clientele.model.EntityType;
import org.clientele.property.NumberProperty;
import org.clientele.property.Property;
import org.clientele.store.Adjustment;
import org.clientele.store.Adjustment.Add;
import org.clientele.store.Adjustment.Put;
import org.clientele.store.Adjustment.Raise;
import org.clientele.store.Adjustment.Step;

/** Adjusts folded values in the database itself, where nobody's change is lost: one statement for all with the same steps. */
final class Adjusting {

    private final EntityManager entityManager;
    private final Mapping mapping;

    Adjusting(EntityManager entityManager, Mapping mapping) {
        this.entityManager = entityManager;
        this.mapping = mapping;
    }

    /** What is to be done to records alike. */
    private record Kind(EntityType<?> type, List<? extends Step<?>> steps) {}

    void adjust(List<? extends Adjustment<?>> adjustments) {
        Map<Kind, List<UUID>> alike = new LinkedHashMap<>();
        for (Adjustment<?> adjustment : adjustments) {
            alike.computeIfAbsent(new Kind(adjustment.type(), adjustment.steps()), kind -> new ArrayList<>())
                    .add(adjustment.id());
        }
        alike.forEach(this::run);
    }

    private void run(Kind kind, List<UUID> ids) {
        for (int from = 0; from < ids.size(); from += Statement.AT_ONCE) {
            Statement statement = new Statement();
            List<String> sets = new ArrayList<>();
            for (Step<?> step : kind.steps()) {
                sets.add("e." + step.property() + " = " + value(step, statement));
            }
            // said outright, as a provider may count a version up in every bulk statement
            sets.add("e.version = e.version");
            String entity = mapping.entity(holder(kind));
            List<UUID> some = ids.subList(from, Math.min(from + Statement.AT_ONCE, ids.size()));
            statement.update(
                    entityManager,
                    "update " + entity + " e set " + String.join(", ", sets) + " where " + statement.in("e.id", some));
        }
    }

    /** The class that is updated: the highest one that has the properties, whose table they stand in. */
    private static Class<?> holder(Kind kind) {
        EntityType<?> holder = kind.type();
        while (holder.parent().isPresent() && has(holder.parent().get(), kind.steps())) {
            holder = holder.parent().get();
        }
        return holder.recordClass();
    }

    private static boolean has(EntityType<?> type, List<? extends Step<?>> steps) {
        return steps.stream().allMatch(step -> type.properties().contains(step.property()));
    }

    private static String value(Step<?> step, Statement statement) {
        String stored = "e." + step.property();
        if (step instanceof Add<?> add) {
            return "coalesce(" + stored + ", " + statement.bind(number(add.property(), BigDecimal.ZERO)) + ") + "
                    + statement.bind(number(add.property(), add.amount()));
        } else if (step instanceof Raise<?> raise) {
            String least = statement.bind(raise.least());
            return "case when " + stored + " is null or " + stored + " < " + least + " then " + least + " else "
                    + stored + " end";
        }
        return put((Put<?, ?>) step, statement);
    }

    private static <N extends Number & Comparable<N>> N number(NumberProperty<?, N> property, BigDecimal amount) {
        return property.plus(null, amount);
    }

    private static <V> String put(Put<?, V> put, Statement statement) {
        V value = put.value();
        Property<?, V> property = put.property();
        return value == null ? "null" : statement.bind(property.raw(value));
    }
}
