package org.clientele.workflow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.Property;
import org.clientele.property.Traits;

/** What can be wrong with the definition of a workflow. */
final class DefinitionFaults<R extends CrmRecord> {

    private final String name;
    private final EntityType<R> type;
    private final List<Step<R>> steps;
    private final List<Transition<R>> transitions;
    private final boolean hasStart;
    private final List<String> faults = new ArrayList<>();

    DefinitionFaults(
            String name, EntityType<R> type, List<Step<R>> steps, List<Transition<R>> transitions, boolean hasStart) {
        this.name = name;
        this.type = type;
        this.steps = steps;
        this.transitions = transitions;
        this.hasStart = hasStart;
    }

    /** A sentence for each fault, with the mend; none when all is well. */
    List<String> all() {
        addWhen(!hasStart, "has no step to start in; name one by start(...)");
        addDoubles("steps", steps, Step::name);
        addDoubles("transitions", transitions, Transition::name);
        transitions.forEach(this::addStrayEnds);
        steps.forEach(this::addRestrictionFaults);
        transitions.forEach(this::addTransitionFaults);
        if (hasStart) {
            addWays();
        }
        return faults;
    }

    private void addWhen(boolean isWrong, String sentence) {
        if (isWrong) {
            faults.add("the workflow '" + name + "' " + sentence);
        }
    }

    private <E> void addDoubles(String kind, Collection<E> elements, Function<E, String> by) {
        Set<String> seen = new HashSet<>();
        Set<String> doubles = new LinkedHashSet<>();
        elements.forEach(element -> {
            if (!seen.add(by.apply(element))) {
                doubles.add(by.apply(element));
            }
        });
        doubles.forEach(
                twice -> addWhen(true, "has two " + kind + " that are called '" + twice + "'; rename one of them"));
    }

    private void addStrayEnds(Transition<R> transition) {
        addWhen(
                transition.from().isEmpty(),
                "has the transition '" + transition + "', which leads from no step; name one that it leads from");
        Set<Step<R>> ends = new LinkedHashSet<>(transition.from());
        ends.add(transition.to());
        ends.stream()
                .filter(step -> !steps.contains(step))
                .forEach(step -> addWhen(
                        true,
                        "has no step '" + step + "', at which the transition '" + transition
                                + "' begins or ends; add it by steps(...)"));
    }

    private void addRestrictionFaults(Step<R> step) {
        step.restricted().forEach(property -> addUnknown(property, "the step '" + step + "' restricts"));
        addDoubles(
                step.readOnly(),
                property -> "has '" + property + "' read-only twice in the step '" + step + "'; say it once");
        addDoubles(
                step.limited(),
                property -> "limits '" + property + "' twice in the step '" + step
                        + "', so that one restriction overlaps the other; make them one");
        step.limits().stream()
                .filter(limit -> limit.values().isEmpty())
                .forEach(limit -> addWhen(
                        true,
                        "limits '" + limit.property() + "' in the step '" + step
                                + "' and names no value; name one or drop it"));
    }

    private void addDoubles(Collection<Property<R, ?>> properties, Function<Property<R, ?>, String> sentence) {
        Set<Property<R, ?>> seen = new HashSet<>();
        Set<Property<R, ?>> doubles = new LinkedHashSet<>();
        properties.stream().filter(property -> !seen.add(property)).forEach(doubles::add);
        doubles.forEach(property -> addWhen(true, sentence.apply(property)));
    }

    private void addUnknown(Property<R, ?> property, String where) {
        addWhen(
                !property.isCustom() && !type.properties().contains(property),
                "names '" + property + "', which " + where + " and the type " + type
                        + " has not; name one of its properties");
    }

    private void addTransitionFaults(Transition<R> transition) {
        String where = "the transition '" + transition + "'";
        for (Property<R, ?> property : transition.asked()) {
            addUnknown(property, where + " asks for");
            addWhen(
                    property.has(Traits.Calculated.class),
                    "asks for '" + property + "' in " + where + ", which nobody enters; ask for what it follows from");
        }
        for (Transition.Setting<R, ?> setting : transition.settings()) {
            addUnknown(setting.property(), where + " sets");
            transition.to().limits().stream()
                    .filter(limit -> limit.property() == setting.property() && !limit.permits(setting.value()))
                    .forEach(limit -> addWhen(
                            true,
                            "sets '" + setting.property() + "' in " + where + " to what the step '" + transition.to()
                                    + "' does not allow; set another value or allow it"));
        }
    }

    /** Steps that nothing leads to, and steps that nothing leads out of though they are not the last. */
    private void addWays() {
        Set<Step<R>> reached = new HashSet<>();
        Deque<Step<R>> next = new ArrayDeque<>(List.of(steps.get(0)));
        while (!next.isEmpty()) {
            Step<R> step = next.remove();
            if (reached.add(step)) {
                leaving(step).forEach(transition -> next.add(transition.to()));
            }
        }
        for (Step<R> step : steps) {
            addWhen(
                    !reached.contains(step),
                    "has the step '" + step + "', which can not be reached from '" + steps.get(0)
                            + "'; add a transition to it or drop it");
            boolean isDead = !step.isLast() && leaving(step).stream().allMatch(way -> way.to() == step);
            addWhen(
                    isDead,
                    "has the step '" + step + "', which nothing leads out of"
                            + " though it is not said to be the last; say last() or add a transition");
        }
    }

    private List<Transition<R>> leaving(Step<R> step) {
        return transitions.stream()
                .filter(transition -> transition.from().contains(step))
                .toList();
    }
}
