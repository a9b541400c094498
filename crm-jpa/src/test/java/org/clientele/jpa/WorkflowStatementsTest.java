package org.clientele.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.jpa.database.Database;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.workflow.Step;
import org.clientele.workflow.Transition;
import org.clientele.workflow.Workflow;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;

/** How many more statements it takes when records obey a workflow. */
class WorkflowStatementsTest {

    private static final int SOME = 20;

    private static final Step<Visit> PLANNED = Step.named("planned", step -> step.forbid(Visit.CONFIRMED, true));
    private static final Step<Visit> DONE = Step.named("done", Step.Definition::last);
    private static final Transition<Visit> FINISH =
            Transition.from(PLANNED, "finish", DONE, transition -> transition.set(Visit.MINUTES, 5));
    private static final Workflow<Visit> FLOW = Workflow.define(
            "visits", Visit.TYPE, flow -> flow.start(PLANNED).steps(DONE).transitions(FINISH));

    private final Database database = Database.shared();
    private final Statistics statistics =
            database.factory().unwrap(SessionFactory.class).getStatistics();

    private Session session(boolean isActive, Workflow<?>... workflows) {
        Crm crm = Crm.open(
                database.emptyStore(),
                config -> config.entity(Partner.TYPE, Visit.TYPE)
                        .workflow(workflows)
                        .access(RolePolicy.of(Role.administrator("seller"))));
        Session system = crm.asSystem();
        if (isActive) {
            system.workflows().activate(system.workflows().planActivation(FLOW));
        }
        Organization acme = system.save(new Organization("Acme"));
        return crm.as(system.save(new User("olga", "olga@acme.example", "Olga", "Ost", acme).addRole("seller")));
    }

    private long statements(Runnable work) {
        statistics.setStatisticsEnabled(true);
        try {
            long before = statistics.getPrepareStatementCount();
            work.run();
            return statistics.getPrepareStatementCount() - before;
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    private static List<Visit> visits(int count) {
        List<Visit> visits = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            visits.add(new Visit("visit " + i));
        }
        return visits;
    }

    /** What it takes to save so many new visits, to change them, and to take them on. */
    private List<Long> costs(Session session, int count) {
        List<Visit> saved = new ArrayList<>();
        long creating = statements(() -> saved.addAll(session.saveAll(visits(count))));
        saved.forEach(visit -> visit.setSubject("changed"));
        List<Visit> changed = new ArrayList<>();
        long changing = statements(() -> changed.addAll(session.saveAll(saved)));
        return List.of(creating, changing);
    }

    @Test
    void aSaveAsksOneQuestionMoreForAllThatAreSavedTogether() {
        List<Long> without = costs(session(false), SOME);
        List<Long> inactive = costs(session(false, FLOW), SOME);
        List<Long> active = costs(session(true, FLOW), SOME);
        assertThat(inactive.get(1)).isBetween(without.get(1) + 1, without.get(1) + 2);
        assertThat(active.get(1)).isBetween(without.get(1) + 1, without.get(1) + 2);
    }
}
