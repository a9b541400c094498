package org.clientele;

import jakarta.validation.Validator;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.clientele.access.AccessPolicy;
import org.clientele.access.Actor;
import org.clientele.door.Door;
import org.clientele.store.RecordStore;
import org.clientele.store.Records;
import org.jspecify.annotations.Nullable;

/** One actor's transactions: each opens the door to the store, unless one is open that all is to be done in. */
final class Work {

    private final RecordStore store;
    private final Actor actor;
    private final AccessPolicy policy;
    private final Validator validator;
    private final Clock clock;
    private final @Nullable Door open;

    Work(RecordStore store, Actor actor, AccessPolicy policy, Validator validator, Clock clock) {
        this(store, actor, policy, validator, clock, null);
    }

    private Work(
            RecordStore store,
            Actor actor,
            AccessPolicy policy,
            Validator validator,
            Clock clock,
            @Nullable Door open) {
        this.store = store;
        this.actor = actor;
        this.policy = policy;
        this.validator = validator;
        this.clock = clock;
        this.open = open;
    }

    /** The same actor's work within a transaction that is open. */
    Work within(Door door) {
        return new Work(store, actor, policy, validator, clock, door);
    }

    Actor actor() {
        return actor;
    }

    AccessPolicy policy() {
        return policy;
    }

    <T> T read(Function<? super Door, T> reading) {
        return inTransaction("read", reading);
    }

    <T> T inTransaction(String reason, Function<? super Door, T> work) {
        if (open != null) {
            return work.apply(open);
        }
        return store.inTransaction(records -> {
            Door door = door(records);
            T result = work.apply(door);
            door.finish(reason);
            return result;
        });
    }

    <T> T rehearse(Function<? super Door, T> work) {
        if (open != null) {
            throw new IllegalStateException("a rehearsal undoes its transaction; call it outside of inTransaction");
        }
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
