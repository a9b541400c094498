package org.clientele.testkit.merge;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.clientele.merge.MergeStrategies.append;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.merge.Dropped;
import org.clientele.merge.MergeChoices;
import org.clientele.merge.MergeOutcome;
import org.clientele.merge.MergePlan;
import org.clientele.merge.MergeStrategy;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.CollectionProperty;
import org.clientele.property.Property;
import org.clientele.store.RecordStore;
import org.jspecify.annotations.Nullable;

/** Where one row of the table of merges is done, step by step, and looked at. */
final class MergeDesk {

    private final Supplier<RecordStore> stores;
    private @Nullable MergeCast cast;
    private @Nullable Session actor;
    private String result = "";
    private List<Dropped> dropped = List.of();

    MergeDesk(Supplier<RecordStore> stores) {
        this.stores = stores;
    }

    private MergeCast cast() {
        if (cast == null) {
            cast = new MergeCast(stores.get(), config -> {});
        }
        return cast;
    }

    void perform(String step) {
        List<String> words = List.of(step.split(" "));
        switch (words.get(0)) {
            case "appending" -> cast = new MergeCast(stores.get(), config -> config.merging(Account.TAGS, append()));
            case "-" -> cast();
            case "as" -> actor = cast().crm.as(cast().ivan);
            case "merge" -> merge(step.substring("merge ".length()));
            default -> cast().make(step);
        }
    }

    private void merge(String step) {
        String[] sides = step.split(" : ", 2);
        List<String> names = Arrays.asList(sides[0].split(" "));
        List<String> choices = sides.length < 2 ? List.of() : List.of(sides[1].split(", "));
        merge(cast().typeOf(names.get(0).equals("nobody") ? names.get(1) : names.get(0)), names, choices);
    }

    private <R extends CrmRecord> void merge(EntityType<R> type, List<String> names, List<String> wanted) {
        Session session = actor == null ? cast().session : actor;
        try {
            MergePlan<R> plan = session.planMerge(type, choices -> {
                if (!names.get(0).equals("nobody")) {
                    choices.master(cast().get(type, names.get(0)));
                }
                names.stream().skip(1).forEach(name -> choices.absorb(List.of(cast().get(type, name))));
                wanted.forEach(choice -> choose(type, choices, List.of(choice.split(" ", 3))));
            });
            dropped = plan.dropped();
            MergeOutcome<R> outcome = session.apply(plan);
            result = outcome instanceof MergeOutcome.Rejected<R> rejected
                    ? "refused " + rejected.problems().size() + ": " + String.join(" / ", rejected.problems())
                    : outcome instanceof MergeOutcome.Applied<R> ? "applied" : "stale";
        } catch (IllegalStateException misuse) {
            result = "refused 1: " + misuse.getMessage();
        }
    }

    private <R extends CrmRecord> void choose(EntityType<R> type, MergeChoices<R> choices, List<String> words) {
        if (words.get(0).equals("keep")) {
            choices.replace(cast().crm.schema().type(words.get(1)), cast().get(type, words.get(2)));
            return;
        }
        Property<R, ?> property = property(type, words.get(1), cast());
        switch (words.get(0)) {
            case "take" -> choices.take(property, cast().get(type, words.get(2)));
            case "append" -> choices.append(collection(property));
            case "set" -> set(choices, property, words.get(2));
            default -> throw new IllegalArgumentException(words.toString());
        }
    }

    private static <R extends CrmRecord, V> void set(MergeChoices<R> choices, Property<R, V> property, String text) {
        choices.set(property, text.equals("nothing") ? null : property.fromText(text));
    }

    @SuppressWarnings("unchecked") // a property of a type above is one of the type's own
    private static <R extends CrmRecord> Property<R, ?> property(EntityType<R> type, String name, MergeCast cast) {
        return (Property<R, ?>) cast.property(type, name);
    }

    @SuppressWarnings("unchecked") // the rows append collections only
    private static <R> CollectionProperty<R, ?, ?> collection(Property<R, ?> property) {
        return (CollectionProperty<R, ?, ?>) property;
    }

    void check(String expected, String row) {
        String[] sides = expected.split("=", 2);
        String what = sides[0];
        String value = sides[1];
        if (what.equals("result")) {
            assertThat(result).as(row).contains(value);
        } else if (what.startsWith("modes ")) {
            String[] names = what.substring("modes ".length()).split("\\.", 2);
            assertThat(modes(cast().crm.schema().type(names[0]), names[1]))
                    .as(row)
                    .isEqualTo(value);
        } else if (what.equals("dropped")) {
            assertThat(dropped.stream().map(loss -> cast().name(loss.record().id()) + "." + loss.property()))
                    .as("%s %s", row, dropped)
                    .containsExactlyInAnyOrder(value.equals("nothing") ? new String[0] : value.split(","));
        } else {
            assertThat(cast().shown(what)).as("%s %s %s", row, what, result).isEqualTo(value);
        }
    }

    /** The ways in which a merge may treat a property, the usual one first. */
    private String modes(EntityType<?> type, String name) {
        Property<?, ?> property = Objects.requireNonNull(cast().property(type, name));
        List<String> modes = new ArrayList<>(List.of("replace"));
        if (property instanceof CollectionProperty<?, ?, ?>) {
            boolean appends = property.trait(MergeStrategy.class)
                    .filter(own -> !own.name().equals(append().name()))
                    .isEmpty();
            modes.add(appends ? 0 : 1, "append");
        }
        return modes.stream().collect(joining(","));
    }
}
