package org.clientele;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.journal.ChangeSet;
import org.clientele.journal.Chronicle;
import org.clientele.journal.Scope;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.organization.User;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * What happened, as change sets, the newest first: in the order in which transactions ended, while their times are those
 * when they began. Each step narrows what those before it left. Immutable, and thread-safe outside of transactions; nothing
 * is read before a method asks for change sets.
 *
 * <p>A change of a record that is there is shown to who may view the record today, without what is hidden in it. A change
 * of a record that is gone is shown to who may view the journal entry about it. A change set shows those of its changes that
 * were asked for and are shown, and is left out when there are none.
 *
 * <pre>{@code
 * List<ChangeSet> newest = sales.history().by(olga).of(Account.TYPE).latest(25);
 * List<ChangeSet> older = sales.history().by(olga).of(Account.TYPE).before(newest.get(24)).latest(25);
 * }</pre>
 */
public final class History {

    private final Work work;
    private final Scope scope;

    History(Work work, Scope scope) {
        this.work = work;
        this.scope = scope;
    }

    /** What a user did. */
    public History by(User user) {
        return by(Ref.to(user));
    }

    /** What a user did, who may be gone. */
    public History by(Ref<User> user) {
        return new History(work, scope.by(user));
    }

    /** What the system did. */
    public History bySystem() {
        return new History(work, scope.by((@Nullable Ref<User>) null));
    }

    /** What was done in transactions that began from one time to another, both included. */
    public History between(Instant from, Instant to) {
        return new History(work, scope.between(from, to));
    }

    /** What became of the records of a type, and of those that extend it. */
    public History of(EntityType<?> type) {
        return new History(work, scope.ofTypes(names(type)));
    }

    private Set<String> names(EntityType<?> type) {
        return work.premises()
                .schema()
                .typesBelow(type.recordClass())
                .map(EntityType::name)
                .collect(Collectors.toSet());
    }

    /** What became of one record, which may be gone. */
    public <R extends CrmRecord> History of(R record) {
        return of(work.premises().schema().typeOf(record), record.getId());
    }

    /** What became of the record of a type with this identity, which may be gone. */
    public History of(EntityType<?> type, UUID id) {
        return new History(work, scope.of(id).ofTypes(names(type)));
    }

    /**
     * What happened before a change set that this history gave: how one goes on from page to page, at the same cost for
     * each. When change sets are asked for, IllegalArgumentException if that one is not there.
     */
    public History before(ChangeSet set) {
        return new History(work, scope.before(set.id()));
    }

    /** What one change set did; empty when it is not there, was not asked for, or nothing of it is shown. */
    public Optional<ChangeSet> find(UUID changeSet) {
        return new History(work, scope.in(changeSet)).list().stream().findFirst();
    }

    /** The newest change sets, at most so many, from 1. */
    public List<ChangeSet> latest(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("the latest " + most + " change sets: ask for 1 at least");
        }
        return read(most);
    }

    /** All of them: for what is little, such as the history of one record; {@link #stream()} holds only some at a time. */
    public List<ChangeSet> list() {
        return read(Integer.MAX_VALUE);
    }

    private List<ChangeSet> read(int most) {
        return work.read(door -> {
            Chronicle chronicle = new Chronicle(scope);
            List<ChangeSet> read = new ArrayList<>();
            while (read.size() < most && !chronicle.isOver()) {
                read.addAll(door.history(chronicle));
            }
            return List.copyOf(read.subList(0, Math.min(most, read.size())));
        });
    }

    /**
     * All of them, read while the stream is: some hundred changes at a time, or one change set that has more, each time in a
     * transaction of its own unless one is open. What happens meanwhile is not among them. Need not be closed; for one
     * thread.
     */
    public Stream<ChangeSet> stream() {
        return Stream.iterate(new Chronicle(scope), chronicle -> !chronicle.isOver(), UnaryOperator.identity())
                .flatMap(chronicle -> work.read(door -> door.history(chronicle)).stream());
    }
}
