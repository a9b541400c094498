package org.clientele.duplicates;

import java.util.List;
import java.util.stream.Collectors;
import org.clientele.merge.MergeChoices;
import org.clientele.model.CrmRecord;
import org.clientele.value.Ref;

/**
 * Records that may all mean the same, as pairs connect them: of A, B and C perhaps only A and B, and B and C are a pair. No
 * two of them were marked as distinct.
 *
 * <pre>{@code
 * MergePlan<Contact> plan = session.planMerge(Contact.TYPE, choices -> group.into(choices).append(Contact.EMAILS));
 * }</pre>
 *
 * @param members at least two, the most complete first, of those the oldest
 * @param pairs those that connect them, the highest score first
 */
public record DuplicateGroup<R extends CrmRecord>(List<Candidate<R>> members, List<DuplicatePair<R>> pairs) {

    public DuplicateGroup {
        members = List.copyOf(members);
        pairs = List.copyOf(pairs);
    }

    /** The member that is proposed to stay: the first. */
    public Candidate<R> proposed() {
        return members.get(0);
    }

    /** Chooses to merge all into the one that is proposed. */
    public MergeChoices<R> into(MergeChoices<R> choices) {
        return into(choices, proposed().ref());
    }

    /**
     * Chooses to merge all into one of them.
     *
     * @throws IllegalArgumentException when the master is no member
     */
    public MergeChoices<R> into(MergeChoices<R> choices, Ref<R> master) {
        Candidate<R> kept = members.stream()
                .filter(member -> member.ref().equals(master))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(master + " is none of the group; choose one of " + members));
        return choices.master(named(kept))
                .absorb(members.stream()
                        .filter(member -> !member.equals(kept))
                        .map(DuplicateGroup::named)
                        .toList());
    }

    /** Choices only name who takes part; the values are read from the store. */
    private static <R extends CrmRecord> R named(Candidate<R> member) {
        return member.type().newRecord(member.ref().id(), null);
    }

    @Override
    public String toString() {
        return members.stream().map(Candidate::toString).collect(Collectors.joining(", "));
    }
}
