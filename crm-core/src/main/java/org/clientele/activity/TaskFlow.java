package org.clientele.activity;

import java.util.List;
import org.clientele.workflow.Step;
import org.clientele.workflow.Transition;
import org.clientele.workflow.Workflow;

/**
 * How tasks are begun, closed and opened again (OroCRM documentation, Tasks: task flow): while it is active, the status changes
 * by transitions alone. Off until a host registers and somebody activates it.
 */
public final class TaskFlow {

    /** Nobody has begun. */
    public static final Step<Task> OPEN = step("open", TaskStatus.OPEN, false);
    /** Somebody has begun. */
    public static final Step<Task> IN_PROGRESS = step("in progress", TaskStatus.IN_PROGRESS, false);
    /** It is done. */
    public static final Step<Task> CLOSED = step("closed", TaskStatus.CLOSED, true);

    /** Begins it. */
    public static final Transition<Task> START = Transition.from(
            OPEN, "start progress", IN_PROGRESS, transition -> transition.set(Task.STATUS, TaskStatus.IN_PROGRESS));
    /** Leaves it. */
    public static final Transition<Task> STOP = Transition.from(
            IN_PROGRESS, "stop progress", OPEN, transition -> transition.set(Task.STATUS, TaskStatus.OPEN));
    /** Ends it. */
    public static final Transition<Task> CLOSE = Transition.from(
            List.of(OPEN, IN_PROGRESS), "close", CLOSED, transition -> transition.set(Task.STATUS, TaskStatus.CLOSED));
    /** Opens it again. */
    public static final Transition<Task> REOPEN =
            Transition.from(CLOSED, "reopen", OPEN, transition -> transition.set(Task.STATUS, TaskStatus.OPEN));

    /** The workflow. */
    public static final Workflow<Task> FLOW = Workflow.define(
            "task flow",
            Task.TYPE,
            flow -> flow.start(OPEN).steps(IN_PROGRESS, CLOSED).transitions(START, STOP, CLOSE, REOPEN));

    private TaskFlow() {}

    private static Step<Task> step(String name, TaskStatus status, boolean isLast) {
        return Step.named(name, step -> {
            step.looksLike(Task.STATUS.is(status)).allowOnly(Task.STATUS, status);
            if (isLast) {
                step.last();
            }
        });
    }
}
