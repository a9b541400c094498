package org.clientele.workflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.clientele.door.Door;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.Property;
import org.clientele.store.Write;

/** A transition of one record: whether it can be, and what it writes. For one transaction. */
final class Attempt<R extends CrmRecord> {

    private final Workflow<R> workflow;
    private final Transition<R> transition;
    private final EntityType<R> type;
    private final Occasion<R> occasion;
    private final List<String> objections = new ArrayList<>();

    /** @param stored the record as the actor sees it */
    Attempt(Workflow<R> workflow, Transition<R> transition, R stored, Door door, Instant now) {
        this.workflow = workflow;
        this.transition = transition;
        this.type = door.schema().typeOf(stored);
        this.occasion = new Occasion<>(type.copy(stored), stored, now, door);
        transition.offerTo(occasion);
    }

    /** Whether people are shown the transition for the record. */
    boolean isShown() {
        return transition.shown().test(occasion.before(), occasion.door());
    }

    /** Hands values in; what is not asked for is refused. */
    void handIn(Consumer<? super R> values) {
        R offered = type.copy(occasion.record());
        values.accept(occasion.record());
        for (Property<? super R, ?> property : occasion.door().schema().properties(type)) {
            if (!transition.asked().contains(property) && differ(property, offered, occasion.record())) {
                objections.add(sentence(
                        "does not ask for " + property + "; hand in what it asks for, and change the rest by itself"));
            }
        }
    }

    private static <R, V> boolean differ(Property<R, V> property, R one, R other) {
        return !Objects.equals(property.get(one), property.get(other));
    }

    /** What stands against the transition, once values are handed in; none when it can be. */
    List<String> objections() {
        List<String> all = new ArrayList<>(objections);
        transition.conditions().stream()
                .filter(condition -> !condition.condition().test(occasion.record(), occasion.door()))
                .forEach(condition -> all.add(sentence(condition.sentence())));
        return all;
    }

    /** A sentence about the record and the transition. */
    String sentence(String predicate) {
        return type + " " + occasion.door().nameOf(occasion.before()) + ", " + transition + " of the " + workflow + ": "
                + predicate;
    }

    /** What is to be written, the record itself at last. */
    List<Write<?>> writes() {
        List<Write<?>> writes = new ArrayList<>(transition.actOn(occasion));
        writes.add(new Write.Update<>(type, occasion.before(), occasion.record()));
        return writes;
    }
}
