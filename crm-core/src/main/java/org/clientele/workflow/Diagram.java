package org.clientele.workflow;

import java.util.ArrayList;
import java.util.List;

/** A workflow as the text of a Mermaid state diagram. */
final class Diagram<R> {

    private final List<Step<R>> steps;
    private final List<Transition<R>> transitions;

    Diagram(List<Step<R>> steps, List<Transition<R>> transitions) {
        this.steps = steps;
        this.transitions = transitions;
    }

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("stateDiagram-v2");
        for (Step<R> step : steps) {
            lines.add("    state \"" + said(step.name()) + "\" as " + place(step));
        }
        lines.add("    [*] --> " + place(steps.get(0)));
        for (Transition<R> transition : transitions) {
            for (Step<R> from : transition.from()) {
                lines.add("    " + place(from) + " --> " + place(transition.to()) + ": " + said(transition.name()));
            }
        }
        steps.stream().filter(Step::isLast).forEach(step -> lines.add("    " + place(step) + " --> [*]"));
        return String.join("\n", lines) + "\n";
    }

    private String place(Step<R> step) {
        return "s" + (steps.indexOf(step) + 1);
    }

    /** Mermaid ends a text at these signs. */
    private static String said(String name) {
        return name.replaceAll("[\"\n\r:;#]", " ");
    }
}
