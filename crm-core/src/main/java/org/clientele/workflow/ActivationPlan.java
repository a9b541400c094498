package org.clientele.workflow;

import java.util.ArrayList;
import java.util.List;
import org.clientele.value.AnyRef;
import org.clientele.value.Sections;

/**
 * What activating a workflow would do with the records that there are: nothing has happened yet. A value that can be kept,
 * compared and printed; apply it with {@code session.workflows().activate(plan)}. Immutable and thread-safe.
 *
 * @param workflow the name of the workflow
 * @param isActive whether it is active already; then what is left to be placed is placed
 * @param staying how many records are in a step that suits them already, from a time when it was active
 * @param placed how many records begin in which step, in the order of the steps
 * @param left how many records fit no step: they are in none, and may be changed as before
 * @param leftOut the first {@value #MOST_NAMED} of those, with the reason
 * @param problems why it can not be activated, each a sentence; none when it can
 */
public record ActivationPlan(
        String workflow,
        boolean isActive,
        long staying,
        List<Placed> placed,
        long left,
        List<LeftOut> leftOut,
        List<String> problems) {

    /** How many of the records that fit no step are named. */
    public static final int MOST_NAMED = 100;

    public ActivationPlan {
        placed = List.copyOf(placed);
        leftOut = List.copyOf(leftOut);
        problems = List.copyOf(problems);
    }

    /** How many records begin in a step. */
    public record Placed(String step, long records) {

        @Override
        public String toString() {
            return step + ": " + records;
        }
    }

    /** A record that fits no step. */
    public record LeftOut(AnyRef record, String name, String reason) {

        @Override
        public String toString() {
            return record.type() + " " + name + ": " + reason;
        }
    }

    /** How many records begin in some step. */
    public long toPlace() {
        return placed.stream().mapToLong(Placed::records).sum();
    }

    /** The plan as a page to read. */
    @Override
    public String toString() {
        List<String> steps = new ArrayList<>();
        placed.forEach(one -> steps.add(one.toString()));
        return new Sections("activation of " + workflow)
                .with("begin in", steps)
                .with("stay where they are", staying == 0 ? List.of() : List.of(String.valueOf(staying)))
                .with(left == 0 ? "left out" : "left out, " + left, leftOut)
                .with("problems", problems)
                .toString();
    }
}
