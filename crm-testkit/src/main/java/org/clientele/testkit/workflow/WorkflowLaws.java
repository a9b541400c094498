package org.clientele.testkit.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.RecordStore;
import org.clientele.store.StaleRecordException;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.workflow.Place;
import org.clientele.workflow.WorkflowProgress;
import org.junit.jupiter.api.Test;

/**
 * The laws of workflows on a store, over generated sequences of whatever can be done to records. Extend it and give a store; each
 * try opens a CRM of its own on an empty one.
 */
public abstract class WorkflowLaws extends FlowExamples {

    private static final int ACTS = 40;

    /** An empty store each time that it is called; the former one is used no more. */
    @Override
    protected abstract RecordStore newStore();

    /**
     * What a plain model says may be done is done, what it does not is refused and changes nothing, and no sequence - of saves, mass
     * changes, transitions, merges, deletions, undos, undos of undos, activations and their ends - leaves a visit with what its
     * step forbids.
     */
    @Property(tries = 40)
    void noSequenceLeadsToWhatAStepForbids(@ForAll long seed) {
        VisitWorld world = new VisitWorld(newStore(), seed);
        for (int i = 0; i < ACTS; i++) {
            world.act();
            world.check();
        }
    }

    private Crm crm() {
        return Crm.open(
                newStore(),
                config -> config.entity(Partner.TYPE, Visit.TYPE)
                        .workflow(VisitFlow.FLOW)
                        .access(RolePolicy.of(Role.administrator("administrator"))));
    }

    private static Session olga(Crm crm) {
        Organization acme = crm.asSystem().save(new Organization("Acme"));
        User user = new User("olga", "olga@acme.example", "Olga", "Ost", acme).addRole("administrator");
        return crm.as(crm.asSystem().save(user));
    }

    /** What was saved before a workflow became active is taken back with the places that it gave, and comes back with them. */
    @Test
    void whatWasSavedBeforeAnActivationCanBeUndone() {
        Session olga = olga(crm());
        Visit visit = olga.save(new Visit("first"));
        UUID saved = olga.history().latest(1).get(0).id();
        olga.workflows().activate(olga.workflows().planActivation(VisitFlow.FLOW));
        olga.undo(saved).orThrow();
        assertThat(olga.select(Visit.TYPE).count()).isZero();
        assertThat(olga.select(WorkflowProgress.TYPE).count()).isZero();
        olga.undo(olga.history().latest(1).get(0).id()).orThrow();
        assertThat(olga.workflows().of(olga.get(Visit.TYPE, visit.getId())))
                .extracting(Place::step)
                .containsExactly(VisitFlow.PLANNED);
    }

    /** A transition changes nothing of the visit but what holds of it: who read it before is refused as with any other change. */
    @Test
    void whoSavesWhatWasReadInAnotherStepIsRefused() {
        Crm crm = crm();
        Session olga = olga(crm);
        olga.workflows().activate(olga.workflows().planActivation(VisitFlow.FLOW));
        Visit visit = new Visit("first");
        visit.setBeginsAt(VisitModel.TIME);
        Visit agreed = olga.workflows().perform(olga.save(visit), VisitFlow.AGREE);
        agreed.setMinutes(5);
        Visit read = olga.save(agreed);

        Visit done = olga.workflows().perform(read, VisitFlow.FINISH);

        assertThat(done.getVersion()).isGreaterThan(read.getVersion());
        assertThat(olga.history().latest(1).get(0).changes())
                .extracting(change -> change.record().type())
                .containsExactly(WorkflowProgress.TYPE.name());
        read.setSubject("late");
        assertThatThrownBy(() -> olga.save(read)).isInstanceOf(StaleRecordException.class);
        assertThatThrownBy(() -> olga.workflows().perform(read, VisitFlow.AGAIN))
                .isInstanceOf(StaleRecordException.class);
        done.setSubject("seen");
        Visit seen = olga.save(done);

        crm.asSystem().undo(olga.history().latest(2).get(1).id()).orThrow();
        assertThat(olga.get(Visit.TYPE, done.getId()).getVersion()).isGreaterThan(seen.getVersion());
    }
}
