package org.clientele.workflow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.clientele.criteria.Criterion;
import org.clientele.property.Property;
import org.jspecify.annotations.Nullable;

/**
 * A step of a workflow, and what holds of a record in it (OroCRM documentation, Workflows: steps, restrictions). Immutable and
 * thread-safe; it stands as a constant beside its workflow.
 *
 * <pre>{@code
 * static final Step<Opportunity> WON = Step.named("won", step -> step
 *         .looksLike(Opportunity.STATUS.is(OpportunityStatus.WON))
 *         .allowOnly(Opportunity.STATUS, OpportunityStatus.WON)
 *         .readOnly(Opportunity.BUDGET)
 *         .last());
 * }</pre>
 *
 * @param <R> the class of the records
 */
public final class Step<R> {

    private final String name;
    private final @Nullable Criterion<R> like;
    private final List<Property<R, ?>> fixed;
    private final List<Limit<R, ?>> limits;
    private final boolean isLast;

    private Step(Definition<R> defined) {
        this.name = defined.name;
        this.like = defined.like;
        this.fixed = List.copyOf(defined.fixed);
        this.limits = List.copyOf(defined.limits);
        this.isLast = defined.isLast;
    }

    /** A step in which all is allowed. */
    public static <R> Step<R> named(String name) {
        return named(name, step -> {});
    }

    /** A step with what holds in it. */
    public static <R> Step<R> named(String name, Consumer<Definition<R>> definition) {
        Definition<R> defined = new Definition<>(name);
        definition.accept(defined);
        return new Step<>(defined);
    }

    /** Collects what holds in a step; used within {@link Step#named(String, Consumer)} only. */
    public static final class Definition<R> {

        private final String name;
        private final List<Property<R, ?>> fixed = new ArrayList<>();
        private final List<Limit<R, ?>> limits = new ArrayList<>();
        private @Nullable Criterion<R> like;
        private boolean isLast;

        private Definition(String name) {
            this.name = Objects.requireNonNull(name, "name");
        }

        /**
         * Says which records look as if they were in this step: they begin here when the workflow is activated, the first step
         * that fits. Without it, none does.
         */
        public Definition<R> looksLike(Criterion<? super R> condition) {
            like = new Criterion.All<>(List.of(condition));
            return this;
        }

        /** Has these properties change by transitions alone; a new record has no value in them. */
        @SafeVarargs
        @SuppressWarnings("unchecked") // a property of a type above is one of the record's
        public final Definition<R> readOnly(Property<? super R, ?>... properties) {
            for (Property<? super R, ?> property : properties) {
                fixed.add((Property<R, ?>) property);
            }
            return this;
        }

        /** Allows a property these values alone. */
        @SafeVarargs
        public final <V> Definition<R> allowOnly(Property<? super R, V> property, V... values) {
            return limit(property, List.of(values), true);
        }

        /** Forbids a property these values. */
        @SafeVarargs
        public final <V> Definition<R> forbid(Property<? super R, V> property, V... values) {
            return limit(property, List.of(values), false);
        }

        @SuppressWarnings("unchecked") // a property of a type above is one of the record's
        private <V> Definition<R> limit(Property<? super R, V> property, List<V> values, boolean isAllowed) {
            limits.add(new Limit<>((Property<R, V>) property, values, isAllowed));
            return this;
        }

        /** Says that a record may stay here for good. */
        public Definition<R> last() {
            isLast = true;
            return this;
        }
    }

    /** What people call it. */
    public String name() {
        return name;
    }

    /** Whether a record may stay here for good. */
    public boolean isLast() {
        return isLast;
    }

    /** The properties that change by transitions alone while a record is here. */
    public List<Property<R, ?>> readOnly() {
        return fixed;
    }

    /** The properties of which some values are not allowed here. */
    public List<Property<R, ?>> limited() {
        return limits.stream().<Property<R, ?>>map(Limit::property).toList();
    }

    List<Limit<R, ?>> limits() {
        return limits;
    }

    /** All properties that something is said about, each once. */
    Set<Property<R, ?>> restricted() {
        Set<Property<R, ?>> all = new LinkedHashSet<>(fixed);
        all.addAll(limited());
        return all;
    }

    /** What speaks against the value that a record has in a property here. */
    Optional<String> objection(Property<R, ?> property, R record, String where) {
        return limits.stream()
                .filter(limit -> limit.property() == property)
                .map(limit -> limit.objection(record, where))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The condition that nothing speaks against a record's being here. */
    Criterion<R> permitted() {
        return new Criterion.All<>(
                limits.stream().<Criterion<? super R>>map(Limit::criterion).toList());
    }

    /** The condition that a record begins here when the workflow is activated; it need not fit an earlier step. */
    Criterion<R> fitting() {
        return like == null ? Criterion.never() : like.and(permitted());
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
