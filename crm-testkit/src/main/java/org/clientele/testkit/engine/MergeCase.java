package org.clientele.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientele.merge.MergeStrategies.append;
import static org.clientele.merge.MergeStrategies.earliest;
import static org.clientele.merge.MergeStrategies.firstPresent;
import static org.clientele.merge.MergeStrategies.highest;
import static org.clientele.merge.MergeStrategies.latest;
import static org.clientele.merge.MergeStrategies.longest;
import static org.clientele.merge.MergeStrategies.lowest;
import static org.clientele.merge.MergeStrategies.mostComplete;
import static org.clientele.merge.MergeStrategies.newest;
import static org.clientele.merge.MergeStrategies.oldest;
import static org.clientele.merge.MergeStrategies.replace;
import static org.clientele.merge.MergeStrategies.sum;

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
import org.clientele.merge.MergeStrategy;
import org.clientele.merge.Relink;
import org.clientele.model.EntityType;
import org.clientele.organization.UserOwned;
import org.clientele.property.Carried;
import org.clientele.property.CollectionProperty;
import org.clientele.property.InstantProperty;
import org.clientele.property.NumberProperty;
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
        if (way == 1) {
            return by(dice.pick(strategies(property)));
        }
        return way == 3 && property instanceof TextProperty<?> ? new Pick.Text("Chosen") : null;
    }

    private Pick.By by(MergeStrategy<?, ?> strategy) {
        return new Pick.By(strategy, calculated());
    }

    /** The strategies for the kind of property. */
    private static List<MergeStrategy<?, ?>> strategies(Property<?, ?> property) {
        List<MergeStrategy<?, ?>> strategies =
                new ArrayList<>(List.of(firstPresent(), newest(), oldest(), mostComplete(), replace()));
        if (property instanceof TextProperty<?>) {
            strategies.add(longest());
        } else if (property instanceof NumberProperty<?, ?>) {
            strategies.addAll(List.of(highest(), lowest(), sum()));
        } else if (property instanceof InstantProperty<?>) {
            strategies.addAll(List.of(earliest(), latest()));
        } else if (property instanceof CollectionProperty<?, ?, ?>) {
            strategies.add(append());
        }
        return strategies;
    }

    final List<Property<? super R, ?>> properties() {
        return world.crm.schema().properties(type);
    }

    /** This case with nothing chosen. */
    MergeCase<R> unchosen() {
        picks.clear();
        return this;
    }

    /** This case with every collection appended, texts by the longest and numbers by their sum, and nothing else chosen. */
    MergeCase<R> appending() {
        picks.clear();
        for (Property<? super R, ?> property : properties()) {
            if (property instanceof CollectionProperty<?, ?, ?>) {
                picks.put(property.name(), new Pick.All());
            } else if (!RULED.contains(property.name()) && !property.has(Traits.Calculated.class)) {
                if (property instanceof TextProperty<?>) {
                    picks.put(property.name(), by(longest()));
                } else if (property instanceof NumberProperty<?, ?>) {
                    picks.put(property.name(), by(sum()));
                }
            }
        }
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
        Rows counted = hand.counted(carried.copy(), picks.keySet());
        assertThat(counted.get(master()).values())
                .as("what the plan foretells of counted values")
                .isEqualTo(carried.get(master()).values());
        return counted;
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
        } else if (pick instanceof Pick.By by) {
            decide(choices, property, by.strategy());
        }
    }

    @SuppressWarnings("unchecked") // it is one for the kind of property
    private <V> void decide(MergeChoices<R> choices, Property<? super R, V> property, MergeStrategy<?, ?> strategy) {
        choices.decide(property, (MergeStrategy<? super R, V>) strategy);
    }

    @Override
    public String toString() {
        return type + " " + ids() + " " + picks;
    }
}
