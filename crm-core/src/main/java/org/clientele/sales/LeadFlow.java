package org.clientele.sales;

import java.util.List;
import org.clientele.store.Write;
import org.clientele.workflow.Occasion;
import org.clientele.workflow.Step;
import org.clientele.workflow.Transition;
import org.clientele.workflow.Workflow;

/**
 * How leads become opportunities or come to nothing (OroCRM documentation, Leads: unqualified sales lead flow). Off until a host
 * registers and somebody activates it.
 */
public final class LeadFlow {

    /** Nobody has decided yet. */
    public static final Step<Lead> NEW = Step.named(
            "new",
            step -> step.looksLike(Lead.STATUS.notIn(LeadStatus.QUALIFIED, LeadStatus.CANCELED))
                    .forbid(Lead.STATUS, LeadStatus.QUALIFIED, LeadStatus.CANCELED));
    /** It became an opportunity. */
    public static final Step<Lead> QUALIFIED = decided("qualified", LeadStatus.QUALIFIED);
    /** It came to nothing. */
    public static final Step<Lead> CANCELLED = decided("cancelled", LeadStatus.CANCELED);

    /** Makes an opportunity of it, with the contact and the account that are there already or are created with it. */
    public static final Transition<Lead> QUALIFY = Transition.from(
            NEW,
            "qualify",
            QUALIFIED,
            transition -> transition
                    .shownWhen(Lead.STATUS.is(LeadStatus.NEW))
                    .asks(Lead.CONTACT, Lead.CUSTOMER, Lead.ACCOUNT, Lead.COMPANY_NAME)
                    .allowedWhen(
                            Lead.COMPANY_NAME
                                    .isPresent()
                                    .or(Lead.CUSTOMER.isPresent())
                                    .or(Lead.ACCOUNT.isPresent()),
                            "company name, customer or account must be given; give one of them")
                    .allowedWhen(ContactOfLead.NAMED, ContactOfLead.NOBODY)
                    .alsoWrite(LeadFlow::convert));
    /** Says that it came to nothing. */
    public static final Transition<Lead> DISQUALIFY = Transition.from(
            NEW, "disqualify", CANCELLED, transition -> transition.set(Lead.STATUS, LeadStatus.CANCELED));
    /** Makes it new again; what it was made into stays. */
    public static final Transition<Lead> REACTIVATE = Transition.from(
            List.of(QUALIFIED, CANCELLED),
            "reactivate",
            NEW,
            transition -> transition.set(Lead.STATUS, LeadStatus.NEW));

    /** The workflow. */
    public static final Workflow<Lead> FLOW = Workflow.define(
            "lead flow",
            Lead.TYPE,
            flow -> flow.start(NEW).steps(QUALIFIED, CANCELLED).transitions(QUALIFY, DISQUALIFY, REACTIVATE));

    private LeadFlow() {}

    private static Step<Lead> decided(String name, LeadStatus as) {
        return Step.named(name, step -> step.looksLike(Lead.STATUS.is(as)).allowOnly(Lead.STATUS, as));
    }

    private static List<Write<?>> convert(Occasion<Lead> occasion) {
        return new LeadConversion(occasion.door()).qualify(occasion.record());
    }
}
