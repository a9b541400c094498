package org.clientele.sales;

import org.clientele.value.Choice;
import org.clientele.value.Dictionary;

/** Where a lead came from; hosts add their own. */
public record LeadSource(String id, String label) implements Choice {

    /** By a campaign. */
    public static final LeadSource DEMAND_GENERATION = new LeadSource("demand_generation", "Demand Generation");

    /** The values that come with the library; a host may add to them by {@code config.choices(...)}. */
    public static final Dictionary<LeadSource> DICTIONARY =
            Dictionary.of("lead source", LeadSource::new, DEMAND_GENERATION);

    @Override
    public boolean equals(Object other) {
        return other instanceof LeadSource choice && id.equals(choice.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
