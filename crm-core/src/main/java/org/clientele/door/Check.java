package org.clientele.door;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Lookup;
import org.clientele.criteria.Query;
import org.clientele.criteria.Relation;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Invariant;
import org.clientele.model.Schema;
import org.clientele.model.Violation;
import org.clientele.property.AnyReferenceProperty;
import org.clientele.property.ChoiceProperty;
import org.clientele.property.Property;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits;
import org.clientele.store.Records;
import org.clientele.store.Write;
import org.clientele.value.AnyRef;
import org.clientele.value.Choice;
import org.jspecify.annotations.Nullable;

/**
 * Finds everything that is wrong with a record at once: the rules of its properties, the constraints annotated on its
 * class, the rules of its type, references to what is not there, and unique values that are taken.
 */
final class Check {

    private final Validator validator;
    private final Schema schema;
    private final Records stored;
    private final Optional<UUID> actor;

    /** Checks what this actor writes; empty for the system itself. */
    Check(Validator validator, Records stored, Optional<UUID> actor) {
        this.actor = actor;
        this.validator = validator;
        this.schema = stored.schema();
        this.stored = stored;
    }

    <R extends CrmRecord> List<Violation> violations(Write<R> write, Batch batch) {
        Optional<R> before = write instanceof Write.Update<R> update ? Optional.of(update.before()) : Optional.empty();
        return violations(write, before, false, batch);
    }

    /** The same for a record that is put back: no rule about how a record may change looks at it. */
    <R extends CrmRecord> List<Violation> violationsPutBack(Write<R> write, Batch batch) {
        return violations(write, Optional.of(write.record()), true, batch);
    }

    private <R extends CrmRecord> List<Violation> violations(
            Write<R> write, Optional<R> before, boolean putsBack, Batch batch) {
        EntityType<R> type = write.type();
        R after = write.record();
        String name = type + " " + type.nameOf(after);
        List<Violation> violations = new ArrayList<>();
        if (write instanceof Write.Delete<R>) {
            addBroken(type.deletionRules(), write, Optional.of(after), name, batch, violations);
            return violations;
        }
        for (Property<? super R, ?> property : schema.properties(type)) {
            Changed<?> changed = changed(property, write);
            for (String objection : objections(property, changed.value(), changed.isChanged(), type, after, batch)) {
                violations.add(new Violation(name, property.name(), objection));
            }
            if (changed.isChanged()
                    && !putsBack
                    && write instanceof Write.Update<R>
                    && property.has(Traits.Fixed.class)) {
                violations.add(new Violation(name, property.name(), "is given once and can not be changed; keep it"));
            }
        }
        validator.validate(after).stream()
                .sorted(Comparator.comparing(
                        violation -> violation.getPropertyPath().toString()))
                .forEach(violation -> violations.add(violation(name, violation)));
        for (List<Property<? super R, ?>> together : type.distinctions()) {
            if (isDouble(together, write, batch)) {
                violations.add(new Violation(name, null, Distinction.sentence(type, together)));
            }
        }
        addBroken(type.invariants(), write, before, name, batch, violations);
        return violations;
    }

    /** A property's value after the write, and whether the write changes it. */
    private record Changed<V>(@Nullable V value, boolean isChanged) {}

    private static <R extends CrmRecord, V> Changed<V> changed(Property<? super R, V> property, Write<R> write) {
        V value = property.get(write.record());
        boolean same = write instanceof Write.Update<R> update && Objects.equals(property.get(update.before()), value);
        return new Changed<>(value, !same);
    }

    @SuppressWarnings("unchecked")
    private <R extends CrmRecord, V> List<String> objections(
            Property<? super R, V> property,
            @Nullable Object value,
            boolean changed,
            EntityType<R> type,
            R after,
            Batch batch) {
        List<String> objections = new ArrayList<>(property.objections((V) value));
        if (!changed || value == null) {
            return objections;
        }
        Property<R, V> own = (Property<R, V>) property;
        if (own instanceof Relation<?, ?, ?>) {
            addLost((Relation<R, ?, ?>) own, after, batch, objections);
        } else if (own instanceof AnyReferenceProperty<?> && isLost((AnyRef) value, batch)) {
            objections.add("points to " + value + ", which is not there; choose another, by the name of its own type");
        } else if (own instanceof ChoiceProperty<?, ?> choice
                && schema.dictionary(choice).find(((Choice) value).id()).isEmpty()) {
            objections.add("is '" + ((Choice) value).id() + "', which is none of the " + schema.dictionary(choice));
        } else if (own.has(Traits.Unique.class) && isTaken(own, (V) value, type, after, batch)) {
            String shown = own.has(Traits.Calculated.class) ? "is a key that " : "'" + value + "' ";
            objections.add(shown + "belongs to another " + type + "; choose another value");
        }
        return objections;
    }

    private static <R> void addLost(Relation<R, ?, ?> relation, R after, Batch batch, List<String> objections) {
        Set<UUID> lost = new TreeSet<>();
        relation.anyTarget(after, id -> {
            if (!batch.isThere(relation.target(), id)) {
                lost.add(id);
            }
            return false;
        });
        lost.forEach(id -> objections.add("points to " + id + ", which is not there; save it first or choose another"));
    }

    private boolean isLost(AnyRef ref, Lookup lookup) {
        return lookup.find(schema.type(ref.type()).recordClass(), ref.id())
                .filter(record -> schema.typeOf(record).name().equals(ref.type()))
                .isEmpty();
    }

    @SuppressWarnings("unchecked")
    private <R extends CrmRecord, V> boolean isTaken(
            Property<R, V> property, V value, EntityType<R> type, R after, Batch batch) {
        Criterion<R> same = (Property<?, ?>) property instanceof TextProperty<?> text
                ? ((TextProperty<R>) text).is((String) value)
                : new Criterion.OneOf<>(property, Set.of(value));
        return batch.written(type.recordClass()).anyMatch(other -> !other.equals(after) && same.test(other, batch))
                || stored.select(type, Query.of(same))
                        .anyMatch(other -> !other.equals(after) && !batch.has(other.getId()));
    }

    private <R extends CrmRecord> boolean isDouble(List<Property<? super R, ?>> together, Write<R> write, Batch batch) {
        boolean changes =
                together.stream().anyMatch(property -> changed(property, write).isChanged());
        return changes
                && Distinction.same(together, write.record())
                        .filter(same -> batch.select(write.type(), same).stream()
                                .anyMatch(other -> !other.equals(write.record())))
                        .isPresent();
    }

    private static Violation violation(String name, ConstraintViolation<?> violation) {
        String path = violation.getPropertyPath().toString();
        return new Violation(name, path.isEmpty() ? null : path, violation.getMessage());
    }

    @SuppressWarnings("unchecked") // a rule of a type above is one of the record's
    private <R extends CrmRecord> void addBroken(
            List<Invariant<? super R>> rules,
            Write<R> write,
            Optional<R> before,
            String name,
            Batch batch,
            List<Violation> violations) {
        Circumstances<R> context = new Circumstances<>(write.type(), before, actor, batch, schema);
        for (Invariant<? super R> rule : rules) {
            Property<?, ?> about = rule.about();
            ((Invariant<R>) rule)
                    .objection()
                    .apply(write.record(), context)
                    .ifPresent(objection ->
                            violations.add(new Violation(name, about == null ? null : about.name(), objection)));
        }
    }
}
