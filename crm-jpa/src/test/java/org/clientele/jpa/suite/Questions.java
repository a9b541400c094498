package org.clientele.jpa.suite;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Criterion.Match;
import org.clientele.criteria.Criterion.Operator;
import org.clientele.criteria.Lifting;
import org.clientele.criteria.Place;
import org.clientele.criteria.Query;
import org.clientele.criteria.Relation;
import org.clientele.criteria.Sort;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Reference;
import org.clientele.model.Schema;
import org.clientele.property.BooleanProperty;
import org.clientele.property.CollectionProperty;
import org.clientele.property.DateProperty;
import org.clientele.property.InstantProperty;
import org.clientele.property.ItemsProperty;
import org.clientele.property.MoneyProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.OrderedProperty;
import org.clientele.property.Property;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.TextProperty;
import org.clientele.store.Aggregation;
import org.clientele.store.Measure;
import org.clientele.value.DateUnit;
import org.clientele.value.Money;
import org.clientele.value.TimeOrderedId;

/** Makes any question about any type, of the values that its records have. The same seed makes the same questions. */
@SuppressWarnings({"unchecked", "rawtypes"})
final class Questions {

    static final List<String> TEXTS = List.of(
            "",
            " ",
            "a",
            "A_b",
            "100%",
            "!",
            "\\",
            "it's",
            "\u00c4rzte",
            "\u00e4RZTE",
            "\u039f\u0394\u039f\u03a3",
            "\u03bf\u03b4\u03bf\u03c2",
            "\u0130zmir",
            "i\u0307zmir",
            "\u0131z",
            "\ud83d\ude00",
            "two\r\nlines",
            "\u00df",
            "nul\u0000");

    /** With and without summer time, ahead and behind, by half an hour too. */
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("UTC"), ZoneId.of("Europe/Berlin"), ZoneId.of("America/New_York"), ZoneId.of("Asia/Kolkata"));

    private final Schema schema;
    private final List<CrmRecord> records;
    private final Random random;
    private final Phrases phrases;

    Questions(Schema schema, List<CrmRecord> records, long seed) {
        this.schema = schema;
        this.records = records;
        this.random = new Random(seed);
        this.phrases = new Phrases(random);
    }

    private <T> T pick(Collection<? extends T> choices) {
        return choices.stream().skip(random.nextInt(choices.size())).findFirst().orElseThrow();
    }

    EntityType<?> type() {
        return pick(schema.types());
    }

    Query query(EntityType type) {
        List<Sort> order = new ArrayList<>();
        for (int steps = random.nextInt(3); steps > 0; steps--) {
            order.add(new Sort(single(type), random.nextBoolean()));
        }
        Query query = Query.of(condition(type, 3)).orderedBy(order);
        if (random.nextInt(3) == 0) {
            query = query.after(place(type, order));
        }
        return random.nextInt(4) == 0 ? query.stretch(random.nextInt(3), random.nextInt(6)) : query;
    }

    /** Where one of the records lies, or what has no value at all. */
    private Place place(EntityType type, List<Sort> order) {
        List<CrmRecord> some = records.stream()
                .filter(record -> schema.typeOf(record).is(type))
                .toList();
        CrmRecord record = some.isEmpty() ? null : pick(some);
        List<Object> values = new ArrayList<>();
        order.forEach(
                step -> values.add(record == null ? null : step.attribute().get(record)));
        return new Place(values, record == null ? TimeOrderedId.next() : record.getId());
    }

    Aggregation aggregation(EntityType type) {
        List<Attribute> groupBy = new ArrayList<>();
        for (int keys = random.nextInt(3); keys > 0; keys--) {
            groupBy.add(key(single(type)));
        }
        List<Measure> measures = new ArrayList<>();
        measures.add(new Measure.Count(condition(type, 1)));
        for (Object property : schema.properties(type)) {
            if (random.nextInt(3) == 0) {
                addMeasure(type, (Property) property, measures);
            }
        }
        return new Aggregation(condition(type, 1), groupBy, measures);
    }

    private Attribute key(Property property) {
        if (property instanceof DateProperty date && random.nextBoolean()) {
            return date.by(pick(List.of(DateUnit.values())));
        } else if (property instanceof InstantProperty time && random.nextBoolean()) {
            return time.by(pick(List.of(DateUnit.values())), pick(ZONES));
        }
        return property;
    }

    private void addMeasure(EntityType type, Property property, List<Measure> measures) {
        Criterion where = random.nextBoolean() ? Criterion.always() : condition(type, 1);
        if (property instanceof OrderedProperty ordered && random.nextBoolean()) {
            measures.add(new Measure.Extreme(ordered, random.nextBoolean(), where));
        } else if (property instanceof NumberProperty number) {
            measures.add(new Measure.Sum(number, where));
        } else if (property instanceof MoneyProperty money) {
            measures.add(
                    switch (random.nextInt(4)) {
                        case 0 -> new Measure.ExtremeMoney(money, random.nextBoolean(), where);
                        case 1 -> new Measure.CountMoney(money, where);
                        case 2 -> weighted(type, money, where);
                        default -> new Measure.SumMoney(money, where);
                    });
        } else if (!(property instanceof CollectionProperty) && random.nextInt(4) == 0) {
            measures.add(new Measure.Distinct(property, where));
        }
    }

    /** Times a number of the same type, if there is one. */
    private Measure weighted(EntityType type, MoneyProperty money, Criterion where) {
        List<Property> numbers = new ArrayList<>();
        for (Object property : schema.properties(type)) {
            if (property instanceof NumberProperty number && number.type() == BigDecimal.class) {
                numbers.add(number);
            }
        }
        return numbers.isEmpty()
                ? new Measure.SumMoney(money, where)
                : new Measure.Weighted(money, (NumberProperty) pick(numbers), where);
    }

    private Property single(EntityType type) {
        List<Property> single = new ArrayList<>();
        schema.properties(type).stream()
                .filter(property -> !(property instanceof CollectionProperty))
                .forEach(property -> single.add((Property) property));
        return pick(single);
    }

    private Criterion condition(EntityType type, int depth) {
        int kind = random.nextInt(depth > 0 ? 6 : 3);
        if (kind < 3) {
            return onProperty(type, depth);
        }
        Criterion one = condition(type, depth - 1);
        return switch (kind) {
            case 3 -> one.and(condition(type, depth - 1));
            case 4 -> one.or(condition(type, depth - 1));
            default -> random.nextBoolean() ? one.negate() : new Criterion.Not(one);
        };
    }

    private Criterion onProperty(EntityType type, int depth) {
        List<EntityType<?>> below = schema.typesBelow(type.recordClass()).toList();
        if (random.nextInt(8) == 0) {
            EntityType<?> one = pick(below);
            return new Criterion.OfClass(Set.of(one.recordClass()))
                    .and(one == type ? Criterion.always() : leaf(one, depth));
        } else if (random.nextInt(12) == 0) {
            return new Criterion.OneOf(CrmRecord.ID, ids());
        } else if (depth > 0 && random.nextInt(6) == 0) {
            return referred(type, depth);
        }
        return leaf(type, depth);
    }

    /** Asks about records of the type that has the reference, or of one above it that has it as well. */
    private Criterion referred(EntityType type, int depth) {
        List<EntityType<?>> below = schema.typesBelow(type.recordClass()).toList();
        List<Reference<?>> references = schema.referencesTo(pick(below));
        if (references.isEmpty()) {
            return Criterion.never();
        }
        Reference by = pick(references);
        EntityType holder = by.type();
        while (random.nextBoolean()
                && holder.parent().isPresent()
                && schema.properties((EntityType) holder.parent().get()).contains(by.property())) {
            holder = (EntityType) holder.parent().get();
        }
        return new Criterion.Referred(holder.recordClass(), by.property(), condition(holder, depth - 1));
    }

    private Set<Object> ids() {
        Set<Object> ids = new HashSet<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            ids.add(pick(records).getId());
        }
        return ids;
    }

    private Criterion leaf(EntityType type, int depth) {
        Property property = (Property) pick((List<?>) schema.properties(type));
        List<Object> samples = samples(type, property);
        if (random.nextInt(6) == 0 || samples.isEmpty()) {
            return random.nextBoolean() ? property.isBlank() : property.isPresent();
        } else if (property instanceof Relation relation && depth > 0 && random.nextBoolean()) {
            Criterion where = condition(schema.type(relation.target()), depth - 1);
            return property instanceof ReferenceProperty && random.nextBoolean()
                    ? Lifting.over(relation, where)
                    : new Criterion.Related(relation, where);
        }
        return onValue(property, pick(samples));
    }

    private Criterion onValue(Property property, Object sample) {
        if (property instanceof ItemsProperty items && random.nextBoolean()) {
            Property part = (Property) pick((List<?>) items.items().properties());
            Object value = part.get(pick((Collection<?>) sample));
            return items.any(value == null ? part.isBlank() : onValue(part, value));
        } else if (property instanceof CollectionProperty collection) {
            return collection.containsAny(
                    (Collection) (random.nextInt(5) == 0 ? List.of() : List.of(pick((Collection) sample))));
        } else if (property instanceof TextProperty) {
            return random.nextInt(6) == 0
                    ? ((TextProperty) property).notIn((String) sample, pick(TEXTS))
                    : new Criterion.TextMatch(property, pick(List.of(Match.values())), part((String) sample));
        } else if ((property instanceof DateProperty || property instanceof InstantProperty)
                && random.nextInt(4) == 0) {
            return phrases.onCalendar(property, sample);
        } else if (property instanceof OrderedProperty ordered) {
            return random.nextInt(4) == 0
                    ? ordered.in(List.of(sample))
                    : new Criterion.Ordered(property, pick(List.of(Operator.values())), (Comparable) sample);
        } else if (property instanceof MoneyProperty money && random.nextBoolean()) {
            return phrases.onMoney(money, (Money) sample);
        } else if (property instanceof BooleanProperty bool) {
            return random.nextBoolean() ? bool.isTrue() : bool.isFalse();
        }
        return new Criterion.OneOf((Attribute) property, random.nextInt(5) == 0 ? Set.of() : Set.of(sample));
    }

    private String part(String text) {
        if (random.nextInt(3) == 0) {
            return pick(TEXTS);
        }
        int[] points = text.codePoints().toArray();
        int from = random.nextInt(points.length + 1);
        String part = new String(points, from, random.nextInt(points.length - from + 1));
        return random.nextBoolean() ? part.toUpperCase(java.util.Locale.ROOT) : part;
    }

    private List<Object> samples(EntityType type, Property property) {
        List<Object> samples = new ArrayList<>();
        for (CrmRecord record : records) {
            if (type.recordClass().isInstance(record)) {
                Object value = property.get(record);
                if (value != null && !(value instanceof Collection<?> many && many.isEmpty())) {
                    samples.add(value);
                }
            }
        }
        return samples;
    }

    /** Gives a record other values here and there, custom ones above all. */
    void shake(CrmRecord record) {
        for (Object each : schema.properties((EntityType) schema.typeOf(record))) {
            Property property = (Property) each;
            boolean unique = property.has(org.clientele.property.Traits.Unique.class);
            if (!unique && property instanceof TextProperty && random.nextInt(3) == 0) {
                String text = pick(TEXTS.subList(0, TEXTS.size() - 1));
                if (property.objections(text).isEmpty()) {
                    property.set(record, text);
                }
            } else if (property.name().startsWith("c_") && random.nextBoolean()) {
                property.set(record, value(property));
            }
        }
    }

    private Object value(Property property) {
        return switch (property.name()) {
            case "c_text", "c_set" ->
                property instanceof TextProperty
                        ? pick(TEXTS.subList(0, 18))
                        : Set.copyOf(TEXTS.subList(0, random.nextInt(5)));
            case "c_integer" -> random.nextInt(5) - 2;
            case "c_decimal" -> BigDecimal.valueOf(random.nextInt(500) - 250, 2);
            case "c_percent" -> BigDecimal.valueOf(random.nextInt(10_000), 4);
            case "c_money" -> new Money(BigDecimal.valueOf(random.nextInt(5)), random.nextBoolean() ? "USD" : "EUR");
            case "c_date" -> LocalDate.of(2026, 1, 1 + random.nextInt(5));
            case "c_instant" -> Instant.ofEpochSecond(random.nextInt(5), 1000L * random.nextInt(5));
            case "c_bool" -> random.nextBoolean();
            case "c_choice" -> pick(org.clientele.contact.Gender.DICTIONARY.values());
            case "c_reference" -> new org.clientele.value.Ref(pick(records).getId());
            case "c_anything" ->
                new org.clientele.value.AnyRef("account", pick(records).getId());
            default -> Set.of(new org.clientele.value.Ref(pick(records).getId()));
        };
    }
}
