package org.clientele.property;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.clientele.value.TextForm;
import org.jspecify.annotations.Nullable;

/**
 * Describes the items that a record owns, such as e-mail addresses: immutable values with properties, made anew rather
 * than changed. Immutable and thread-safe.
 *
 * @param <I> the items' class
 */
public final class ItemType<I> {

    private final String name;
    private final List<Property<I, ?>> properties;
    private final Function<Values<I>, I> maker;
    private final @Nullable BooleanProperty<I> primary;
    private final boolean repeatable;
    private final List<About<I>> rules;

    private ItemType(
            String name,
            List<Property<I, ?>> properties,
            Function<Values<I>, I> maker,
            @Nullable BooleanProperty<I> primary,
            boolean repeatable,
            List<About<I>> rules) {
        this.name = name;
        this.properties = properties;
        this.maker = maker;
        this.primary = primary;
        this.repeatable = repeatable;
        this.rules = rules;
    }

    /** A rule of the whole item, and the property that it is about. */
    private record About<I>(Property<I, ?> property, Rule<I> rule) {}

    /**
     * An item type with these properties.
     *
     * @param maker makes an item of the values of its properties
     * @throws IllegalArgumentException when two properties have one name
     */
    @SafeVarargs
    public static <I> ItemType<I> define(String name, Function<Values<I>, I> maker, Property<I, ?>... properties) {
        Property.requireDifferentNames(name, List.of(properties));
        return new ItemType<>(name, List.of(properties), maker, null, false, List.of());
    }

    /**
     * This type, with the property that marks the one item of a record that is to be used first. The mark is no part of
     * what an item is: two that differ in it alone are the same.
     */
    public ItemType<I> markedBy(BooleanProperty<I> mark) {
        return new ItemType<>(name, properties, maker, mark, repeatable, rules);
    }

    /** This type, of whose items a record may have several that are alike, as the lines of an order may be. */
    public ItemType<I> repeatable() {
        return new ItemType<>(name, properties, maker, primary, true, rules);
    }

    /**
     * This type, with a rule between the properties of an item; it is asked when a record is saved, as those of the properties
     * are.
     *
     * @param about the property to whose name the rule's sentence belongs
     */
    public ItemType<I> rule(Property<I, ?> about, Rule<I> rule) {
        List<About<I>> more = new ArrayList<>(rules);
        more.add(new About<>(about, rule));
        return new ItemType<>(name, properties, maker, primary, repeatable, List.copyOf(more));
    }

    /** Adds to a list what is wrong with an item, each with the label of the property that it is about. */
    void addObjections(I item, String before, List<String> objections) {
        for (Property<I, ?> property : properties) {
            for (String objection : objections(property, item)) {
                objections.add(before + property.label() + " " + objection);
            }
        }
        for (About<I> one : rules) {
            one.rule
                    .objection(item)
                    .ifPresent(objection -> objections.add(before + one.property.label() + " " + objection));
        }
    }

    private static <I, V> List<String> objections(Property<I, V> property, I item) {
        return property.objections(property.get(item));
    }

    /** The values that an item is made of. */
    public static final class Values<I> {

        private final Map<Property<I, ?>, Object> values = new HashMap<>();

        /** The value of a property; null when none was put. */
        @SuppressWarnings("unchecked")
        public <V> @Nullable V get(Property<I, V> property) {
            return (V) values.get(property);
        }

        /** Puts a value, or nothing when it is null. */
        public <V> Values<I> put(Property<I, V> property, @Nullable V value) {
            if (value != null) {
                values.put(property, value);
            }
            return this;
        }
    }

    /** What a person calls such an item. */
    public String name() {
        return name;
    }

    /** The properties, in their order. */
    public List<Property<I, ?>> properties() {
        return properties;
    }

    /** The property that marks the one item of a record that is to be used first, if there is such a mark. */
    public Optional<BooleanProperty<I>> mark() {
        return Optional.ofNullable(primary);
    }

    /** Whether a record may have several items that are alike. */
    public boolean isRepeatable() {
        return repeatable;
    }

    /** The values of an item, in the order of the properties: two items are the same when these are. */
    public List<@Nullable Object> values(I item) {
        List<@Nullable Object> values = new ArrayList<>();
        properties.forEach(property -> values.add(property.get(item)));
        return values;
    }

    /** The item with these values. */
    public I make(Values<I> values) {
        return maker.apply(values);
    }

    /** The item with another value of one property. */
    public <V> I with(I item, Property<I, V> property, @Nullable V value) {
        Values<I> values = new Values<>();
        for (Property<I, ?> own : properties) {
            if (own != property) {
                put(own, item, values);
            }
        }
        return make(values.put(property, value));
    }

    private static <I, V> void put(Property<I, V> property, I item, Values<I> values) {
        values.put(property, property.get(item));
    }

    /** What the item is, without the mark of the primary one. */
    I plain(I item) {
        return primary == null ? item : with(item, primary, false);
    }

    /** The items of all lists in their order, none twice unless they may be; the first that is marked stays so, and no other. */
    List<I> unite(List<List<I>> lists) {
        return repeatable
                ? most(lists)
                : once(lists.stream().flatMap(List::stream).toList());
    }

    /** Each item as often as in the list that has the most of it. */
    private List<I> most(List<List<I>> lists) {
        List<I> united = new ArrayList<>();
        for (List<I> list : lists) {
            List<I> missing = new ArrayList<>(list);
            united.forEach(missing::remove);
            united.addAll(missing);
        }
        return List.copyOf(united);
    }

    private List<I> once(List<I> all) {
        Set<I> plain = new LinkedHashSet<>();
        all.forEach(item -> plain.add(plain(item)));
        List<I> united = new ArrayList<>(plain);
        BooleanProperty<I> mark = primary;
        if (mark != null) {
            all.stream()
                    .filter(item -> Boolean.TRUE.equals(mark.get(item)))
                    .findFirst()
                    .ifPresent(first -> united.set(united.indexOf(plain(first)), with(first, mark, true)));
        }
        return List.copyOf(united);
    }

    /** The item as a text that {@link #fromText} reads back exactly. */
    public String toText(I item) {
        List<@Nullable String> parts = new ArrayList<>();
        properties.forEach(property -> parts.add(text(property, item)));
        return TextForm.join(parts);
    }

    private static <I, V> @Nullable String text(Property<I, V> property, I item) {
        V value = property.get(item);
        return value == null ? null : property.toText(value);
    }

    /** The item that {@link #toText} wrote. */
    public I fromText(String text) {
        List<@Nullable String> parts = TextForm.split(text);
        Values<I> values = new Values<>();
        for (int i = 0; i < Math.min(parts.size(), properties.size()); i++) {
            read(properties.get(i), parts.get(i), values);
        }
        return make(values);
    }

    private static <I, V> void read(Property<I, V> property, @Nullable String part, Values<I> values) {
        values.put(property, part == null ? null : property.fromText(part));
    }
}
