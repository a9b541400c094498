package org.clientele.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.Property;
import org.jspecify.annotations.Nullable;

/**
 * The steps that records of a type pass, and the transitions between them (OroCRM documentation, Workflows). It is registered by
 * {@code config.workflow(FLOW)} and does nothing before somebody activates it. Immutable and thread-safe.
 *
 * <pre>{@code
 * static final Workflow<Visit> FLOW = Workflow.define("visit flow", Visit.TYPE, flow -> flow
 *         .start(PLANNED)
 *         .steps(DONE)
 *         .transitions(FINISH));
 * }</pre>
 *
 * @param <R> the class of the records
 */
public final class Workflow<R extends CrmRecord> {

    private final String name;
    private final EntityType<R> type;
    private final List<Step<R>> steps;
    private final List<Transition<R>> transitions;
    private final @Nullable String group;

    private Workflow(String name, EntityType<R> type, Definition<R> defined) {
        this.name = name;
        this.type = type;
        this.steps = List.copyOf(defined.steps);
        this.transitions = List.copyOf(defined.transitions);
        this.group = defined.group;
    }

    /**
     * Defines a workflow.
     *
     * @param name unique within a CRM
     * @throws IllegalArgumentException when something is wrong with it - a step that nothing leads to, a step that is not the last
     *     one and that nothing leads out of, a property that the type has not, restrictions that overlap, and the like; all is said
     *     at once, each with the mend
     */
    public static <R extends CrmRecord> Workflow<R> define(
            String name, EntityType<R> type, Consumer<Definition<R>> definition) {
        Definition<R> defined = new Definition<>();
        definition.accept(defined);
        Workflow<R> workflow =
                new Workflow<>(Objects.requireNonNull(name, "name"), Objects.requireNonNull(type, "type"), defined);
        List<String> faults =
                new DefinitionFaults<>(name, type, workflow.steps, workflow.transitions, defined.hasStart).all();
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", faults));
        }
        return workflow;
    }

    /** Collects what a workflow is made of; used within {@link Workflow#define} only. */
    public static final class Definition<R extends CrmRecord> {

        private final List<Step<R>> steps = new ArrayList<>();
        private final List<Transition<R>> transitions = new ArrayList<>();
        private boolean hasStart;
        private @Nullable String group;

        private Definition() {}

        /** The step in which new records begin. */
        public Definition<R> start(Step<R> step) {
            steps.add(0, step);
            hasStart = true;
            return this;
        }

        /** The other steps, in the order in which people read them. */
        @SafeVarargs
        public final Definition<R> steps(Step<R>... further) {
            steps.addAll(Arrays.asList(further));
            return this;
        }

        /** The transitions, in the order in which people read them. */
        @SafeVarargs
        public final Definition<R> transitions(Transition<R>... further) {
            transitions.addAll(Arrays.asList(further));
            return this;
        }

        /** Says that of all workflows of this group one at most is active at a time (OroCRM documentation: exclusive groups). */
        public Definition<R> exclusiveGroup(String of) {
            group = of;
            return this;
        }
    }

    /** What people call it. */
    public String name() {
        return name;
    }

    /** The type whose records pass the steps, and those of types that extend it. */
    public EntityType<R> type() {
        return type;
    }

    /** The step in which new records begin. */
    public Step<R> start() {
        return steps.get(0);
    }

    /** The steps, the first one first. */
    public List<Step<R>> steps() {
        return steps;
    }

    /** The transitions. */
    public List<Transition<R>> transitions() {
        return transitions;
    }

    /** The step of this name; empty when there is none, such as one that a former definition had. */
    public Optional<Step<R>> step(@Nullable String of) {
        return steps.stream().filter(step -> step.name().equals(of)).findFirst();
    }

    /** The transition of this name. */
    public Optional<Transition<R>> transition(@Nullable String of) {
        return transitions.stream()
                .filter(transition -> transition.name().equals(of))
                .findFirst();
    }

    /** The transitions that lead out of a step, in their order. */
    public List<Transition<R>> transitions(Step<R> from) {
        return transitions.stream()
                .filter(transition -> transition.from().contains(from))
                .toList();
    }

    /** The group of which one workflow at most is active at a time. */
    public Optional<String> exclusiveGroup() {
        return Optional.ofNullable(group);
    }

    /** The workflow as a picture: the text of a Mermaid state diagram, which GitHub and many others show as one. */
    public String diagram() {
        return new Diagram<>(steps, transitions).text();
    }

    /** The properties that some step says something about, each once. */
    Set<Property<R, ?>> restricted() {
        Set<Property<R, ?>> all = new LinkedHashSet<>();
        steps.forEach(step -> all.addAll(step.restricted()));
        return all;
    }

    /** The identity of the record that says whether it is active. */
    UUID activation() {
        return WorkflowActivation.id(name);
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
