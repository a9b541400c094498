package org.clientele.sales;

import java.util.List;
import java.util.Objects;
import org.clientele.workflow.Step;
import org.clientele.workflow.Transition;
import org.clientele.workflow.Workflow;

/**
 * How opportunities are developed, closed and opened again (OroCRM documentation, Opportunities: opportunity management flow).
 * Off until a host registers and somebody activates it.
 */
public final class OpportunityFlow {

    /** Nothing is decided. */
    public static final Step<Opportunity> OPEN = Step.named(
            "open",
            step -> step.looksLike(Opportunity.STATUS.notIn(OpportunityStatus.WON, OpportunityStatus.LOST))
                    .forbid(Opportunity.STATUS, OpportunityStatus.WON, OpportunityStatus.LOST)
                    .readOnly(Opportunity.CLOSE_REASON, Opportunity.CLOSE_REVENUE));
    /** It was won. */
    public static final Step<Opportunity> WON = closed("won", OpportunityStatus.WON);
    /** It was lost. */
    public static final Step<Opportunity> LOST = closed("lost", OpportunityStatus.LOST);

    /** Edits what is known of it. */
    public static final Transition<Opportunity> DEVELOP = Transition.from(
            OPEN,
            "develop",
            OPEN,
            transition -> transition.asks(
                    Opportunity.STATUS,
                    Opportunity.PROBABILITY,
                    Opportunity.BUDGET,
                    Opportunity.CONTACT,
                    Opportunity.CLOSE_DATE,
                    Opportunity.CUSTOMER_NEED,
                    Opportunity.PROPOSED_SOLUTION,
                    Opportunity.NOTES));
    /** Closes it as won: today and for the budget, unless another date and revenue are handed in. */
    public static final Transition<Opportunity> CLOSE_WON = Transition.from(
            OPEN,
            "close as won",
            WON,
            transition -> transition
                    .asks(Opportunity.CLOSE_DATE, Opportunity.CLOSE_REVENUE)
                    .offer(
                            Opportunity.CLOSE_DATE,
                            occasion ->
                                    Objects.requireNonNullElse(occasion.record().getCloseDate(), occasion.today()))
                    .offer(
                            Opportunity.CLOSE_REVENUE,
                            occasion -> occasion.record().getBudget())
                    .allowedWhen(Opportunity.CLOSE_DATE.isPresent(), "close date must be set; set it")
                    .set(Opportunity.STATUS, OpportunityStatus.WON)
                    .set(Opportunity.CLOSE_REASON, CloseReason.WON)
                    .clear(Opportunity.PROBABILITY));
    /** Closes it as lost, on a date and for a reason that are handed in. */
    public static final Transition<Opportunity> CLOSE_LOST = Transition.from(
            OPEN,
            "close as lost",
            LOST,
            transition -> transition
                    .asks(Opportunity.CLOSE_DATE, Opportunity.CLOSE_REASON)
                    .allowedWhen(Opportunity.CLOSE_DATE.isPresent(), "close date must be set; set it")
                    .allowedWhen(
                            Opportunity.CLOSE_REASON.isPresent().and(Opportunity.CLOSE_REASON.isNot(CloseReason.WON)),
                            "close reason must be set; choose outsold, cancelled or one of your own")
                    .set(Opportunity.STATUS, OpportunityStatus.LOST)
                    .clear(Opportunity.CLOSE_REVENUE)
                    .clear(Opportunity.PROBABILITY));
    /** Opens it again, in progress unless another status is handed in. */
    public static final Transition<Opportunity> REOPEN = Transition.from(
            List.of(WON, LOST),
            "reopen",
            OPEN,
            transition -> transition
                    .asks(
                            Opportunity.STATUS,
                            Opportunity.PROBABILITY,
                            Opportunity.CONTACT,
                            Opportunity.BUDGET,
                            Opportunity.CLOSE_DATE,
                            Opportunity.CUSTOMER_NEED,
                            Opportunity.PROPOSED_SOLUTION,
                            Opportunity.NOTES)
                    .offer(Opportunity.STATUS, occasion -> OpportunityStatus.IN_PROGRESS)
                    .offer(Opportunity.PROBABILITY, occasion -> null)
                    .clear(Opportunity.CLOSE_REASON)
                    .clear(Opportunity.CLOSE_REVENUE));

    /** The workflow. */
    public static final Workflow<Opportunity> FLOW = Workflow.define(
            "opportunity flow",
            Opportunity.TYPE,
            flow -> flow.start(OPEN)
                    .steps(WON, LOST)
                    .transitions(DEVELOP, CLOSE_WON, CLOSE_LOST, REOPEN)
                    .exclusiveGroup("opportunity management"));

    private OpportunityFlow() {}

    private static Step<Opportunity> closed(String name, OpportunityStatus as) {
        return Step.named(
                name,
                step -> step.looksLike(Opportunity.STATUS.is(as))
                        .allowOnly(Opportunity.STATUS, as)
                        .readOnly(
                                Opportunity.CUSTOMER,
                                Opportunity.ACCOUNT,
                                Opportunity.PROBABILITY,
                                Opportunity.BUDGET,
                                Opportunity.CLOSE_REVENUE,
                                Opportunity.CLOSE_DATE,
                                Opportunity.CLOSE_REASON)
                        .last());
    }
}
