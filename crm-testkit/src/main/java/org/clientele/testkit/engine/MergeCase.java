package org.clientele.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.clientele.Session;
import org.clientele.merge.CarriedOver;
import org.clientele.merge.MergeChoices;
import org.clientele.merge.MergePlan;
import org.clientele.merge.Relink;
import org.clientele.model.EntityType;
import org.clientele.organization.UserOwned;
import org.clientele.property.Carried;
import org.clientele.property.CollectionProperty;
import org.clientele.property.Property;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits;
import org.clientele.testkit.engine.Rows.Row;
import org.jspecify.annotations.Nullable;

/** One merge in a world: which records, the master first, and where values are to come from. */
final class MergeCase<R extends UserOwned> {

    /** Properties that the records' own rules fill in, whatever a merge chooses. */
    private static final Set<String> RULED = Set.of("email", "createdBy", "updatedBy");

    final MergeWorld world;
    final EntityType<R> type;
    final List<R> members;
    final Map<String, Pick> picks = new TreeMap<>();

    MergeCase(MergeWorld world, EntityType<R> type, List<R> members, Dice dice) {
        this.world = world;
        this.type = type;
        this.members = members;
        for (Property<? super R, ?> property : properties()) {
            Pick pick = pick(property, dice);
            if (pick != null && !isRuled(property)) {
                picks.put(property.name(), pick);
            }
        }
        if (picks.get("defaultContact") != null) {
            picks.remove("contacts");
        }
    }

    /** Whether the value is what it is whatever was chosen: that of another record, too. */
    private boolean isRuled(Property<? super R, ?> property) {
        return RULED.contains(property.name()) || property.trait(Carried.class).isPresent();
    }

    private @Nullable Pick pick(Property<? super R, ?> property, Dice dice) {
        int way = dice.below(4);
        if (way == 2) {
            return new Pick.From(1 + dice.below(members.size() - 1));
        } else if (way == 3 && property instanceof CollectionProperty<?, ?, ?>) {
            return dice.oneIn(3) ? new Pick.From(0) : new Pick.All();
        }
        return way == 3 && property instanceof TextProperty<?> ? new Pick.Text("Chosen") : null;
    }

    final List<Property<? super R, ?>> properties() {
        return world.crm.schema().properties(type);
    }

    /** This case with nothing chosen. */
    MergeCase<R> unchosen() {
        picks.clear();
        return this;
    }

    /** This case with every collection appended and nothing else chosen. */
    MergeCase<R> appending() {
        picks.clear();
        collections().forEach(collection -> picks.put(collection, new Pick.All()));
        return this;
    }

    /** The names of the properties that are collections. */
    List<String> collections() {
        return properties().stream()
                .filter(property -> property instanceof CollectionProperty<?, ?, ?>)
                .map(Property::name)
                .toList();
    }

    /** The names of the properties whose values nobody enters. */
    List<String> calculated() {
        return properties().stream()
                .filter(property -> property.has(Traits.Calculated.class))
                .map(Property::name)
                .toList();
    }

    UUID master() {
        return members.get(0).getId();
    }

    List<UUID> ids() {
        return members.stream().map(UserOwned::getId).toList();
    }

    List<UUID> absorbed() {
        return ids().subList(1, members.size());
    }

    MergePlan<R> plan() {
        return planBy(world.session);
    }

    MergePlan<R> planReversed() {
        List<R> reversed = new ArrayList<>(members.subList(1, members.size()));
        Collections.reverse(reversed);
        return plan(world.session, reversed);
    }

    MergePlan<R> planBy(Session session) {
        return plan(session, members.subList(1, members.size()));
    }

    private MergePlan<R> plan(Session session, List<R> absorbed) {
        return session.planMerge(type, choices -> {
            choices.master(members.get(0)).absorb(absorbed);
            properties().forEach(property -> choose(choices, property));
        });
    }

    /** Merges some of the members into one of them. */
    void merge(int master, List<Integer> absorbed) {
        MergePlan<R> plan = world.session.planMerge(type, choices -> {
            choices.master(members.get(master))
                    .absorb(absorbed.stream().map(members::get).toList());
            properties().forEach(property -> choose(choices, property));
        });
        world.session.apply(plan).orThrow();
    }

    /** Plans and applies. */
    MergePlan<R> apply() {
        MergePlan<R> plan = plan();
        world.session.apply(plan).orThrow();
        return plan;
    }

    /** The world as it was with nothing but what the plan says. */
    Rows predicted(Rows before, MergePlan<?> plan) {
        NaiveMerge hand = new NaiveMerge(before, master(), absorbed());
        Rows after = before.copy();
        Row master = after.get(master());
        plan.changes().forEach(change -> {
            assertThat(change.before()).isEqualTo(master.get(change.property().name()));
            master.put(change.property().name(), change.after());
        });
        absorbed().forEach(after.byId()::remove);
        Set<UUID> doubles = hand.doubles(before);
        assertThat(plan.dropped().stream().map(dropped -> dropped.record().id()))
                .containsAll(doubles);
        after.byId().keySet().removeAll(doubles);
        for (Relink relink : plan.relinks()) {
            assertThat(hand.move(after, relink.type(), relink.property()))
                    .as(relink.toString())
                    .isEqualTo(relink.count());
        }
        Rows carried = NaiveMerge.carried(after.copy());
        assertThat(plan.carried().stream().mapToInt(CarriedOver::count).sum())
                .isEqualTo(carried.differencesFrom(after).size());
        return hand.counted(carried, picks.keySet());
    }

    @SuppressWarnings("unchecked")
    private void choose(MergeChoices<R> choices, Property<? super R, ?> property) {
        Pick pick = picks.get(property.name());
        if (pick instanceof Pick.From from) {
            choices.take(property, members.get(from.member()));
        } else if (pick instanceof Pick.All) {
            choices.append((CollectionProperty<? super R, ?, ?>) property);
        } else if (pick instanceof Pick.Text text) {
            choices.set((TextProperty<? super R>) property, text.text());
        }
    }

    @Override
    public String toString() {
        return type + " " + ids() + " " + picks;
    }
}
