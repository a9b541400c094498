package org.clientele.examples.quickstart;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.clientele.Session;
import org.clientele.access.Permission;
import org.clientele.organization.User;
import org.clientele.sales.Opportunity;

/** What an agent and a manager may see of the same opportunities, and why. */
final class TwoViews {

    private final Office office;
    private final PrintStream out;

    TwoViews(Office office, PrintStream out) {
        this.office = office;
        this.out = out;
    }

    void show() {
        Optional<User> agent = firstWith(Office.AGENT);
        if (agent.isEmpty()) {
            return;
        }
        Session one = office.as(String.valueOf(agent.get().getUsername()));
        Session other = office.as(String.valueOf(managerOf(agent.get()).getUsername()));
        long all = office.administrator().select(Opportunity.TYPE).count();
        for (Session session : List.of(one, other)) {
            out.printf(
                    "  %s sees %,d of %,d opportunities%n",
                    session.actor(), session.select(Opportunity.TYPE).count(), all);
        }
        hidden(one, other).ifPresent(deal -> {
            out.printf("  Why %s is open to one of them only:%n", deal.getName());
            out.printf("    %s%n", other.check(Permission.VIEW, deal).sentence());
            out.printf("    %s%n", one.check(Permission.VIEW, deal).sentence());
        });
    }

    private Optional<User> firstWith(String role) {
        return office.administrator()
                .select(User.TYPE)
                .where(User.ROLES.contains(role))
                .orderBy(User.USERNAME.asc())
                .first();
    }

    private User managerOf(User agent) {
        return office.administrator()
                .select(User.TYPE)
                .where(User.ROLES.contains(Office.MANAGER))
                .where(User.BUSINESS_UNITS.containsAny(agent.getBusinessUnits()))
                .orderBy(User.USERNAME.asc())
                .first()
                .orElseThrow();
    }

    private static Optional<Opportunity> hidden(Session from, Session to) {
        return to.select(Opportunity.TYPE).orderBy(Opportunity.NAME.asc()).list().stream()
                .filter(deal -> from.find(Opportunity.TYPE, deal.getId()).isEmpty())
                .findFirst();
    }
}
