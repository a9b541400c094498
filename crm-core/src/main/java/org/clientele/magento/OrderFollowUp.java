package org.clientele.magento;

import org.clientele.criteria.Criterion;
import org.clientele.workflow.Step;
import org.clientele.workflow.Transition;
import org.clientele.workflow.Workflow;

/**
 * Whether somebody has got in touch about an order of a web shop (OroCRM documentation, Magento: order follow up). Off until a
 * host registers and somebody activates it. The call or the e-mail is saved besides, as any activity.
 */
public final class OrderFollowUp {

    /** Nobody has. */
    public static final Step<WebOrder> NOT_CONTACTED =
            Step.named("not contacted", step -> step.looksLike(Criterion.always()));
    /** Somebody has. */
    public static final Step<WebOrder> CONTACTED = Step.named("contacted", Step.Definition::last);

    /** Somebody has called. */
    public static final Transition<WebOrder> LOG_CALL =
            Transition.from(NOT_CONTACTED, "log call", CONTACTED, transition -> {});
    /** Somebody has written. */
    public static final Transition<WebOrder> SEND_EMAIL =
            Transition.from(NOT_CONTACTED, "send e-mail", CONTACTED, transition -> {});

    /** The workflow. */
    public static final Workflow<WebOrder> FLOW = Workflow.define(
            "order follow up",
            WebOrder.TYPE,
            flow -> flow.start(NOT_CONTACTED).steps(CONTACTED).transitions(LOG_CALL, SEND_EMAIL));

    private OrderFollowUp() {}
}
