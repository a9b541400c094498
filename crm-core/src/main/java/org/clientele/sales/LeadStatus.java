package org.clientele.sales;

import org.clientele.value.Choice;
import org.clientele.value.Dictionary;

/** How far a lead has come (OroCRM documentation, Leads). */
public record LeadStatus(String id, String label) implements Choice {

    /** Nobody has decided yet. */
    public static final LeadStatus NEW = new LeadStatus("new", "New");
    /** It became an opportunity. */
    public static final LeadStatus QUALIFIED = new LeadStatus("qualified", "Qualified");
    /** It came to nothing. */
    public static final LeadStatus CANCELED = new LeadStatus("canceled", "Disqualified");

    /** The values that come with the library; a host may add to them by {@code config.choices(...)}. */
    public static final Dictionary<LeadStatus> DICTIONARY =
            Dictionary.of("lead status", LeadStatus::new, NEW, QUALIFIED, CANCELED);

    @Override
    public boolean equals(Object other) {
        return other instanceof LeadStatus choice && id.equals(choice.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
