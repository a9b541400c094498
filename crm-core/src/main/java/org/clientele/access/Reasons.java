package org.clientele.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;

/** Puts into words what roles say of a record: the rule that reaches furthest, where the record stands, role by role. */
final class Reasons {

    private final List<Role> roles;
    private final Reach reach;

    Reasons(List<Role> roles, Reach reach) {
        this.roles = roles;
        this.reach = reach;
    }

    <R extends CrmRecord> AccessDecision decide(Question<R> question, boolean granted) {
        List<AccessDecision> parts = new ArrayList<>();
        roles.forEach(role -> parts.add(part(role, question)));
        parts.addAll(Sharings.of(question, reach));
        return new AccessDecision(granted, reason(question, granted, parts), granted ? null : missing(question), parts);
    }

    private <R extends CrmRecord> String reason(Question<R> question, boolean granted, List<AccessDecision> parts) {
        boolean byRole = roles.stream().anyMatch(role -> reaches(level(role, question), question));
        if (granted && !byRole) {
            return parts.stream()
                    .filter(AccessDecision::granted)
                    .map(AccessDecision::reason)
                    .findFirst()
                    .map(share -> reach.actor() + " may " + question.permission() + " "
                            + (question.isShown() ? question.type() + " " : "") + question.name() + " because it is "
                            + share)
                    .orElseThrow();
        }
        Optional<Role> furthest = roles.stream()
                .filter(role -> level(role, question) != AccessLevel.NONE)
                .reduce((one, other) -> level(other, question).compareTo(level(one, question)) > 0 ? other : one);
        return furthest.map(role -> reach.actor() + " may " + question.permission() + " " + question.type() + " up to "
                        + level(role, question) + " by " + role + (granted ? ", and " : ", but ")
                        + Standing.of(question, level(role, question), reach))
                .orElseGet(() -> "no role allows " + reach.actor() + " to " + question.permission() + " "
                        + question.type() + ", and " + Standing.of(question, AccessLevel.NONE, reach));
    }

    private <R extends CrmRecord> AccessDecision part(Role role, Question<R> question) {
        AccessLevel level = level(role, question);
        return level == AccessLevel.NONE
                ? AccessDecision.of(false, role + " has no grant to " + question.permission() + " " + question.type())
                : AccessDecision.of(
                        reaches(level, question),
                        role + ": " + question.permission() + " " + question.type() + " up to " + level);
    }

    private static AccessLevel level(Role role, Question<?> question) {
        return role.level(question.type(), question.permission());
    }

    private <R extends CrmRecord> boolean reaches(AccessLevel level, Question<R> question) {
        return reach.of(level, question.type()).test(question.record(), question.lookup());
    }

    private <R extends CrmRecord> Grant missing(Question<R> question) {
        EntityType<R> type = question.type();
        return Arrays.stream(AccessLevel.values())
                .filter(level -> reaches(level, question))
                .findFirst()
                .map(enough -> new Grant(type, question.permission(), enough))
                .orElseThrow();
    }
}
