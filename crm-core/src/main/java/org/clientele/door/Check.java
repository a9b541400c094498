package org.clientele.door;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.clientele.criteria.Lookup;
import org.clientele.criteria.Relation;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Invariant;
import org.clientele.model.Schema;
import org.clientele.model.Violation;
import org.clientele.property.AnyReferenceProperty;
import org.clientele.property.ChoiceProperty;
import org.clientele.property.Property;
import org.clientele.property.Traits;
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
    private final Optional<UUID> actor;

    /** Checks what this actor writes; empty for the system itself. */
    Check(Validator validator, Schema schema, Optional<UUID> actor) {
        this.actor = actor;
        this.validator = validator;
        this.schema = schema;
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
        } else if (property.has(Traits.Unique.class) && isTaken(property, write, batch)) {
            faults.add(
                    property.name(),
                    property.has(Traits.Calculated.class)
                            ? "is made of values that another " + type + " has as well; change one of these"
                            : "'" + value + "' belongs to another " + type + "; choose another value");
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

    /** Says what {@link #violations} will ask about these writes, so that it is asked at once. */
    void foresee(Collection<? extends Write<?>> writes, Batch batch) {
        List<Answers.Question<?>> questions = new ArrayList<>();
        writes.forEach(write -> addQuestions(write, batch, questions));
        batch.foresee(writes);
        batch.foreseeQuestions(questions);
    }

    private <R extends CrmRecord> void addQuestions(Write<R> write, Batch batch, List<Answers.Question<?>> questions) {
        if (write instanceof Write.Delete<R>) {
            return;
        }
        EntityType<R> type = write.type();
        schema.properties(type, Traits.Unique.class).stream()
                .filter(write::changes)
                .map(property -> Distinction.taken(property, write.record()))
                .flatMap(Optional::stream)
                .forEach(taken -> questions.add(new Answers.Question<>(type, taken)));
        type.distinctions().stream()
                .filter(together -> together.stream().anyMatch(write::changes) && !isOfNew(together, write, batch))
                .map(together -> Distinction.same(together, write.record()))
                .flatMap(Optional::stream)
                .forEach(same -> questions.add(new Answers.Question<>(type, same)));
    }

    private static <R extends CrmRecord> boolean isTaken(Property<? super R, ?> property, Write<R> write, Batch batch) {
        return Distinction.taken(property, write.record())
                .filter(taken -> batch.writesAnother(write.record(), write.type(), taken)
                        || batch.storesAnother(write.record(), write.type(), taken))
                .isPresent();
    }

    private static <R extends CrmRecord> boolean isDouble(
            List<Property<? super R, ?>> together, Write<R> write, Batch batch) {
        return together.stream().anyMatch(write::changes)
                && Distinction.same(together, write.record())
                        .filter(same -> batch.writesAnother(write.record(), write.type(), same)
                                || (!isOfNew(together, write, batch)
                                        && batch.storesAnother(write.record(), write.type(), same)))
                        .isPresent();
    }

    /** Nothing that is stored points to a record that is new, so that the store need not be asked. */
    private static <R extends CrmRecord> boolean isOfNew(
            List<Property<? super R, ?>> together, Write<R> write, Batch batch) {
        return together.stream()
                .map(property -> property.get(write.record()))
                .anyMatch(value -> (value instanceof AnyRef any && batch.isNew(any.id()))
                        || (value instanceof Ref<?> ref && batch.isNew(ref.id())));
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
