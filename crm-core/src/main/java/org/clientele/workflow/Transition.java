package org.clientele.workflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.clientele.criteria.Criterion;
import org.clientele.property.Property;
import org.clientele.store.Write;
import org.jspecify.annotations.Nullable;

/**
 * A way from one step of a workflow to another, or back to itself (OroCRM documentation, Workflows: transitions). Immutable and
 * thread-safe; it stands as a constant beside its workflow.
 *
 * <pre>{@code
 * static final Transition<Opportunity> CLOSE_WON = Transition.from(OPEN, "close won", WON, transition -> transition
 *         .asks(Opportunity.CLOSE_DATE)
 *         .allowedWhen(Opportunity.CLOSE_DATE.isPresent(), "close date must be set; set it")
 *         .set(Opportunity.STATUS, OpportunityStatus.WON));
 * }</pre>
 *
 * @param <R> the class of the records
 */
public final class Transition<R> {

    private final String name;
    private final Set<Step<R>> from;
    private final Step<R> to;
    private final @Nullable Criterion<R> shown;
    private final List<Condition<R>> conditions;
    private final List<Property<R, ?>> asked;
    private final List<Consumer<Occasion<R>>> offers;
    private final List<Setting<R, ?>> settings;
    private final List<Consumer<Occasion<R>>> acts;
    private final List<Function<Occasion<R>, List<Write<?>>>> consequences;

    /** A condition with the sentence that says what is missing. */
    record Condition<R>(Criterion<R> condition, String sentence) {}

    /** A value that a property is given. */
    record Setting<R, V>(Property<R, V> property, @Nullable V value) {

        void apply(R record) {
            property.set(record, value);
        }
    }

    private Transition(Collection<Step<R>> from, String name, Step<R> to, Definition<R> defined) {
        this.name = Objects.requireNonNull(name, "name");
        this.from = Collections.unmodifiableSet(new LinkedHashSet<>(from));
        this.to = Objects.requireNonNull(to, "to");
        this.shown = defined.shown;
        this.conditions = List.copyOf(defined.conditions);
        this.asked = List.copyOf(defined.asked);
        this.offers = List.copyOf(defined.offers);
        this.settings = List.copyOf(defined.settings);
        this.acts = List.copyOf(defined.acts);
        this.consequences = List.copyOf(defined.consequences);
    }

    /** A transition from one step. */
    public static <R> Transition<R> from(Step<R> from, String name, Step<R> to, Consumer<Definition<R>> definition) {
        return from(List.of(from), name, to, definition);
    }

    /** A transition from several steps. */
    public static <R> Transition<R> from(
            Collection<Step<R>> from, String name, Step<R> to, Consumer<Definition<R>> definition) {
        Definition<R> defined = new Definition<>();
        definition.accept(defined);
        return new Transition<>(from, name, to, defined);
    }

    /** Collects what a transition asks and does; used within {@link Transition#from} only. */
    public static final class Definition<R> {

        private final List<Condition<R>> conditions = new ArrayList<>();
        private final List<Property<R, ?>> asked = new ArrayList<>();
        private final List<Consumer<Occasion<R>>> offers = new ArrayList<>();
        private final List<Setting<R, ?>> settings = new ArrayList<>();
        private final List<Consumer<Occasion<R>>> acts = new ArrayList<>();
        private final List<Function<Occasion<R>, List<Write<?>>>> consequences = new ArrayList<>();
        private @Nullable Criterion<R> shown;

        private Definition() {}

        /** Shows the transition only for records that meet a condition; several must all be met. */
        public Definition<R> shownWhen(Criterion<? super R> condition) {
            shown = shown == null ? new Criterion.All<>(List.of(condition)) : shown.and(condition);
            return this;
        }

        /**
         * Allows the transition only when the record, with the values that were handed in, meets a condition.
         *
         * @param sentence what is wrong when it does not, and the mend: "close date must be set; set it"
         */
        public Definition<R> allowedWhen(Criterion<? super R> condition, String sentence) {
            conditions.add(new Condition<>(new Criterion.All<>(List.of(condition)), sentence));
            return this;
        }

        /** Says of which properties values may be handed in with the transition; of others, none may. */
        @SafeVarargs
        @SuppressWarnings("unchecked") // a property of a type above is one of the record's
        public final Definition<R> asks(Property<? super R, ?>... properties) {
            for (Property<? super R, ?> property : properties) {
                asked.add((Property<R, ?>) property);
            }
            return this;
        }

        /**
         * Gives a property a value before others are handed in: whoever performs the transition may hand in another, if it is
         * asked for.
         */
        public <V> Definition<R> offer(
                Property<? super R, V> property, Function<Occasion<R>, ? extends @Nullable V> value) {
            offers.add(occasion -> property.set(occasion.record(), value.apply(occasion)));
            return this;
        }

        /** Gives a property a value. */
        @SuppressWarnings("unchecked") // a property of a type above is one of the record's
        public <V> Definition<R> set(Property<? super R, V> property, V value) {
            settings.add(new Setting<>((Property<R, V>) property, Objects.requireNonNull(value, "value")));
            return this;
        }

        /** Takes the value of a property away. */
        @SuppressWarnings("unchecked") // a property of a type above is one of the record's
        public <V> Definition<R> clear(Property<? super R, V> property) {
            settings.add(new Setting<>((Property<R, V>) property, null));
            return this;
        }

        /** Changes the record by code, after all values are set. */
        public Definition<R> act(Consumer<Occasion<R>> action) {
            acts.add(action);
            return this;
        }

        /**
         * Writes other records in the same change set: the actor must be allowed each. They are written in their order, before
         * the record itself. The function may also change the record. Where many records are taken on together, it sees what
         * was written for those before.
         */
        public Definition<R> alsoWrite(Function<Occasion<R>, List<Write<?>>> writes) {
            consequences.add(writes);
            return this;
        }
    }

    /** What people call it. */
    public String name() {
        return name;
    }

    /** The steps from which it leads, in their order. */
    public Set<Step<R>> from() {
        return from;
    }

    /** The step to which it leads. */
    public Step<R> to() {
        return to;
    }

    /** The properties of which values may be handed in: what a form shows. */
    public List<Property<R, ?>> asked() {
        return asked;
    }

    List<Condition<R>> conditions() {
        return conditions;
    }

    List<Setting<R, ?>> settings() {
        return settings;
    }

    Criterion<R> shown() {
        return shown == null ? Criterion.always() : shown;
    }

    /** Whether more than the record is written. */
    public boolean writesMore() {
        return !consequences.isEmpty();
    }

    void offerTo(Occasion<R> occasion) {
        offers.forEach(offer -> offer.accept(occasion));
    }

    /** Does to the record what the transition does, and says what else is to be written. */
    List<Write<?>> actOn(Occasion<R> occasion) {
        settings.forEach(setting -> setting.apply(occasion.record()));
        acts.forEach(act -> act.accept(occasion));
        List<Write<?>> further = new ArrayList<>();
        consequences.forEach(also -> further.addAll(also.apply(occasion)));
        return further;
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
