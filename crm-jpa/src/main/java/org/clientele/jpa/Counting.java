package org.clientele.jpa;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.clientele.model.CrmRecord;
import org.clientele.model.Schema;
import org.clientele.store.Pointing;
import org.jspecify.annotations.Nullable;

/** Counts who points to whom, for many types in one statement: the union of a count for each. */
final class Counting {

    private final EntityManager entityManager;
    private final Schema schema;
    private final Mapping mapping;

    Counting(EntityManager entityManager, Schema schema, Mapping mapping) {
        this.entityManager = entityManager;
        this.schema = schema;
        this.mapping = mapping;
    }

    /** Whether the property by which records point is a column of theirs. */
    boolean isColumn(Pointing<?> asked) {
        return ValueRows.isColumn(mapping, asked.type(), asked.by());
    }

    /** The counts of each of these questions, of which there is at least one. */
    List<Map<UUID, Long>> counts(List<? extends Pointing<?>> asked) {
        Statement statement = new Statement();
        Conditions conditions = new Conditions(schema, mapping, statement);
        List<String> parts = new ArrayList<>();
        List<Map<UUID, Long>> counts = new ArrayList<>();
        for (Pointing<?> one : asked) {
            parts.add(part(parts.size(), one, conditions));
            counts.add(new HashMap<>());
        }
        for (@Nullable
        Object[] row : statement
                .query(entityManager, String.join(" union all ", parts), Object[].class)
                .getResultList()) {
            if (row[1] != null) {
                counts.get(((Number) Objects.requireNonNull(row[0])).intValue())
                        .put((UUID) row[1], ((Number) Objects.requireNonNull(row[2])).longValue());
            }
        }
        return counts;
    }

    private <R extends CrmRecord> String part(int number, Pointing<R> asked, Conditions conditions) {
        Conditions.From from = conditions.from(asked.type().recordClass(), "e" + number);
        Term term = Term.mapped(asked.by(), from.source().alias());
        String target = term.second() == null ? term.value() : term.second();
        return "select " + number + ", " + target + ", count(" + from.source().alias() + ".id) from " + from.entity()
                + Logic.where(from.types(), conditions.of(asked.where(), from.source())) + " group by " + target;
    }
}
