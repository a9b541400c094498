package org.clientele.testkit.workflow;

import java.util.List;
import org.clientele.testkit.host.Visit;
import org.clientele.workflow.Step;
import org.clientele.workflow.Transition;
import org.clientele.workflow.Workflow;

/** A workflow of a host for a record kind of its own: visits are planned, agreed upon and done. */
final class VisitFlow {

    static final String FINAL = "final";

    static final Step<Visit> PLANNED = Step.named(
            "planned",
            step -> step.looksLike(Visit.CONFIRMED.isFalse().and(Visit.MINUTES.isBlank()))
                    .forbid(Visit.CONFIRMED, true)
                    .readOnly(Visit.EXPENSES));
    static final Step<Visit> AGREED = Step.named(
            "agreed",
            step -> step.looksLike(Visit.CONFIRMED.isTrue().and(Visit.MINUTES.isBlank()))
                    .allowOnly(Visit.CONFIRMED, true)
                    .forbid(Visit.MINUTES, 0)
                    .readOnly(Visit.BEGINS_AT));
    static final Step<Visit> DONE = Step.named(
            "done",
            step -> step.looksLike(Visit.CONFIRMED.isTrue())
                    .allowOnly(Visit.CONFIRMED, true)
                    .forbid(Visit.MINUTES, 0)
                    .readOnly(Visit.MINUTES, Visit.EXPENSES)
                    .last());

    static final Transition<Visit> NOTE =
            Transition.from(PLANNED, "note", PLANNED, transition -> transition.asks(Visit.SUBJECT, Visit.EXPENSES));
    static final Transition<Visit> AGREE = Transition.from(
            PLANNED,
            "agree",
            AGREED,
            transition -> transition
                    .asks(Visit.BEGINS_AT)
                    .allowedWhen(Visit.BEGINS_AT.isPresent(), "the time must be known; set it")
                    .set(Visit.CONFIRMED, true));
    static final Transition<Visit> FINISH = Transition.from(
            AGREED,
            "finish",
            DONE,
            transition -> transition
                    .asks(Visit.MINUTES, Visit.EXPENSES)
                    .allowedWhen(Visit.MINUTES.isPresent(), "the minutes must be known; set them"));
    static final Transition<Visit> AGAIN = Transition.from(
            List.of(AGREED, DONE),
            "again",
            PLANNED,
            transition -> transition
                    .shownWhen(Visit.SUBJECT.isNot(FINAL))
                    .set(Visit.CONFIRMED, false)
                    .clear(Visit.MINUTES)
                    .clear(Visit.EXPENSES));

    static final Workflow<Visit> FLOW = Workflow.define(
            "visit flow",
            Visit.TYPE,
            flow -> flow.start(PLANNED)
                    .steps(AGREED, DONE)
                    .transitions(NOTE, AGREE, FINISH, AGAIN)
                    .exclusiveGroup("visits"));

    /** Another one of the same group, which never becomes active while that one is. */
    static final Workflow<Visit> OTHER = Workflow.define(
            "other visit flow",
            Visit.TYPE,
            flow -> flow.start(Step.named("any", Step.Definition::last)).exclusiveGroup("visits"));

    private VisitFlow() {}
}
