package org.clientele.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.clientele.merge.Dropped;
import org.clientele.merge.MergeOutcome;
import org.clientele.merge.MergePlan;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Reference;
import org.clientele.organization.UserOwned;
import org.clientele.property.Carried;
import org.clientele.property.ReferenceProperty;
import org.clientele.testkit.engine.Rows.Row;
import org.clientele.value.Ref;

/** The law of a merge that keeps of a kind of related records those of one member only. */
abstract class RelatedKindLaws extends MergeRefusals {

    @Property(tries = TRIES)
    void ofAKindThatIsReplacedOnlyTheRecordsOfOneMemberStayAndTheOthersAreNamed(@ForAll("dice") List<Integer> numbers) {
        Dice dice = new Dice(numbers);
        checkKind(world(dice).anyCase().unchosen(), dice);
    }

    private static <R extends UserOwned> void checkKind(MergeCase<R> merge, Dice dice) {
        Rows before = rows(merge);
        EntityType<?> kind = dice.pick(kinds(merge, before));
        R chosen = merge.members.get(dice.below(merge.members.size()));
        MergePlan<R> plan = merge.world.session.planMerge(
                merge.type,
                choices -> choices.master(merge.members.get(0))
                        .absorb(merge.members.subList(1, merge.members.size()))
                        .replace(kind, chosen));
        MergeOutcome<R> outcome = merge.world.session.apply(plan);
        if (!plan.problems().isEmpty()) {
            boolean isRelated = !places(merge, before, kind).isEmpty();
            assertThat(plan.problems())
                    .allMatch(problem ->
                            problem.contains(isRelated ? " can not be without its " : " do not point to any "));
            assertThat(outcome).isInstanceOf(MergeOutcome.Rejected.class);
            assertSame(merge, before);
            return;
        }
        outcome.orThrow();
        Rows after = rows(merge);
        Set<UUID> named = new HashSet<>();
        plan.dropped().stream().map(Dropped::record).forEach(record -> named.add(record.id()));
        places(merge, before, kind)
                .forEach((id, properties) -> properties.forEach(property -> {
                    Row now = after.byId().get(id);
                    boolean points = now != null && NaiveMerge.mentions(now.get(property), List.of(merge.master()));
                    String what = "%s by %s, of the kind %s".formatted(before.get(id), property, kind);
                    if (NaiveMerge.mentions(before.get(id).get(property), List.of(chosen.getId()))) {
                        assertThat(points || named.contains(id))
                                .as("%s stays", what)
                                .isTrue();
                    } else {
                        assertThat(points).as("%s lets go", what).isFalse();
                        assertThat(named).as("%s is named", what).contains(id);
                    }
                }));
    }

    /** The types whose records, or the parts of whose records, may point to the merged ones. */
    private static List<EntityType<?>> kinds(MergeCase<?> merge, Rows before) {
        Set<EntityType<?>> kinds = new HashSet<>();
        for (EntityType<?> type : merge.world.crm.schema().types()) {
            if (!type.isMadeByCrm() && !places(merge, before, type).isEmpty()) {
                kinds.add(type);
            }
        }
        List<EntityType<?>> all = new ArrayList<>(kinds.isEmpty() ? List.of(merge.type) : kinds);
        all.sort((one, other) -> one.name().compareTo(other.name()));
        return all;
    }

    /** By which properties records of a kind, other than the merged ones, point to one of these. */
    private static Map<UUID, List<String>> places(MergeCase<?> merge, Rows before, EntityType<?> kind) {
        Map<UUID, List<String>> places = new TreeMap<>();
        for (Reference<?> reference : merge.world.crm.schema().referencesTo(merge.type)) {
            boolean follows = reference.property().trait(Carried.class).isPresent();
            before.byId().forEach((id, row) -> {
                if (!follows
                        && row.isA(reference.type().name())
                        && isOf(merge, before, row, kind)
                        && !merge.ids().contains(id)
                        && NaiveMerge.mentions(row.get(reference.property().name()), merge.ids())) {
                    places.computeIfAbsent(id, any -> new ArrayList<>())
                            .add(reference.property().name());
                }
            });
        }
        return places;
    }

    private static boolean isOf(MergeCase<?> merge, Rows before, Row row, EntityType<?> kind) {
        EntityType<? extends CrmRecord> type = merge.world.crm.schema().type(row.type());
        if (type.is(kind)) {
            return true;
        }
        for (ReferenceProperty<?, ?> whole : type.wholes()) {
            if (row.get(whole.name()) instanceof Ref<?> ref) {
                Row of = before.byId().get(ref.id());
                if (of != null && merge.world.crm.schema().type(of.type()).is(kind)) {
                    return true;
                }
            }
        }
        return false;
    }
}
