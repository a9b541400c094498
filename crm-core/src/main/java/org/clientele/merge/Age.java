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
        for (MergeMember today : now.members()) {
            boolean same = plan.members().stream()
                    .anyMatch(then -> then.record().id().equals(today.record().id())
                            && Objects.equals(then.version(), today.version()));
            if (!same) {
                reasons.add(named(plan, today) + (today.version() == null ? " is no longer there" : " was changed")
                        + " since the merge was planned" + MEND);
            }
        }
        if (reasons.isEmpty()) {
            differing(plan, now)
                    .forEach(place ->
                            reasons.add("other records than planned point to the absorbed by " + place + MEND));
        }
        if (reasons.isEmpty()
                && (!chosen(plan).equals(chosen(now)) || !lost(plan).equals(lost(now)))) {
            reasons.add("the merge would not come to what was planned, since something that it depends on was changed"
                    + MEND);
        }
        return reasons;
    }

    /** A record by the name that it had when the merge was planned. */
    private static MergeMember named(MergePlan<?> plan, MergeMember today) {
        return plan.members().stream()
                .filter(then -> then.record().id().equals(today.record().id()))
                .findFirst()
                .orElse(today);
    }

    private static List<List<Object>> lost(MergePlan<?> plan) {
        return plan.dropped().stream()
                .map(dropped -> List.<Object>of(dropped.record(), dropped.property(), dropped.value()))
                .toList();
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
