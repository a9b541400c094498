package org.clientele.jpa;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.clientele.model.CrmRecord;
import org.clientele.model.Schema;
import org.clientele.property.AnyReferenceProperty;
import org.clientele.property.Property;
import org.clientele.store.Adjustment.Put;
import org.clientele.store.MassUpdate;
import org.clientele.value.AnyRef;

/** Gives many records the same values in one statement. */
final class MassUpdating {

    private final EntityManager entityManager;
    private final Schema schema;
    private final Mapping mapping;

    MassUpdating(EntityManager entityManager, Schema schema, Mapping mapping) {
        this.entityManager = entityManager;
        this.schema = schema;
        this.mapping = mapping;
    }

    /** Whether all values stand in the table at the top, where one statement changes them all. */
    <R extends CrmRecord> boolean fits(MassUpdate<R> update) {
        return update.puts().stream().allMatch(put -> ValueRows.isColumn(mapping, update.type(), put.property()));
    }

    <R extends CrmRecord> long run(MassUpdate<R> update, Instant at) {
        Statement statement = new Statement();
        Conditions conditions = new Conditions(schema, mapping, statement);
        Conditions.From from = conditions.from(update.type().recordClass(), "e");
        List<String> sets = new ArrayList<>();
        update.puts().forEach(put -> addSets(put, statement, sets));
        sets.add("e.version = e.version + 1");
        sets.add("e.updatedAt = " + statement.bind(at));
        String jpql = "update " + from.entity() + " set " + String.join(", ", sets)
                + Logic.where(from.types(), conditions.of(update.where(), from.source()));
        return statement.update(entityManager, jpql);
    }

    private static <V> void addSets(Put<?, V> put, Statement statement, List<String> sets) {
        Property<?, V> property = put.property();
        Term term = Term.mapped(property, "e");
        V value = put.value();
        if (property instanceof AnyReferenceProperty<?>) {
            AnyRef ref = (AnyRef) value;
            sets.add(term.value() + " = " + (ref == null ? "null" : statement.bind(ref.type())));
            sets.add(term.second() + " = " + (ref == null ? "null" : statement.bind(ref.id())));
        } else {
            sets.add(term.value() + " = " + (value == null ? "null" : statement.bind(property.raw(value))));
        }
    }
}
