package org.clientele.journal;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.clientele.organization.Organization;
import org.clientele.value.AnyRef;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction did to one record, or in the same way to many at once: so thousands of references that a merge moves
 * are a few entries of the journal.
 *
 * @param type the name of the records' type
 * @param records which records
 * @param name what a person knows the record by; empty when these are many, whom nobody read
 * @param organization the organization whose records they are; null for records of none
 */
public record Noted(
        Change.Action action,
        String type,
        List<UUID> records,
        String name,
        List<Delta> deltas,
        boolean followed,
        @Nullable Ref<Organization> organization) {

    public Noted {
        records = List.copyOf(records);
        deltas = List.copyOf(deltas);
    }

    /** A change for each record. */
    Stream<Change> changes() {
        return records.stream()
                .map(id -> new Change(
                        action, new AnyRef(type, id), name.isEmpty() ? id.toString() : name, deltas, followed));
    }

    /** The same but for the properties with these names. */
    Noted without(Set<String> names) {
        return new Noted(
                action,
                type,
                records,
                name,
                deltas.stream()
                        .filter(delta -> !names.contains(delta.property()))
                        .toList(),
                followed,
                organization);
    }

    /** Whether all is alike but for the records and what changed. */
    boolean isLike(Noted other) {
        return action == other.action
                && followed == other.followed
                && type.equals(other.type)
                && Objects.equals(organization, other.organization);
    }

    /** The same action on the same records, telling other things. */
    Noted telling(String newName, List<Delta> newDeltas) {
        return new Noted(action, type, records, newName, newDeltas, followed, organization);
    }

    /** The same about some of the records only. */
    Noted about(List<UUID> some) {
        return new Noted(action, type, some, name, deltas, followed, organization);
    }
}
