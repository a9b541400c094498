package org.clientele.sales;

import java.math.BigDecimal;
import org.clientele.value.Choice;
import org.clientele.value.Dictionary;
import org.clientele.value.Setting;
import org.jspecify.annotations.Nullable;

/**
 * How far an opportunity has come, and how probable it usually is then (OroCRM documentation, Opportunities). A host adds
 * its own, or gives known ones another probability, by {@code config.choices(Opportunity.STATUS, ...)}.
 *
 * @param probability from 0 to 1; null when none is usual
 */
public record OpportunityStatus(
        String id, String label, @Nullable BigDecimal probability) implements Choice {

    /** Nothing is decided. */
    public static final OpportunityStatus IN_PROGRESS = of("in_progress", "Open", "0");

    /** One finds out what it is about. */
    public static final OpportunityStatus IDENTIFICATION_ALIGNMENT =
            of("identification_alignment", "Identification & Alignment", "0.1");

    /** One finds out what is needed. */
    public static final OpportunityStatus NEEDS_ANALYSIS = of("needs_analysis", "Needs Analysis", "0.2");

    /** One works on what could be sold. */
    public static final OpportunityStatus SOLUTION_DEVELOPMENT =
            of("solution_development", "Solution Development", "0.5");

    /** One talks about the price. */
    public static final OpportunityStatus NEGOTIATION = of("negotiation", "Negotiation", "0.8");

    /** It was won. */
    public static final OpportunityStatus WON = of("won", "Closed Won", "1");

    /** It was lost. */
    public static final OpportunityStatus LOST = of("lost", "Closed Lost", "0");

    /** The statuses that come with the library. */
    public static final Dictionary<OpportunityStatus> DICTIONARY = Dictionary.of(
            "opportunity status",
            (id, label) -> new OpportunityStatus(id, label, null),
            IN_PROGRESS,
            IDENTIFICATION_ALIGNMENT,
            NEEDS_ANALYSIS,
            SOLUTION_DEVELOPMENT,
            NEGOTIATION,
            WON,
            LOST);

    /** With which status a new opportunity begins when it is given none; without a choice, {@link #IN_PROGRESS}. */
    public static final Setting<OpportunityStatus> INITIAL = Setting.of("initial opportunity status", IN_PROGRESS);

    /** A status with its usual probability, such as {@code "0.25"}. */
    public static OpportunityStatus of(String id, String label, String probability) {
        return new OpportunityStatus(id, label, new BigDecimal(probability));
    }

    /** Whether it is decided: won or lost. */
    public boolean isClosed() {
        return equals(WON) || equals(LOST);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OpportunityStatus status && id.equals(status.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
