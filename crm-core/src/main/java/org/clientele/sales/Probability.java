package org.clientele.sales;

import java.math.BigDecimal;
import org.clientele.value.Dictionary;
import org.jspecify.annotations.Nullable;

/** How probable an opportunity is: what somebody says, else what is usual for its status. */
final class Probability {

    private Probability() {}

    /**
     * The probability after a change. What was the usual one of the former status follows to the new one; what is not given
     * is the usual one, and that of the first status where a closed opportunity is open again.
     *
     * @param from the former status; null when there is none
     * @param dictionary the statuses with the probabilities in force
     */
    static @Nullable BigDecimal of(
            @Nullable BigDecimal given,
            @Nullable OpportunityStatus from,
            @Nullable OpportunityStatus to,
            Dictionary<OpportunityStatus> dictionary) {
        if (given == null) {
            boolean reopens = from != null && from.isClosed() && to != null && !to.isClosed();
            return usual(reopens ? OpportunityStatus.IN_PROGRESS : to, dictionary);
        }
        BigDecimal former = usual(from, dictionary);
        return former != null && former.compareTo(given) == 0 ? usual(to, dictionary) : given;
    }

    private static @Nullable BigDecimal usual(
            @Nullable OpportunityStatus status, Dictionary<OpportunityStatus> dictionary) {
        return status == null
                ? null
                : dictionary
                        .find(status.id())
                        .map(OpportunityStatus::probability)
                        .orElse(null);
    }
}
