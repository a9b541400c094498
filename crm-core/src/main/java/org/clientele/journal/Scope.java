package org.clientele.journal;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.clientele.criteria.Criterion;
import org.clientele.organization.User;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * Which changes are asked for. Each step narrows what those before it left. Immutable and thread-safe.
 *
 * @param where true of the entries that may tell of such changes
 * @param records the only records whose changes are meant; none stands for all
 * @param isOfWholeSets whether it takes in a change set with all its changes or not at all
 * @param before the change set before which these happened; null for all
 */
public record Scope(
        Criterion<JournalEntry> where,
        Set<UUID> records,
        boolean isOfWholeSets,
        @Nullable UUID before) {

    public Scope {
        records = Set.copyOf(records);
    }

    /** All that ever happened. */
    public static Scope everything() {
        return new Scope(Criterion.always(), Set.of(), true, null);
    }

    /** What one user did; null for what the system did. */
    public Scope by(@Nullable Ref<User> user) {
        return and(user == null ? JournalEntry.ACTOR.isBlank() : JournalEntry.ACTOR.is(user.id()), isOfWholeSets);
    }

    /** What was recorded from one time to another, both included. */
    public Scope between(Instant from, Instant to) {
        return and(JournalEntry.RECORDED_AT.between(from, to), isOfWholeSets);
    }

    /** What became of the records of types with these names. */
    public Scope ofTypes(Set<String> names) {
        return and(new Criterion.OneOf<>(JournalEntry.RECORD_TYPE, names), false);
    }

    /** What became of one record. */
    public Scope of(UUID record) {
        Set<UUID> more = new HashSet<>(records);
        more.add(record);
        return new Scope(where.and(JournalEntry.tellsOf(record)), more, false, before);
    }

    /** What one change set did. */
    public Scope in(UUID changeSet) {
        return and(JournalEntry.CHANGE_SET.is(changeSet), isOfWholeSets);
    }

    /** What any of these change sets did. */
    Scope inAny(Set<UUID> changeSets) {
        return and(JournalEntry.CHANGE_SET.in(changeSets), isOfWholeSets);
    }

    /** What happened before a change set. */
    public Scope before(UUID changeSet) {
        return new Scope(where, records, isOfWholeSets, changeSet);
    }

    private Scope and(Criterion<JournalEntry> condition, boolean ofWholeSets) {
        return new Scope(where.and(condition), records, ofWholeSets, before);
    }

    /** Whether the changes of a record are meant. */
    boolean takesIn(UUID record) {
        return records.isEmpty() || (records.size() == 1 && records.contains(record));
    }
}
