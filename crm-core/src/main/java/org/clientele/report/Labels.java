package org.clientele.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Query;
import org.clientele.criteria.Relation;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Reference;
import org.clientele.property.ChoiceProperty;
import org.clientele.property.CollectionProperty;
import org.clientele.property.Property;
import org.clientele.property.TextProperty;
import org.clientele.store.Records;
import org.clientele.value.Choice;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * What a person reads of values: the label of a choice, the name of the record pointed to, as far as the viewer may see it.
 * For one table or page, and one thread: names are read at once, one statement for each property.
 */
public final class Labels {

    /** Up to so many records are asked for by their identities; beyond, all are. */
    private static final int FEW = 500;

    private final Records records;
    private final boolean all;
    private final Map<Attribute<?, ?>, Map<UUID, String>> names = new HashMap<>();

    /**
     * Labels.
     *
     * @param records the viewer's
     * @param all whether the names of all records that could be pointed to are wanted
     */
    public Labels(Records records, boolean all) {
        this.records = records;
        this.all = all;
    }

    /** Reads the names of the records that some values of an attribute point to. */
    public void prepare(Attribute<?, ?> attribute, Stream<@Nullable Object> values) {
        if (attribute instanceof Relation<?, ?, ?> relation) {
            Set<UUID> ids = new LinkedHashSet<>();
            values.flatMap(value -> value instanceof Collection<?> some ? some.stream() : Stream.of(value))
                    .filter(Objects::nonNull)
                    .forEach(value -> ids.add(Reference.id(Objects.requireNonNull(value))));
            names.computeIfAbsent(attribute, first -> new LinkedHashMap<>())
                    .putAll(names(records.schema().type(relation.target()), ids));
        }
    }

    /** The identities, by name, of the records that the viewer may see; empty for an attribute that points to nothing. */
    Set<UUID> known(Attribute<?, ?> attribute) {
        return names.getOrDefault(attribute, Map.of()).keySet();
    }

    private <T extends CrmRecord> Map<UUID, String> names(EntityType<T> type, Set<UUID> ids) {
        if (ids.isEmpty() && !all) {
            return Map.of();
        }
        Query<T> query = all ? Query.all() : pointedTo(ids);
        Map<UUID, String> read = new LinkedHashMap<>();
        Optional<TextProperty<? super T>> name = type.nameProperty();
        if (name.isPresent()) {
            records.values(type, query, List.of(CrmRecord.ID, name.get())).forEach(row -> {
                UUID id = (UUID) Objects.requireNonNull(row.get(0));
                read.put(id, row.get(1) instanceof String text && !text.isBlank() ? text : id.toString());
            });
        } else {
            records.select(type, query)
                    .forEach(record -> read.put(record.getId(), records.schema().nameOf(record)));
        }
        return read;
    }

    /** Asks for the records with these identities, and where these are many for all. */
    static <T extends CrmRecord> Query<T> pointedTo(Set<UUID> ids) {
        return ids.size() > FEW ? Query.all() : Query.of(CrmRecord.isAnyOf(refs(ids)));
    }

    private static List<Ref<CrmRecord>> refs(Set<UUID> ids) {
        List<Ref<CrmRecord>> refs = new ArrayList<>();
        ids.forEach(id -> refs.add(new Ref<>(id)));
        return refs;
    }

    /** The label of a value; empty where there is none. */
    public String of(Attribute<?, ?> attribute, @Nullable Object value) {
        if (value == null) {
            return "";
        } else if (value instanceof Choice choice) {
            return label(attribute, choice);
        } else if (value instanceof Ref<?> ref) {
            return names.getOrDefault(attribute, Map.of())
                    .getOrDefault(ref.id(), ref.id().toString());
        }
        return attribute instanceof Property<?, ?> property && !(attribute instanceof CollectionProperty<?, ?, ?>)
                ? text(property, value)
                : value.toString();
    }

    /** What this CRM calls the choice: a record knows no more than what every CRM knows of it. */
    private String label(Attribute<?, ?> attribute, Choice choice) {
        return attribute instanceof ChoiceProperty<?, ?> property
                ? records.schema()
                        .dictionary(property)
                        .find(choice.id())
                        .map(Choice::label)
                        .orElseGet(choice::label)
                : choice.label();
    }

    @SuppressWarnings("unchecked") // the value is one of the property
    private static <V> String text(Property<?, V> property, Object value) {
        return property.toText((V) value);
    }
}
