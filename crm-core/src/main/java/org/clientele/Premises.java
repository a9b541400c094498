package org.clientele;

import jakarta.validation.Validator;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.clientele.access.AccessPolicy;
import org.clientele.access.Actor;
import org.clientele.access.Directory;
import org.clientele.access.Rights;
import org.clientele.access.RightsByWhole;
import org.clientele.access.Unlimited;
import org.clientele.door.Door;
import org.clientele.merge.MergeDefaults;
import org.clientele.model.Schema;
import org.clientele.notice.Outbox;
import org.clientele.store.RecordStore;
import org.clientele.store.Records;
import org.clientele.workflow.Workflow;

/** What all sessions of a CRM share. */
record Premises(
        Schema schema,
        RecordStore store,
        AccessPolicy policy,
        Directory directory,
        Validator validator,
        Clock clock,
        MergeDefaults mergeDefaults,
        Outbox outbox,
        List<Workflow<?>> workflows) {

    Rights rightsOf(Actor actor) {
        return actor.isSystem() ? new Unlimited() : new RightsByWhole(policy.rightsOf(actor, directory), schema);
    }

    /** An actor's door to a transaction of the store; all that passes it happens at one time. */
    Door door(Records records, Actor actor, Rights rights) {
        return new Door(
                records, actor, rights, directory, validator, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
