package org.clientele.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Relation;
import org.clientele.property.ChoiceProperty;
import org.clientele.property.Property;
import org.clientele.property.ReferenceSetProperty;
import org.clientele.property.Trait;
import org.clientele.property.Traits.WhenTargetGoes;
import org.clientele.value.Choice;
import org.clientele.value.Dictionary;
import org.clientele.value.Setting;
import org.jspecify.annotations.Nullable;

/**
 * The types of one CRM, with the custom properties, the dictionaries and the settings that it has today. Thread-safe: reading takes no
 * lock, a definition appears as a whole.
 */
public final class Schema {

    private volatile State state = new State(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    private volatile List<Ruling<?>> rulings = List.of();

    private final Map<EntityType<?>, List<Property<?, ?>>> folded;
    private final Map<Setting<?>, Object> usual = new ConcurrentHashMap<>();

    /** What the schema knows at one time, and what follows from it for each type that was asked for. */
    private record State(
            Map<Class<?>, EntityType<?>> types,
            Map<EntityType<?>, List<Property<?, ?>>> custom,
            Map<Property<?, ?>, Dictionary<?>> dictionaries,
            Map<Setting<?>, Object> settings,
            Map<EntityType<?>, Shape<?>> shapes) {}

    /** A schema of these types, and of the types that they extend. */
    public Schema(Collection<EntityType<?>> types) {
        Map<Class<?>, EntityType<?>> all = new LinkedHashMap<>();
        types.forEach(type -> add(type, all));
        state = new State(all, Map.of(), Map.of(), Map.of(), new ConcurrentHashMap<>());
        all.values().forEach(this::checkReferences);
        folded = folded(all.values());
    }

    private static void add(EntityType<?> type, Map<Class<?>, EntityType<?>> all) {
        type.parent().ifPresent(parent -> add(parent, all));
        EntityType<?> former = all.putIfAbsent(type.recordClass(), type);
        boolean nameTaken = all.values().stream()
                .anyMatch(other -> other != type && other.name().equals(type.name()));
        if ((former != null && former != type) || nameTaken) {
            throw new IllegalArgumentException(
                    "two entities are called " + type + ", or share " + type.recordClass() + "; rename one of them");
        }
    }

    private void checkReferences(EntityType<?> type) {
        for (Property<?, ?> property : type.properties()) {
            if (property instanceof Relation<?, ?, ?> relation
                    && typesBelow(relation.target()).findAny().isEmpty()) {
                throw new UnknownTypeException(
                        relation.target().getSimpleName() + ", to which " + type + "." + property + " points,");
            }
            checkOneGoesAlong(type, property);
        }
    }

    /** A record that points to many would have to go with the first of them. */
    private static void checkOneGoesAlong(EntityType<?> type, Property<?, ?> property) {
        boolean goesAlong = property.trait(WhenTargetGoes.class)
                .filter(WhenTargetGoes.GO_ALONG::equals)
                .isPresent();
        if (goesAlong && property instanceof ReferenceSetProperty<?, ?>) {
            throw new IllegalArgumentException(type + "." + property
                    + " points to many records and can not go along with one of them; make it a reference to one, or let it"
                    + " CLEAR or REFUSE");
        }
    }

    /** All types, abstract ones included, each after the type that it extends. */
    public Collection<EntityType<?>> types() {
        return state.types.values();
    }

    /** The type with this name; UnknownTypeException when there is none. */
    public EntityType<?> type(String name) {
        return types().stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnknownTypeException(name));
    }

    /** The type of this very class; UnknownTypeException when there is none. */
    public EntityType<?> type(Class<?> recordClass) {
        EntityType<?> type = state.types.get(recordClass);
        if (type == null) {
            throw new UnknownTypeException(recordClass.getSimpleName());
        }
        return type;
    }

    /** The type of this record; UnknownTypeException when there is none. */
    @SuppressWarnings("unchecked")
    public <R extends CrmRecord> EntityType<R> typeOf(R record) {
        EntityType<?> type = state.types.get(record.getClass());
        if (type == null) {
            throw new UnknownTypeException(record.getClass().getSimpleName());
        }
        return (EntityType<R>) type;
    }

    /** The types that have records of this class or of one below it. */
    public Stream<EntityType<?>> typesBelow(Class<?> recordClass) {
        return types().stream().filter(type -> !type.isAbstract() && recordClass.isAssignableFrom(type.recordClass()));
    }

    /** What a person calls this record: "account Acuserv". */
    public <R extends CrmRecord> String nameOf(R record) {
        EntityType<R> type = typeOf(record);
        return type + " " + type.nameOf(record);
    }

    /** All properties of a type: inherited, declared, then custom ones. */
    public <R extends CrmRecord> List<Property<? super R, ?>> properties(EntityType<R> type) {
        return shape(type).properties();
    }

    /** The properties of a type that carry a trait, in their order. */
    public <R extends CrmRecord, T extends Trait<?>> List<Property<? super R, ?>> properties(
            EntityType<R> type, Class<T> kind) {
        return shape(type).carrying(kind);
    }

    /** The properties of a type whose values are its records' own: all that are not {@link #folded}. */
    public <R extends CrmRecord> List<Property<? super R, ?>> ownProperties(EntityType<R> type) {
        return shape(type).own();
    }

    /** The places from which records of a type point to others. */
    public <R extends CrmRecord> List<Reference<R>> references(EntityType<R> type) {
        return shape(type).references();
    }

    /**
     * The type to which records point from a place.
     *
     * @param named the type as {@link Reference#eachTarget} names it
     */
    public EntityType<?> target(Reference<?> reference, @Nullable String named) {
        return reference.property() instanceof Relation<?, ?, ?> relation
                ? type(relation.target())
                : type(Objects.requireNonNull(named, "named"));
    }

    @SuppressWarnings("unchecked") // under each type its own shape is kept
    private <R extends CrmRecord> Shape<R> shape(EntityType<R> type) {
        State now = state;
        return (Shape<R>) now.shapes.computeIfAbsent(
                type, newType -> new Shape<>(type, customProperties(type, now.custom), folded(type)));
    }

    /** The custom properties of a type, inherited ones first, in the order of their definition. */
    public <R extends CrmRecord> List<Property<? super R, ?>> customProperties(EntityType<R> type) {
        return customProperties(type, state.custom);
    }

    @SuppressWarnings("unchecked")
    private static <R extends CrmRecord> List<Property<? super R, ?>> customProperties(
            EntityType<R> type, Map<EntityType<?>, List<Property<?, ?>>> custom) {
        if (custom.isEmpty()) {
            return List.of();
        }
        List<Property<? super R, ?>> found = new ArrayList<>();
        for (EntityType<?> at = type; at != null; at = at.parent().orElse(null)) {
            found.addAll(0, (List<Property<? super R, ?>>) (List<?>) custom.getOrDefault(at, List.of()));
        }
        return found;
    }

    /**
     * Adds a custom property to a type and to all that extend it.
     *
     * @throws IllegalArgumentException when a property of that name is there already, or its traits do not fit it
     */
    public synchronized <R extends CrmRecord, P extends Property<R, ?>> P define(
            EntityType<R> type, Function<CustomProperties<R>, P> definition) {
        type(type.recordClass());
        P property = Objects.requireNonNull(definition.apply(new CustomProperties<>()), "property");
        checkOneGoesAlong(type, property);
        boolean taken = types().stream()
                .filter(other -> other.is(type))
                .flatMap(other -> properties(other).stream())
                .anyMatch(other -> other.name().equals(property.name()));
        if (taken || !property.isCustom()) {
            throw new IllegalArgumentException(
                    type + " has a property " + property.name() + " already; give the custom one another name");
        }
        Map<EntityType<?>, List<Property<?, ?>>> custom = new LinkedHashMap<>(state.custom);
        custom.merge(
                type,
                List.of(property),
                (former, further) ->
                        Stream.concat(former.stream(), further.stream()).toList());
        state = new State(state.types, custom, state.dictionaries, state.settings, new ConcurrentHashMap<>());
        return property;
    }

    /** The properties of a type whose values follow from other records. */
    @SuppressWarnings("unchecked") // a property is one of the type's own or of a type above
    public <R extends CrmRecord> List<Property<? super R, ?>> folded(EntityType<R> type) {
        return (List<Property<? super R, ?>>) (List<?>) folded.getOrDefault(type, List.of());
    }

    private static Map<EntityType<?>, List<Property<?, ?>>> folded(Collection<EntityType<?>> types) {
        Set<Property<?, ?>> into = new HashSet<>();
        types.forEach(type -> type.folds().forEach(fold -> fold.terms().forEach(term -> into.add(term.into()))));
        Map<EntityType<?>, List<Property<?, ?>>> folded = new HashMap<>();
        for (EntityType<?> type : types) {
            folded.put(
                    type,
                    type.properties().stream()
                            .filter(into::contains)
                            .<Property<?, ?>>map(property -> property)
                            .toList());
        }
        return Map.copyOf(folded);
    }

    /** Puts a dictionary in force for a choice, in the place of the one that the property comes with. */
    public synchronized <C extends Choice> void use(ChoiceProperty<?, C> property, Dictionary<C> dictionary) {
        Map<Property<?, ?>, Dictionary<?>> dictionaries = new LinkedHashMap<>(state.dictionaries);
        dictionaries.put(property, dictionary);
        state = new State(state.types, state.custom, dictionaries, state.settings, state.shapes);
    }

    /** The dictionary in force for a choice. */
    @SuppressWarnings("unchecked")
    public <C extends Choice> Dictionary<C> dictionary(ChoiceProperty<?, C> property) {
        return (Dictionary<C>) state.dictionaries.getOrDefault(property, property.dictionary());
    }

    /** Puts a host's choice in force. */
    public synchronized <T> void set(Setting<T> setting, T choice) {
        Map<Setting<?>, Object> settings = new LinkedHashMap<>(state.settings);
        settings.put(setting, Objects.requireNonNull(choice, "choice"));
        state = new State(state.types, state.custom, state.dictionaries, settings, state.shapes);
    }

    /** What the host has chosen, or what is usual. */
    @SuppressWarnings("unchecked") // put in by a method that fits the choice to the setting
    public <T> T setting(Setting<T> setting) {
        Object chosen = state.settings.get(setting);
        return (T) (chosen == null ? usual.computeIfAbsent(setting, Setting::usual) : chosen);
    }

    /** Has the records of a type, and of those that extend it, obey further rules in this CRM; while it is opened. */
    public synchronized void add(Ruling<?> ruling) {
        type(ruling.type().recordClass());
        rulings = Stream.concat(rulings.stream(), Stream.of(ruling)).toList();
    }

    /** What this CRM asks of the records of a type besides what the type declares; nothing of almost all. */
    @SuppressWarnings("unchecked") // a ruling about a type above is about the type's records
    public <R extends CrmRecord> List<Ruling<? super R>> rulings(EntityType<R> type) {
        List<Ruling<?>> all = rulings;
        return all.isEmpty()
                ? List.of()
                : (List<Ruling<? super R>>) (List<?>)
                        all.stream().filter(ruling -> type.is(ruling.type())).toList();
    }

    /**
     * Every place from which a record of this type can be pointed to, by any type, custom properties included, but for
     * references that stay whatever becomes of the record. A property that several types inherit is named once, at the type
     * that has records.
     */
    public List<Reference<?>> referencesTo(EntityType<?> target) {
        List<Reference<?>> references = new ArrayList<>();
        for (EntityType<?> holder : types()) {
            if (!holder.isAbstract()) {
                addReferences(holder, target, references);
            }
        }
        return references;
    }

    /**
     * The place from which records of a class point to others by this attribute.
     *
     * @throws IllegalArgumentException when the attribute points to no record
     */
    public <H> Reference<?> reference(Class<H> holder, Attribute<? super H, ?> by) {
        if (by instanceof Property<? super H, ?> property && Reference.isBy(property)) {
            return reference(type(holder), property);
        }
        throw new IllegalArgumentException(type(holder) + "." + by.name()
                + " points to no record; name a reference, a set of them or one to anything");
    }

    @SuppressWarnings("unchecked") // the property was asked for as one of the class's own
    private static <R extends CrmRecord> Reference<R> reference(EntityType<R> type, Property<?, ?> property) {
        return new Reference<>(type, (Property<? super R, ?>) property);
    }

    private <R extends CrmRecord> void addReferences(
            EntityType<R> holder, EntityType<?> target, List<Reference<?>> references) {
        for (Reference<R> reference : references(holder)) {
            boolean points = !(reference.property() instanceof Relation<?, ?, ?> relation)
                    || relation.target().isAssignableFrom(target.recordClass());
            boolean stays = reference
                    .property()
                    .trait(WhenTargetGoes.class)
                    .filter(WhenTargetGoes.STAY::equals)
                    .isPresent();
            if (points && !stays) {
                references.add(reference);
            }
        }
    }
}
