package org.clientele.property;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Sort;
import org.clientele.value.Characters;
import org.jspecify.annotations.Nullable;

/**
 * One property of a type: its name, how it is read and written, and its traits. Immutable and thread-safe.
 *
 * <p>A property is a constant beside the field that it describes, named as the field, in upper case. Engines know
 * properties and never entities. The kinds are the subclasses, such as {@link TextProperty} or
 * {@link ReferenceProperty}; each has factories that take a getter and a setter.
 *
 * @param <R> the type that has the property
 * @param <V> the type of its values
 */
public abstract class Property<R, V> implements Attribute<R, V> {

    private static final List<String> MISSING = List.of("is missing; give one");

    private final Accessors<R, V> accessors;
    private final Function<R, @Nullable V> getter;
    private final BiConsumer<R, @Nullable V> setter;
    private final List<Rule<V>> rules;
    private final boolean isRequired;

    Property(Accessors<R, V> accessors) {
        this.accessors = accessors;
        this.getter = accessors.getter();
        this.setter = accessors.setter();
        this.rules = rules(accessors);
        this.isRequired = has(Traits.Required.class);
    }

    @SuppressWarnings("unchecked")
    private static <V> List<Rule<V>> rules(Accessors<?, V> accessors) {
        List<Rule<V>> rules = new ArrayList<>();
        for (Trait<?> trait : accessors.traits().values()) {
            if (trait instanceof Rule<?> rule) {
                rules.add((Rule<V>) rule);
            }
        }
        return List.copyOf(rules);
    }

    /** For what has properties: IllegalArgumentException when two of them have one name. */
    public static void requireDifferentNames(String owner, List<? extends Property<?, ?>> properties) {
        Set<String> names = new HashSet<>();
        for (Property<?, ?> property : properties) {
            if (!names.add(property.name())) {
                throw new IllegalArgumentException(
                        owner + " has two properties called " + property + "; give one of them another name");
            }
        }
    }

    final Accessors<R, V> accessors() {
        return accessors;
    }

    @Override
    public final String name() {
        return accessors.name();
    }

    /** What a person calls it: the label given, or the name with spaces between its words. */
    public final String label() {
        return trait(Traits.Label.class).map(Traits.Label::text).orElseGet(this::spacedName);
    }

    private String spacedName() {
        StringBuilder label = new StringBuilder();
        for (char c : name().toCharArray()) {
            if (label.isEmpty()) {
                label.append(Character.toUpperCase(c));
            } else if (Character.isUpperCase(c)) {
                label.append(' ').append(Character.toLowerCase(c));
            } else {
                label.append(c);
            }
        }
        return label.toString();
    }

    /** The trait of this class, if the property carries it. */
    public final <T extends Trait<?>> Optional<T> trait(Class<T> kind) {
        return Optional.ofNullable(kind.cast(accessors.traits().get(kind)));
    }

    /** Whether the property carries a trait of this class. */
    public final boolean has(Class<? extends Trait<?>> kind) {
        return accessors.traits().containsKey(kind);
    }

    /** Whether the property was defined at run time and lives in the record's custom values. */
    public final boolean isCustom() {
        return accessors.custom();
    }

    @Override
    public final @Nullable V get(R record) {
        return getter.apply(record);
    }

    /** Writes the value, in its exact storable form, to the record. */
    public final void set(R record, @Nullable V value) {
        setter.accept(record, value == null ? null : storable(value));
    }

    /** Gives the record this property's value of another record. */
    public final void copy(R from, R to) {
        set(to, get(from));
    }

    /** The value as every store keeps it: collections in their order, tags without blanks around them, times to the microsecond. */
    protected V storable(V value) {
        return value;
    }

    /** The value as a column holds it: a reference's identity, a choice's id. */
    public Object raw(V value) {
        return value;
    }

    /** The value that {@link #raw} gave. */
    @SuppressWarnings("unchecked")
    public V fromRaw(Object raw) {
        return (V) raw;
    }

    /** Whether there is nothing: null, a blank text, an empty collection. */
    public final boolean lacks(@Nullable V value) {
        if (value instanceof String text) {
            return Characters.isBlank(text);
        }
        return value == null || (value instanceof Collection<?> collection && collection.isEmpty());
    }

    /** What is wrong with a value by the property's own rules, each to stand after the property's name. */
    public final List<String> objections(@Nullable V value) {
        List<String> objections = new ArrayList<>(0);
        addObjections(value, objections);
        return objections;
    }

    /** Adds to a list what is wrong with a value. */
    public final void addObjections(@Nullable V value, List<String> objections) {
        if (value == null || lacks(value)) {
            objections.addAll(isRequired ? MISSING : List.of());
        } else {
            for (Rule<V> rule : rules) {
                rule.objection(value).ifPresent(objections::add);
            }
        }
        if (value != null) {
            addOwnObjections(value, objections);
        }
    }

    /** Adds what is wrong with a value by the kind of property, whatever its rules. */
    void addOwnObjections(V value, List<String> objections) {}

    /** The value as a text that {@link #fromText} reads back exactly. */
    public abstract String toText(V value);

    /** The value that {@link #toText} wrote; IllegalArgumentException with a sentence for any other text. */
    public abstract V fromText(String text);

    /** There is no value: null, an empty text or an empty collection. */
    public final Criterion<R> isBlank() {
        return new Criterion.Blank<>(this);
    }

    /** There is a value. */
    public final Criterion<R> isPresent() {
        return isBlank().negate();
    }

    /** The value is one of these, as they are compared to find a record by them: texts ignoring case, others by {@code equals}. */
    public Criterion<R> alike(Set<V> values) {
        return new Criterion.OneOf<>(this, values);
    }

    /** Smallest first; records without a value last. */
    public final Sort<R> asc() {
        return new Sort<>(this, true);
    }

    /** Greatest first; records without a value last. */
    public final Sort<R> desc() {
        return new Sort<>(this, false);
    }

    /** The name. */
    @Override
    public final String toString() {
        return name();
    }
}
