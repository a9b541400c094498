package org.clientele.merge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.clientele.model.CrmRecord;
import org.clientele.property.Traits;

/** Says what has changed since a plan was made. */
final class Age {

    private static final String MEND = "; plan the merge again";

    private Age() {}

    /** The reasons why a plan is out of date, by comparison with what would be planned now; none when it is fresh. */
    static <R extends CrmRecord> List<String> of(MergePlan<R> plan, MergePlan<R> now) {
        List<String> reasons = new ArrayList<>();
        for (int i = 0; i < plan.members().size(); i++) {
            MergeMember then = plan.members().get(i);
            MergeMember today = now.members().get(i);
            if (!Objects.equals(then.version(), today.version())) {
                reasons.add(then + (today.version() == null ? " is no longer there" : " was changed")
                        + " since the merge was planned" + MEND);
            }
        }
        if (reasons.isEmpty()) {
            differing(plan, now)
                    .forEach(place ->
                            reasons.add("other records than planned point to the absorbed by " + place + MEND));
        }
        if (reasons.isEmpty() && !chosen(plan).equals(chosen(now))) {
            reasons.add(
                    "the master would not become what was planned, since something that it follows was changed" + MEND);
        }
        return reasons;
    }

    private static List<String> differing(MergePlan<?> plan, MergePlan<?> now) {
        Set<Relink> both = new HashSet<>(plan.relinks());
        both.retainAll(now.relinks());
        return Stream.concat(plan.relinks().stream(), now.relinks().stream())
                .filter(relink -> !both.contains(relink))
                .map(relink -> relink.type() + "." + relink.property())
                .distinct()
                .sorted()
                .toList();
    }

    /** What the plan makes of the master, without what follows from others, such as who changed it last. */
    private static <R extends CrmRecord> List<MergeChange<R>> chosen(MergePlan<R> plan) {
        return plan.changes().stream()
                .filter(change -> !change.property().has(Traits.Calculated.class))
                .toList();
    }
}
