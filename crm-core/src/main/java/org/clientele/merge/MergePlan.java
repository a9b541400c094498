package org.clientele.merge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.clientele.model.CrmRecord;
import org.clientele.value.Sections;

/**
 * What a merge would do: nothing has happened yet. A value that can be stored, compared and printed; apply it with
 * {@code session.apply(plan)}. Immutable and thread-safe.
 *
 * @param <R> the type merged
 * @param request what was asked for
 * @param master the record that stays
 * @param absorbed the records that go, the oldest first
 * @param changes what becomes different in the master, in the order of its properties
 * @param relinks how many references of which property move to the master
 * @param carried what other records carry of those that change
 * @param dropped what does not survive
 * @param problems why the merge can not be done, each a sentence; none when it can
 */
public record MergePlan<R extends CrmRecord>(
        MergeRequest<R> request,
        MergeMember master,
        List<MergeMember> absorbed,
        List<MergeChange<R>> changes,
        List<Relink> relinks,
        List<CarriedOver> carried,
        List<Dropped> dropped,
        List<String> problems) {

    public MergePlan {
        absorbed = List.copyOf(absorbed);
        changes = List.copyOf(changes);
        relinks = List.copyOf(relinks);
        carried = List.copyOf(carried);
        dropped = List.copyOf(dropped);
        problems = List.copyOf(problems);
    }

    /** The master, then the absorbed. */
    public List<MergeMember> members() {
        return Stream.concat(Stream.of(master), absorbed.stream()).toList();
    }

    /** Tells this plan from others: what was asked, of which versions, and what comes of it. */
    UUID mark() {
        String versions = members().stream()
                .map(member -> member.record() + " " + member.version())
                .collect(joining(", "));
        String moved = relinks.stream().map(relink -> relink.mark().toString()).collect(joining(", "));
        return UUID.nameUUIDFromBytes(
                String.join("\n", versions, moved, toString()).getBytes(UTF_8));
    }

    /** Why, for the history: "merge of Acuserv". */
    public String reason() {
        return "merge of " + master.name();
    }

    /**
     * The plan as a text that can be stored, between two requests of a person for one: {@code session.readPlan} makes an equal
     * plan of it. Strategies are in it by their names only.
     */
    public String toText() {
        return PlanText.write(request, master, absorbed, changes, relinks, carried, dropped, problems);
    }

    /** The plan as a page to read. */
    @Override
    public String toString() {
        return new Sections("merge into " + master)
                .with("absorbed", absorbed)
                .with("changes", changes)
                .with("relinks", relinks)
                .with("carried", carried)
                .with("dropped", dropped)
                .with("problems", problems)
                .toString();
    }
}
