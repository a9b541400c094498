package org.clientele;

import jakarta.validation.Validator;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.clientele.access.AccessPolicy;
import org.clientele.access.Actor;
import org.clientele.door.Door;
import org.clientele.merge.MergeDefaults;
import org.clientele.store.RecordStore;
import org.clientele.store.Records;

/** Opens the door for one actor's transactions. */
final class Work {

    private final RecordStore store;
    private final Actor actor;
    private final AccessPolicy policy;
    private final Validator validator;
    private final Clock clock;
    private final MergeDefaults mergeDefaults;

    Work(
            RecordStore store,
            Actor actor,
            AccessPolicy policy,
            Validator validator,
            Clock clock,
            MergeDefaults mergeDefaults) {
        this.store = store;
        this.actor = actor;
        this.policy = policy;
        this.validator = validator;
        this.clock = clock;
        this.mergeDefaults = mergeDefaults;
    }

    Actor actor() {
        return actor;
    }

    AccessPolicy policy() {
        return policy;
    }

    MergeDefaults mergeDefaults() {
        return mergeDefaults;
    }

    <T> T inTransaction(String reason, Function<Door, T> work) {
        return store.inTransaction(records -> {
            Door door = door(records);
            T result = work.apply(door);
            door.finish(reason);
            return result;
        });
    }

    <T> T rehearse(Function<Door, T> work) {
        try {
            return store.inTransaction(records -> {
                throw new Rehearsed(work.apply(door(records)));
            });
        } catch (Rehearsed over) {
            @SuppressWarnings("unchecked")
            T result = (T) over.result;
            return result;
        }
    }

    private Door door(Records records) {
        return new Door(records, actor, policy, validator, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** Ends a rehearsal: the store undoes what a transaction wrote that throws. */
    private static final class Rehearsed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Object result;

        Rehearsed(Object result) {
            super(null, null, false, false);
            this.result = result;
        }
    }
}
