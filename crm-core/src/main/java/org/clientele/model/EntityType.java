package org.clientele.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Relation;
import org.clientele.property.AnyReferenceProperty;
import org.clientele.property.Property;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits;
import org.jspecify.annotations.Nullable;

/**
 * Describes an entity once for every engine: its name, its properties, who owns it, its rules. Immutable and thread-safe;
 * it stands as the constant {@code TYPE} in the entity's class.
 *
 * <pre>{@code
 * public static final EntityType<Account> TYPE = EntityType.define("account", Account.class, Account::new, type -> type
 *         .properties(NAME, CONTACTS)
 *         .named(Account::getName));
 * }</pre>
 *
 * @param <R> the class of the records
 */
public final class EntityType<R extends CrmRecord> {

    private final String name;
    private final Class<R> recordClass;
    private final @Nullable Supplier<R> maker;
    private final @Nullable EntityType<? super R> parent;
    private final List<Property<? super R, ?>> properties;
    private final @Nullable Ownership<? super R> ownership;
    private final Ownership.@Nullable Kind owning;
    private final Function<? super R, @Nullable String> namer;
    private final @Nullable TextProperty<? super R> nameProperty;
    private final List<Preparation<? super R>> preparations;
    private final List<Invariant<? super R>> invariants;
    private final List<Invariant<? super R>> deletionRules;
    private final List<Fold<? super R, ?>> folds;
    private final List<ReferenceProperty<? super R, ?>> wholes;
    private final List<List<Property<? super R, ?>>> distinctions;
    private final boolean isHistory;
    private final boolean isMadeByCrm;

    private EntityType(Declaration<R> declared) {
        this.name = declared.name;
        this.recordClass = declared.recordClass;
        this.maker = declared.maker;
        this.parent = declared.parent;
        this.properties = List.copyOf(declared.properties);
        this.ownership = declared.ownership;
        this.owning = declared.owning;
        this.namer = declared.namer;
        this.nameProperty = declared.nameProperty;
        this.preparations = List.copyOf(declared.preparations);
        this.invariants = List.copyOf(declared.invariants);
        this.deletionRules = List.copyOf(declared.deletionRules);
        this.folds = List.copyOf(declared.folds);
        this.wholes = List.copyOf(declared.wholes);
        this.distinctions = List.copyOf(declared.distinctions);
        this.isHistory = declared.isHistory;
        this.isMadeByCrm = declared.isMadeByCrm;
    }

    /**
     * Describes a type that has records.
     *
     * @param name what a person calls a record, in lower case: "business customer"
     * @param maker makes an empty record; usually the constructor that persistence uses as well
     * @throws IllegalArgumentException when two properties have one name, inherited ones included
     */
    public static <R extends CrmRecord> EntityType<R> define(
            String name, Class<R> recordClass, Supplier<R> maker, Consumer<Declaration<R>> declaration) {
        return declared(name, recordClass, Objects.requireNonNull(maker, "maker"), declaration);
    }

    /** Describes a type that other types extend and that has no records of its own. */
    public static <R extends CrmRecord> EntityType<R> defineAbstract(
            String name, Class<R> recordClass, Consumer<Declaration<R>> declaration) {
        return declared(name, recordClass, null, declaration);
    }

    private static <R extends CrmRecord> EntityType<R> declared(
            String name, Class<R> recordClass, @Nullable Supplier<R> maker, Consumer<Declaration<R>> declaration) {
        Declaration<R> declared = new Declaration<>(name, recordClass, maker);
        declaration.accept(declared);
        Property.requireDifferentNames(name, declared.properties);
        return new EntityType<>(declared);
    }

    /** Collects what a type is made of; used within {@link EntityType#define} only. */
    public static final class Declaration<R extends CrmRecord> {

        private final String name;
        private final Class<R> recordClass;
        private final @Nullable Supplier<R> maker;
        private final List<Property<? super R, ?>> properties = new ArrayList<>();
        private final List<Preparation<? super R>> preparations = new ArrayList<>();
        private final List<Invariant<? super R>> invariants = new ArrayList<>();
        private final List<Invariant<? super R>> deletionRules = new ArrayList<>();
        private final List<Fold<? super R, ?>> folds = new ArrayList<>();
        private final List<ReferenceProperty<? super R, ?>> wholes = new ArrayList<>();
        private final List<List<Property<? super R, ?>>> distinctions = new ArrayList<>();
        private @Nullable EntityType<? super R> parent;
        private @Nullable Ownership<? super R> ownership;
        private Ownership.@Nullable Kind owning;
        private boolean isHistory;
        private boolean isMadeByCrm;
        private @Nullable TextProperty<? super R> nameProperty;
        private Function<? super R, @Nullable String> namer =
                record -> record.getId().toString();

        private Declaration(String name, Class<R> recordClass, @Nullable Supplier<R> maker) {
            this.name = Objects.requireNonNull(name, "name");
            this.recordClass = Objects.requireNonNull(recordClass, "recordClass");
            this.maker = maker;
        }

        /** Takes over everything from another type, before anything of its own; its records are records of that type too. */
        public Declaration<R> extending(EntityType<? super R> other) {
            if (!properties.isEmpty() || parent != null) {
                throw new IllegalStateException(name + " can extend one type only, named before its own properties");
            }
            parent = other;
            takeOver(other);
            return this;
        }

        @SuppressWarnings("unchecked") // all that is taken over only reads a type that R is below
        private void takeOver(EntityType<?> other) {
            EntityType<R> same = (EntityType<R>) other;
            properties.addAll(same.properties);
            preparations.addAll(same.preparations);
            invariants.addAll(same.invariants);
            deletionRules.addAll(same.deletionRules);
            folds.addAll(same.folds);
            wholes.addAll(same.wholes);
            distinctions.addAll(same.distinctions);
            isHistory = same.isHistory;
            isMadeByCrm = same.isMadeByCrm;
            ownership = same.ownership;
            owning = same.owning;
            namer = same.namer;
            nameProperty = same.nameProperty;
        }

        /** Adds properties, in the order in which people read them. */
        @SafeVarargs
        public final Declaration<R> properties(Property<? super R, ?>... further) {
            properties.addAll(List.of(further));
            return this;
        }

        /** Adds properties that belong together, such as those of a class above. */
        public Declaration<R> properties(List<? extends Property<? super R, ?>> further) {
            properties.addAll(further);
            return this;
        }

        /** Says who owns the records, and adds the properties that point to the owner and the organization. */
        public Declaration<R> owned(Ownership<? super R> by) {
            ownership = by;
            addOnce(by.owner());
            addOnce(by.organization());
            return this;
        }

        private void addOnce(Property<? super R, ?> property) {
            if (!properties.contains(property)) {
                properties.add(property);
            }
        }

        /** Says that the records themselves are owners of this kind: such a record is within reach of itself. */
        public Declaration<R> owning(Ownership.Kind kind) {
            owning = kind;
            return this;
        }

        /** Says what a person knows a record by; without it, the identity. */
        public Declaration<R> named(Function<? super R, @Nullable String> by) {
            namer = by;
            nameProperty = null;
            return this;
        }

        /** The same where it is the value of a property: lists of names are then read without the rest of the records. */
        public Declaration<R> named(TextProperty<? super R> by) {
            namer = by::get;
            nameProperty = by;
            return this;
        }

        /** Adds a step that completes a record while it is saved, after those before it. */
        public Declaration<R> prepared(Preparation<? super R> preparation) {
            preparations.add(preparation);
            return this;
        }

        /** Says that values of other records follow from the records of this type. */
        public Declaration<R> folded(Fold<? super R, ?> fold) {
            folds.add(fold);
            return this;
        }

        /**
         * Says that a record is a part of the one that it points to by one of these: nobody owns or is granted parts, who may
         * view the whole views them, and who may edit the whole makes, changes and deletes them.
         */
        @SafeVarargs
        public final Declaration<R> partOf(ReferenceProperty<? super R, ?>... references) {
            wholes.addAll(List.of(references));
            return this;
        }

        /** Says that no two records have the same values of all these properties; a record that lacks one of them is free. */
        @SafeVarargs
        public final Declaration<R> distinctBy(Property<? super R, ?>... together) {
            distinctions.add(List.of(together));
            return this;
        }

        /**
         * Says that the records tell what happened: the CRM alone makes them, as the notes of a {@link Fold}, and nobody
         * changes or deletes them. They move with what they are about in a merge, and go with it.
         */
        public Declaration<R> history() {
            isHistory = true;
            return madeByCrm();
        }

        /** Says that the CRM alone makes, changes and deletes the records; they go and move like any others. */
        public Declaration<R> madeByCrm() {
            isMadeByCrm = true;
            return this;
        }

        /** Adds a rule about the whole record; the sentence says what is wrong when it does not hold, and the mend. */
        public Declaration<R> rule(String sentence, BiPredicate<R, Invariant.Context<R>> holds) {
            invariants.add(Invariant.of(sentence, holds));
            return this;
        }

        /**
         * Adds a rule about a property that looks at the whole record.
         *
         * @param objection what is wrong, to stand after the property's name, and the mend; empty when the rule holds
         */
        public Declaration<R> rule(
                Property<? super R, ?> property, BiFunction<R, Invariant.Context<R>, Optional<String>> objection) {
            invariants.add(new Invariant<>(property, objection));
            return this;
        }

        /** Adds a rule that a record must meet to be deleted; the sentence says why not when it does not hold. */
        public Declaration<R> deletionRule(String sentence, BiPredicate<R, Invariant.Context<R>> holds) {
            deletionRules.add(Invariant.of(sentence, holds));
            return this;
        }
    }

    /** What a person calls a record of this type, in lower case; unique within a CRM. */
    public String name() {
        return name;
    }

    /** The class of the records. */
    public Class<R> recordClass() {
        return recordClass;
    }

    /** Whether the type has no records of its own, only those of types that extend it. */
    public boolean isAbstract() {
        return maker == null;
    }

    /** The type that this one extends. */
    public Optional<EntityType<? super R>> parent() {
        return Optional.ofNullable(parent);
    }

    /** The type at the top of those that this one extends; itself when it extends none. A store keeps them together. */
    public EntityType<? super R> root() {
        return parent == null ? this : rootOf(parent);
    }

    @SuppressWarnings("unchecked")
    private static <R extends CrmRecord> EntityType<? super R> rootOf(EntityType<?> parent) {
        return (EntityType<? super R>) parent.root();
    }

    /** Whether this is the other type or extends it. */
    public boolean is(EntityType<?> other) {
        return this == other || (parent != null && parent.is(other));
    }

    /** The properties that the type was declared with, inherited ones first; a CRM's schema knows its custom ones. */
    public List<Property<? super R, ?>> properties() {
        return properties;
    }

    /** The properties that a person knows a record by. */
    public List<Property<? super R, ?>> identity() {
        return properties.stream()
                .filter(property -> property.has(Traits.Identity.class))
                .toList();
    }

    /** Who owns the records; empty when nobody does. */
    public Optional<Ownership<? super R>> ownership() {
        return Optional.ofNullable(ownership);
    }

    /** What kind of owner the records themselves are; empty for almost all types. */
    public Optional<Ownership.Kind> owning() {
        return Optional.ofNullable(owning);
    }

    /** The steps that complete a record while it is saved, in their order. */
    public List<Preparation<? super R>> preparations() {
        return preparations;
    }

    /** The rules about a whole record. */
    public List<Invariant<? super R>> invariants() {
        return invariants;
    }

    /** The rules that a record must meet to be deleted. */
    public List<Invariant<? super R>> deletionRules() {
        return deletionRules;
    }

    /** The values of other records that follow from records of this type. */
    public List<Fold<? super R, ?>> folds() {
        return folds;
    }

    /** The properties by whose values together records are told apart. */
    public List<List<Property<? super R, ?>>> distinctions() {
        return distinctions;
    }

    /** Whether the CRM alone makes the records. */
    public boolean isMadeByCrm() {
        return isMadeByCrm;
    }

    /** Whether the records tell what happened, so that the CRM alone makes them and an undo leaves them. */
    public boolean isHistory() {
        return isHistory;
    }

    /** The references to that of which a record is a part; none for almost all types. */
    public List<ReferenceProperty<? super R, ?>> wholes() {
        return wholes;
    }

    /** The property whose value a person knows a record by; empty when the name is made otherwise. */
    public Optional<TextProperty<? super R>> nameProperty() {
        return Optional.ofNullable(nameProperty);
    }

    /**
     * The condition of a record that at least one record of this type points to it: {@code
     * Opportunity.TYPE.anyPointingBy(Opportunity.ACCOUNT, Opportunity.STATUS.is(WON))} are the accounts with an opportunity
     * that was won.
     *
     * @param by a reference or a set of references of this type
     * @param where what the record that points meets besides
     */
    public <T> Criterion<T> anyPointingBy(Relation<? super R, ?, T> by, Criterion<? super R> where) {
        return new Criterion.Referred<>(recordClass, by, where);
    }

    /** The condition of a record that at least one record of this type points to it by a reference to anything. */
    public <T extends CrmRecord> Criterion<T> anyPointingBy(
            AnyReferenceProperty<? super R> by, Criterion<? super R> where) {
        return new Criterion.Referred<>(recordClass, by, where);
    }

    /** What a person knows this record by; its identity when that is blank. */
    public String nameOf(R record) {
        String given = namer.apply(record);
        return given == null || given.isBlank() ? record.getId().toString() : given;
    }

    /** An empty record; IllegalStateException for an abstract type. */
    public R newRecord() {
        if (maker == null) {
            throw new IllegalStateException(name + " has no records of its own; make one of a type that extends it");
        }
        return maker.get();
    }

    /** For stores: an empty record with the identity and the version of a stored one. */
    public R newRecord(UUID id, @Nullable Long version) {
        R record = newRecord();
        record.takeIdentity(id, version);
        return record;
    }

    /** An independent copy: same identity, version and times, same values, custom ones included. */
    public R copy(R record) {
        R copy = newRecord();
        copy.takeIdentity(record);
        copyValues(record, copy);
        return copy;
    }

    /** Gives one record all values of another, custom ones included, but not its identity, version and times. */
    public void copyValues(R from, R to) {
        for (Property<? super R, ?> property : properties) {
            property.copy(from, to);
        }
        to.takeCustomValues(from.customValues());
    }

    /** For stores: the version that a record is kept under from now on. */
    public void setVersion(R record, @Nullable Long version) {
        record.takeVersion(version);
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
