package org.clientele.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.property.Property;
import org.clientele.value.AnyRef;
import org.clientele.value.TextForm;
import org.jspecify.annotations.Nullable;

/**
 * Reads plans of one type that {@link MergePlan#toText} wrote.
 *
 * @param known the strategies that a plan may name
 */
record PlanReading<R extends CrmRecord>(Schema schema, EntityType<R> type, Set<MergeStrategy<?, ?>> known) {

    private static final int PARTS = 13;

    /** A reading that knows the ready-made strategies, those in force for properties, and these. */
    static <R extends CrmRecord> PlanReading<R> of(
            Schema schema, EntityType<R> type, MergeDefaults defaults, Collection<? extends MergeStrategy<?, ?>> own) {
        Set<MergeStrategy<?, ?>> known = new LinkedHashSet<>(own);
        known.addAll(MergeStrategies.all());
        schema.types().stream()
                .filter(any -> any.is(type))
                .flatMap(any -> schema.properties(any).stream())
                .forEach(property -> known.add(defaults.strategy(property)));
        return new PlanReading<>(schema, type, known);
    }

    /** The plan; IllegalArgumentException when it is no such text, or names what is not known. */
    MergePlan<R> read(String text) {
        List<@Nullable String> parts = TextForm.split(text);
        if (parts.size() != PARTS || !PlanText.FORM.equals(parts.get(0))) {
            throw new IllegalArgumentException("this is no plan of a merge in the form '" + PlanText.FORM
                    + "'; give the text that the plan wrote, whole and unchanged");
        } else if (!type.name().equals(parts.get(1))) {
            throw new IllegalArgumentException(
                    "this is a plan for " + parts.get(1) + ", not for " + type.name() + "; read it by its own type");
        }
        return plan(parts);
    }

    private MergePlan<R> plan(List<@Nullable String> parts) {
        MergeMember master = member(given(parts, 6));
        List<MergeMember> absorbed = all(parts, 7, this::member);
        Map<Property<? super R, ?>, MergeSource> sources = new LinkedHashMap<>();
        all(parts, 3, TextForm::split).forEach(chosen -> {
            Property<? super R, ?> property = property(type, given(chosen, 0));
            sources.put(property, source(property, given(chosen, 1)));
        });
        Map<EntityType<?>, UUID> kept = new LinkedHashMap<>();
        all(parts, 4, TextForm::split)
                .forEach(kind -> kept.put(schema.type(given(kind, 0)), read(kind, 1, UUID::fromString)));
        MergeRequest<R> request = new MergeRequest<>(
                type,
                master.record().id(),
                all(parts, 2, id -> read(List.of(id), 0, UUID::fromString)),
                sources,
                kept,
                preferred(part(parts, 5)));
        EntityType<?> own = schema.type(master.record().type());
        return new MergePlan<>(
                request,
                master,
                absorbed,
                all(parts, 8, part -> change(own, TextForm.split(part))),
                all(parts, 9, part -> relink(TextForm.split(part))),
                all(parts, 10, part -> carried(TextForm.split(part))),
                all(parts, 11, part -> dropped(TextForm.split(part))),
                all(parts, 12, part -> part));
    }

    private static @Nullable String part(List<@Nullable String> parts, int index) {
        if (index >= parts.size()) {
            throw damaged(null);
        }
        return parts.get(index);
    }

    private static String given(List<@Nullable String> parts, int index) {
        String part = part(parts, index);
        if (part == null) {
            throw damaged(null);
        }
        return part;
    }

    private static <T> T read(List<@Nullable String> parts, int index, Function<String, T> form) {
        String part = given(parts, index);
        try {
            return form.apply(part);
        } catch (IllegalArgumentException other) {
            throw damaged(other);
        }
    }

    private static IllegalArgumentException damaged(@Nullable Throwable cause) {
        return new IllegalArgumentException(
                "a part of this plan is missing or changed; give the text that the plan wrote, whole and unchanged",
                cause);
    }

    private static <T> List<T> all(List<@Nullable String> parts, int index, Function<String, T> read) {
        List<@Nullable String> each = TextForm.split(given(parts, index));
        List<T> all = new ArrayList<>();
        for (int i = 0; i < each.size(); i++) {
            all.add(read.apply(given(each, i)));
        }
        return all;
    }

    private MergeMember member(String text) {
        List<@Nullable String> parts = TextForm.split(text);
        Long version = part(parts, 2) == null ? null : read(parts, 2, Long::valueOf);
        return new MergeMember(read(parts, 0, AnyRef::parse), given(parts, 1), version);
    }

    /** A property of the type of a member, which may be more special than the type that the caller named. */
    @SuppressWarnings("unchecked") // members are of the caller's type
    private Property<? super R, ?> property(EntityType<?> own, String name) {
        return (Property<? super R, ?>) schema.properties(own).stream()
                .filter(property -> property.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("this plan names " + own.name() + "." + name
                        + ", and there is no such property; define it again, or plan the merge anew"));
    }

    private MergeChange<R> change(EntityType<?> own, List<@Nullable String> parts) {
        Property<? super R, ?> property = property(own, given(parts, 0));
        return new MergeChange<>(
                property,
                value(property, part(parts, 1)),
                value(property, part(parts, 2)),
                source(property, given(parts, 3)));
    }

    private static <V> @Nullable Object value(Property<?, V> property, @Nullable String text) {
        return text == null ? null : Values.frozen(property, property.fromText(text));
    }

    private MergeSource source(Property<?, ?> property, String text) {
        List<@Nullable String> parts = TextForm.split(text);
        return switch (given(parts, 0)) {
            case "record" -> new MergeSource.OneRecord(read(parts, 1, UUID::fromString));
            case "given" -> new MergeSource.Given(value(property, part(parts, 1)));
            case "strategy" -> {
                String from = part(parts, 2);
                yield new MergeSource.ByStrategy(strategy(given(parts, 1)), from == null ? null : member(from));
            }
            case "rules" -> new MergeSource.Rules();
            default -> throw damaged(null);
        };
    }

    @SuppressWarnings(
            "unchecked") // what was preferred compiled for this type; a strategy that does not fit is told by the plan
    private @Nullable MergeStrategy<? super R, Object> preferred(@Nullable String name) {
        return name == null ? null : (MergeStrategy<? super R, Object>) strategy(name);
    }

    private MergeStrategy<?, ?> strategy(String name) {
        List<MergeStrategy<?, ?>> named = new ArrayList<>();
        known.stream()
                .filter(strategy -> strategy.name().equals(name) && !named.contains(strategy))
                .forEach(named::add);
        if (named.size() == 1) {
            return named.get(0);
        }
        throw new IllegalArgumentException(
                named.isEmpty()
                        ? "this plan uses the strategy '" + name + "', which is not known; give it to the reading"
                        : "this plan uses the strategy '" + name + "', and " + named.size()
                                + " have that name; give each a name of its own");
    }

    private static Relink relink(List<@Nullable String> parts) {
        return new Relink(
                given(parts, 0), given(parts, 1), read(parts, 2, Integer::valueOf), read(parts, 3, UUID::fromString));
    }

    private static CarriedOver carried(List<@Nullable String> parts) {
        return new CarriedOver(given(parts, 0), given(parts, 1), read(parts, 2, Integer::valueOf));
    }

    private static Dropped dropped(List<@Nullable String> parts) {
        return new Dropped(
                read(parts, 0, AnyRef::parse), given(parts, 1), given(parts, 2), given(parts, 3), given(parts, 4));
    }
}
