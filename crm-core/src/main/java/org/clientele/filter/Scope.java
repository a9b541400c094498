package org.clientele.filter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.criteria.Attribute;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.property.ItemType;
import org.clientele.property.MoneyProperty;
import org.clientele.property.Property;
import org.jspecify.annotations.Nullable;

/** What a clause can name: the attributes of the records or items that it is about. */
final class Scope {

    private final Schema schema;
    private final @Nullable EntityType<?> type;
    private final String label;
    private final Map<String, Attribute<?, ?>> attributes = new LinkedHashMap<>();

    private Scope(Schema schema, @Nullable EntityType<?> type, String label) {
        this.schema = schema;
        this.type = type;
        this.label = label;
    }

    /** The scope of clauses about records of a type. */
    static Scope of(Schema schema, EntityType<?> type) {
        Scope scope = new Scope(schema, type, type.name());
        schema.properties(type).forEach(property -> scope.attributes.put(property.name(), property));
        for (Attribute<?, ?> every : List.of(CrmRecord.ID, CrmRecord.CREATED_AT, CrmRecord.UPDATED_AT)) {
            scope.attributes.putIfAbsent(every.name(), every);
        }
        return scope;
    }

    /** The scope of clauses about items. */
    static Scope of(Schema schema, ItemType<?> items) {
        Scope scope = new Scope(schema, null, items.name());
        items.properties().forEach(property -> scope.attributes.put(property.name(), property));
        return scope;
    }

    Schema schema() {
        return schema;
    }

    /** The type of the records; null for items. */
    @Nullable
    EntityType<?> type() {
        return type;
    }

    /** The attribute of a name. */
    Step own(Token name) {
        Attribute<?, ?> own = attributes.get(name.text());
        if (own != null) {
            return new Step(null, Set.of(), own);
        }
        List<String> known = new ArrayList<>(attributes.keySet());
        String below = below().stream()
                .filter(other -> schema.properties(other).stream()
                        .anyMatch(property -> property.name().equals(name.text())))
                .map(other -> Words.name(other.name()) + ":" + Words.name(name.text()))
                .findFirst()
                .map(written -> "; or write " + written)
                .orElse("");
        throw new FilterException(
                name.at(), label + " has no property " + name + "; " + Suggestion.of(name.text(), known) + below);
    }

    private List<EntityType<?>> below() {
        EntityType<?> asked = type;
        return asked == null
                ? List.of()
                : schema.types().stream()
                        .filter(other -> other != asked && other.is(asked))
                        .toList();
    }

    /** The attribute of a name that records of a type have, which stands below the type asked about. */
    Step below(Token typeName, Token name) {
        EntityType<?> of = typeNamed(typeName);
        EntityType<?> asked = type;
        if (asked == null || !of.is(asked)) {
            throw new FilterException(
                    typeName.at(), of + " is no kind of " + label + "; write the name of the property alone");
        }
        return new Step(of.name(), classes(of), of(schema, of).own(name).attribute());
    }

    private Set<Class<?>> classes(EntityType<?> of) {
        return schema.typesBelow(of.recordClass()).map(EntityType::recordClass).collect(Collectors.toSet());
    }

    /** The type of a name. */
    EntityType<?> typeNamed(Token name) {
        return schema.types().stream()
                .filter(known -> known.name().equals(name.text()))
                .findFirst()
                .orElseThrow(() -> new FilterException(
                        name.at(),
                        name + " is no entity of this CRM; "
                                + Suggestion.of(
                                        name.text(),
                                        schema.types().stream()
                                                .map(EntityType::name)
                                                .toList())));
    }

    /** How an attribute is named here; IllegalArgumentException when it can not be. */
    Step step(Attribute<?, ?> attribute) {
        return find(attribute)
                .orElseThrow(() -> new IllegalArgumentException(attribute.name() + " is no property of " + label
                        + "; a filter can be made of conditions on the properties that the schema knows"));
    }

    private Optional<Step> find(Attribute<?, ?> attribute) {
        Attribute<?, ?> whole = attribute instanceof MoneyProperty.Part<?, ?> part ? part.whole() : attribute;
        if (isSame(attributes.get(whole.name()), whole)) {
            return Optional.of(new Step(null, Set.of(), attribute));
        }
        return below().stream()
                .filter(other -> schema.properties(other).stream().anyMatch(property -> isSame(property, whole)))
                .findFirst()
                .map(other -> new Step(other.name(), classes(other), attribute));
    }

    /** A custom property that was defined again is known by its name. */
    private static boolean isSame(@Nullable Attribute<?, ?> known, Attribute<?, ?> asked) {
        return known == asked
                || (known instanceof Property<?, ?> one
                        && asked instanceof Property<?, ?> other
                        && one.isCustom()
                        && other.isCustom()
                        && one.getClass() == other.getClass()
                        && one.name().equals(other.name()));
    }
}
