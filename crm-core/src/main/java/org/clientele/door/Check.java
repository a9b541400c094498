package org.clientele.door;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
import org.clientele.value.Ref;
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
        Faults<R> faults = new Faults<>(type, after);
        if (write instanceof Write.Delete<R>) {
            addBroken(type.deletionRules(), write, Optional.of(after), batch, faults);
            return faults.found;
        }
        for (Property<? super R, ?> property : schema.properties(type)) {
            addUnfit(property, write, batch, faults);
            if (!putsBack
                    && write instanceof Write.Update<R>
                    && property.has(Traits.Fixed.class)
                    && write.changes(property)) {
                faults.add(property.name(), "is given once and can not be changed; keep it");
            }
        }
        validator.validate(after).stream()
                .sorted(Comparator.comparing(
                        violation -> violation.getPropertyPath().toString()))
                .forEach(faults::add);
        for (List<Property<? super R, ?>> together : type.distinctions()) {
            if (isDouble(together, write, batch)) {
                faults.add(null, Distinction.sentence(type, together));
            }
        }
        addBroken(type.invariants(), write, before, batch, faults);
        addBroken(batch.rules(type), write, before, batch, faults);
        return faults.found;
    }

    /** What is wrong with a record; its name is made only if something is. */
    private static final class Faults<R extends CrmRecord> {

        private final EntityType<R> type;
        private final R record;
        private final List<Violation> found = new ArrayList<>(0);
        private final List<String> objections = new ArrayList<>(0);

        Faults(EntityType<R> type, R record) {
            this.type = type;
            this.record = record;
        }

        /** Takes over what was collected about one property. */
        void takeObjections(String property) {
            if (!objections.isEmpty()) {
                objections.forEach(objection -> add(property, objection));
                objections.clear();
            }
        }

        void add(@Nullable String property, String message) {
            found.add(new Violation(type + " " + type.nameOf(record), property, message));
        }

        void add(ConstraintViolation<?> violation) {
            String path = violation.getPropertyPath().toString();
            add(path.isEmpty() ? null : path, violation.getMessage());
        }
    }

    /** Adds what the property says about its value, and what speaks against a value that it has not had before. */
    @SuppressWarnings("unchecked") // a property of a type above is one of the record's
    private <R extends CrmRecord, V> void addUnfit(
            Property<? super R, V> inherited, Write<R> write, Batch batch, Faults<R> faults) {
        Property<R, V> property = (Property<R, V>) inherited;
        EntityType<R> type = write.type();
        R after = write.record();
        V value = property.get(after);
        property.addObjections(value, faults.objections);
        faults.takeObjections(property.name());
        if (value == null || !write.changes(property)) {
            return;
        }
        if (property instanceof Relation<?, ?, ?>) {
            addLost((Relation<R, ?, ?>) property, after, batch, faults);
        } else if (property instanceof AnyReferenceProperty<?> && isLost((AnyRef) value, batch)) {
            faults.add(
                    property.name(),
                    "points to " + value + ", which is not there; choose another, by the name of its own type");
        } else if (property instanceof ChoiceProperty<?, ?> choice
                && schema.dictionary(choice).find(((Choice) value).id()).isEmpty()) {
            faults.add(
                    property.name(),
                    "is '" + ((Choice) value).id() + "', which is none of the " + schema.dictionary(choice));
        } else if (property.has(Traits.Unique.class) && isTaken(property, value, type, after, batch)) {
            String shown = property.has(Traits.Calculated.class) ? "is a key that " : "'" + value + "' ";
            faults.add(property.name(), shown + "belongs to another " + type + "; choose another value");
        }
    }

    private static <R extends CrmRecord> void addLost(
            Relation<R, ?, ?> relation, R after, Batch batch, Faults<R> faults) {
        Predicate<UUID> isLost = id -> !batch.isThere(relation.target(), id);
        if (!relation.anyTarget(after, isLost)) {
            return;
        }
        Set<UUID> lost = new TreeSet<>();
        relation.anyTarget(after, id -> {
            if (isLost.test(id)) {
                lost.add(id);
            }
            return false;
        });
        lost.forEach(id -> faults.add(
                relation.name(), "points to " + id + ", which is not there; save it first or choose another"));
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
        return together.stream().anyMatch(write::changes)
                && Distinction.same(together, write.record())
                        .filter(same ->
                                alike(together, same, write, batch).anyMatch(other -> !other.equals(write.record())))
                        .isPresent();
    }

    /** Nothing that is stored points to a record that is new, so that the store need not be asked. */
    private static <R extends CrmRecord> Stream<R> alike(
            List<Property<? super R, ?>> together, Criterion<R> same, Write<R> write, Batch batch) {
        boolean isOfNew = together.stream()
                .map(property -> property.get(write.record()))
                .anyMatch(value -> (value instanceof AnyRef any && batch.isNew(any.id()))
                        || (value instanceof Ref<?> ref && batch.isNew(ref.id())));
        return isOfNew
                ? batch.written(write.type().recordClass()).filter(other -> same.test(other, batch))
                : batch.select(write.type(), same).stream();
    }

    @SuppressWarnings("unchecked") // a rule of a type above is one of the record's
    private <R extends CrmRecord> void addBroken(
            List<Invariant<? super R>> rules, Write<R> write, Optional<R> before, Batch batch, Faults<R> faults) {
        Circumstances<R> context = new Circumstances<>(write.type(), before, actor, batch, schema);
        for (Invariant<? super R> rule : rules) {
            Property<?, ?> about = rule.about();
            ((Invariant<R>) rule)
                    .objection()
                    .apply(write.record(), context)
                    .ifPresent(objection -> faults.add(about == null ? null : about.name(), objection));
        }
    }
}
