package org.clientele.sales;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what has changed since the conversion of a lead was planned. */
final class ConversionAge {

    private static final String MEND = "; plan the conversion again";

    private ConversionAge() {}

    /** The reasons why a plan is out of date, by comparison with what would be planned now; none when it is fresh. */
    static List<String> of(ConversionPlan plan, ConversionPlan now) {
        List<String> reasons = new ArrayList<>();
        for (ConversionMember then : plan.members()) {
            Optional<ConversionMember> today = now.members().stream()
                    .filter(member -> member.record().equals(then.record()))
                    .findFirst();
            if (today.filter(then::equals).isEmpty()) {
                boolean isGone =
                        today.filter(member -> member.version() != null).isEmpty();
                reasons.add(then + (isGone ? " does not take part any more" : " was changed")
                        + " since the conversion was planned" + MEND);
            }
        }
        boolean same = plan.bound().equals(now.bound())
                && plan.created().equals(now.created())
                && plan.changed().equals(now.changed());
        if (reasons.isEmpty() && !same) {
            reasons.add(
                    "the conversion would not come to what was planned, since something that it depends on was changed"
                            + MEND);
        }
        return reasons;
    }
}
