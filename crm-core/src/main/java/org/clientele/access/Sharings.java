package org.clientele.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.clientele.model.CrmRecord;

/** Puts into words what shares of a record say to an actor: for each way in which it is shared, the permissions. */
final class Sharings {

    private Sharings() {}

    static <R extends CrmRecord> List<AccessDecision> of(Question<R> question, Reach reach) {
        Map<String, Set<Permission>> given = new LinkedHashMap<>();
        question.lookup()
                .referring(Share.class, Share.RECORD, question.record())
                .forEach(share -> add(share, question, reach, given));
        boolean isHere = reach.here(question.type()).test(question.record(), question.lookup());
        List<AccessDecision> said = new ArrayList<>();
        given.forEach((with, permissions) -> said.add(AccessDecision.of(
                isHere && permissions.contains(question.permission()),
                "shared with " + with + " for "
                        + String.join(
                                ", ", permissions.stream().map(Permission::name).toList())
                        + (isHere ? "" : ", but in an organization where " + reach.actor() + " does not work now"))));
        return said;
    }

    private static void add(Share share, Question<?> question, Reach reach, Map<String, Set<Permission>> given) {
        String with = null;
        if (reach.user().equals(share.getUser())) {
            with = reach.actor().name();
        } else if (share.getUnit() != null && reach.actor().units().contains(share.getUnit())) {
            with = question.isShown()
                    ? Standing.unitName(question, share.getUnit())
                    : "one of " + reach.actor() + "'s business units";
        }
        if (with != null) {
            given.computeIfAbsent(with, newWith -> new TreeSet<>()).add(share.getPermission());
        }
    }
}
