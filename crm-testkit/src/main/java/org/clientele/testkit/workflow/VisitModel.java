package org.clientele.testkit.workflow;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.clientele.testkit.host.Visit;
import org.clientele.value.Money;
import org.jspecify.annotations.Nullable;

/** The rules of {@link VisitFlow} over again, in plain code that knows nothing of workflows. */
final class VisitModel {

    static final Instant TIME = Instant.parse("2026-03-01T09:00:00Z");
    static final Money TEN = Money.of("10", "USD");

    private VisitModel() {}

    /** What a visit says. */
    record Values(
            String subject,
            @Nullable Instant beginsAt,
            @Nullable Integer minutes,
            @Nullable Money expenses,
            @Nullable Boolean confirmed) {

        static Values of(Visit visit) {
            return new Values(
                    String.valueOf(visit.getSubject()),
                    visit.getBeginsAt(),
                    visit.getMinutes(),
                    visit.getExpenses(),
                    visit.getConfirmed());
        }

        void into(Visit visit) {
            visit.setSubject(subject);
            visit.setBeginsAt(beginsAt);
            visit.setMinutes(minutes);
            visit.setExpenses(expenses);
            visit.setConfirmed(confirmed);
        }

        boolean isConfirmed() {
            return Boolean.TRUE.equals(confirmed);
        }

        boolean tookNoTime() {
            return Integer.valueOf(0).equals(minutes);
        }

        /** The names of what differs. */
        Set<String> differing(Values other) {
            Set<String> names = new HashSet<>();
            add("subject", subject, other.subject, names);
            add("beginsAt", beginsAt, other.beginsAt, names);
            add("minutes", minutes, other.minutes, names);
            add("expenses", expenses, other.expenses, names);
            add("confirmed", confirmed, other.confirmed, names);
            return names;
        }

        private static void add(String name, @Nullable Object one, @Nullable Object other, Set<String> to) {
            if (!Objects.equals(one, other)) {
                to.add(name);
            }
        }
    }

    static boolean isForbidden(String step, Values values) {
        return switch (step) {
            case "planned" -> values.isConfirmed();
            case "agreed", "done" -> !values.isConfirmed() || values.tookNoTime();
            default -> throw new IllegalArgumentException(step);
        };
    }

    private static Set<String> fixed(String step) {
        return switch (step) {
            case "planned" -> Set.of("expenses");
            case "agreed" -> Set.of("beginsAt");
            case "done" -> Set.of("minutes", "expenses");
            default -> throw new IllegalArgumentException(step);
        };
    }

    /** Whether a visit may be saved for the first time. */
    static boolean mayBegin(Values values) {
        return !isForbidden("planned", values) && values.expenses() == null;
    }

    /** Whether a visit may be saved otherwise in its step; in none, it may. */
    static boolean mayBecome(@Nullable String step, Values before, Values after) {
        if (step == null || before.equals(after)) {
            return true;
        }
        Set<String> changed = before.differing(after);
        changed.retainAll(fixed(step));
        return changed.isEmpty() && !isForbidden(step, after);
    }

    /** Where a visit begins by an activation; empty when nowhere. */
    static Optional<String> place(Values values) {
        String looksLike = values.isConfirmed()
                ? values.minutes() == null ? "agreed" : "done"
                : values.minutes() == null ? "planned" : "nothing";
        return Optional.of(looksLike).filter(step -> !step.equals("nothing") && !isForbidden(step, values));
    }

    /** What a transition makes of a visit with the values handed in, and where it is then; empty when it is refused. */
    static Optional<Went> go(String transition, String step, Values before, Values handed) {
        Set<String> given = before.differing(handed);
        return switch (transition) {
            case "note" ->
                went(step.equals("planned") && Set.of("subject", "expenses").containsAll(given), "planned", handed);
            case "agree" ->
                went(
                        step.equals("planned") && Set.of("beginsAt").containsAll(given) && handed.beginsAt() != null,
                        "agreed",
                        new Values(handed.subject(), handed.beginsAt(), handed.minutes(), handed.expenses(), true));
            case "finish" ->
                went(
                        step.equals("agreed")
                                && Set.of("minutes", "expenses").containsAll(given)
                                && handed.minutes() != null,
                        "done",
                        handed);
            case "again" ->
                went(
                        List.of("agreed", "done").contains(step)
                                && given.isEmpty()
                                && !before.subject().equals(VisitFlow.FINAL),
                        "planned",
                        new Values(handed.subject(), handed.beginsAt(), null, null, false));
            default -> throw new IllegalArgumentException(transition);
        };
    }

    private static Optional<Went> went(boolean may, String step, Values values) {
        return may && !isForbidden(step, values) ? Optional.of(new Went(step, values)) : Optional.empty();
    }

    /** Where a visit is, and what it says. */
    record Went(@Nullable String step, Values values) {}
}
