package org.clientele.testkit.engine;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsLast;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.clientele.Session;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.property.ItemsProperty;
import org.clientele.property.Property;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits;
import org.clientele.search.Rank;
import org.clientele.value.AnyRef;
import org.jspecify.annotations.Nullable;

/** What a search should find, by going through all records that an actor sees and looking into their texts: simple and slow. */
final class NaiveSearch {

    private static final Set<String> MADE_BY_CRM =
            Set.of("journal entry", "redirect", "import step", "distinct pair", "lifetime change");

    private final Session session;
    private final Schema schema;
    private final Set<String> unordered;
    private final Predicate<Property<?, ?>> where;

    /**
     * A search in somebody's name.
     *
     * @param unordered the properties, by name, that are no part of the order of hits
     * @param where which properties are looked into
     */
    NaiveSearch(Session session, Schema schema, Set<String> unordered, Predicate<Property<?, ?>> where) {
        this.session = session;
        this.schema = schema;
        this.unordered = unordered;
        this.where = where;
    }

    /** A record, and how close its name is. */
    record Hit(AnyRef record, Rank rank, List<@Nullable String> name) {
        @Nullable
        String name(int place) {
            return place < name.size() ? name.get(place) : null;
        }

        UUID id() {
            return record.id();
        }
    }

    /** What is in one record: its texts, its tags, and what it is known by. */
    private record Content(List<String> texts, List<String> tags, List<String> name) {
        boolean has(String word) {
            String capital = upper(word.substring(0, 1)) + lower(word.substring(1));
            return texts.stream().anyMatch(text -> lower(text).contains(lower(word)))
                    || tags.stream()
                            .anyMatch(tag -> tag.equals(word)
                                    || tag.equals(lower(word))
                                    || tag.equals(upper(word))
                                    || tag.equals(capital));
        }

        boolean named(List<String> words, BiPredicate<String, String> like) {
            return words.stream().allMatch(word -> name.stream().anyMatch(part -> like.test(lower(part), lower(word))));
        }

        boolean wholeOrEach(List<String> words, BiPredicate<String, String> like) {
            return named(List.of(String.join(" ", words)), like) || named(words, like);
        }

        Rank rank(List<String> words) {
            if (wholeOrEach(words, String::equals)) {
                return Rank.EXACT;
            } else if (wholeOrEach(words, String::startsWith)) {
                return Rank.BEGINNING;
            } else if (named(words, (part, word) -> (" " + part).contains(" " + word))) {
                return Rank.WORD;
            }
            return named(words, String::contains) ? Rank.WITHIN : Rank.ELSEWHERE;
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    /** All hits, in their order. */
    List<Hit> search(List<String> words) {
        List<Hit> hits = new ArrayList<>();
        for (EntityType<?> type : schema.types()) {
            if (!type.isAbstract() && !MADE_BY_CRM.contains(type.name())) {
                addHits(type, words, hits);
            }
        }
        Comparator<@Nullable String> texts = nullsLast(comparing(NaiveSearch::lower));
        hits.sort(comparing(Hit::rank)
                .thenComparing(hit -> hit.record.type())
                .thenComparing(hit -> hit.name(0), texts)
                .thenComparing(hit -> hit.name(1), texts)
                .thenComparing(Hit::id));
        return hits;
    }

    /** How many of each type. */
    static Map<String, Long> totals(List<Hit> hits) {
        Map<String, Long> totals = new TreeMap<>();
        hits.forEach(hit -> totals.merge(hit.record.type(), 1L, Long::sum));
        return new LinkedHashMap<>(totals);
    }

    private <R extends CrmRecord> void addHits(EntityType<R> type, List<String> words, List<Hit> hits) {
        for (R record : session.select(type).list()) {
            if (record.getClass() == type.recordClass()) {
                Content content = content(type, record);
                if (words.stream().allMatch(content::has)) {
                    List<@Nullable String> order = new ArrayList<>();
                    known(type).stream()
                            .filter(property -> !unordered.contains(property.name()) && where.test(property))
                            .forEach(property -> order.add((String) property.get(record)));
                    hits.add(new Hit(new AnyRef(type.name(), record.getId()), content.rank(words), order));
                }
            }
        }
    }

    private <R extends CrmRecord> List<Property<? super R, ?>> known(EntityType<R> type) {
        List<Property<? super R, ?>> known = schema.properties(type).stream()
                .filter(property -> property instanceof TextProperty<?> && property.has(Traits.Identity.class))
                .toList();
        return !known.isEmpty()
                ? known
                : schema.properties(type).stream()
                        .filter(property -> property instanceof TextProperty<?> && property.has(Traits.Required.class))
                        .limit(1)
                        .toList();
    }

    private <R extends CrmRecord> Content content(EntityType<R> type, R record) {
        Content content = new Content(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Property<? super R, ?> property : schema.properties(type)) {
            boolean isSearched = where.test(property) && !property.has(Traits.Unsearched.class);
            Object value = isSearched ? property.get(record) : null;
            if (value instanceof String text) {
                content.texts.add(text);
                if (known(type).contains(property)) {
                    content.name.add(text);
                }
            } else if (value != null && property instanceof ItemsProperty<?, ?> items) {
                ((Collection<?>) value).forEach(item -> addTexts(items, item, content.texts));
            } else if (value != null && property.has(Traits.Tags.class)) {
                ((Collection<?>) value).forEach(tag -> content.tags.add((String) tag));
            }
        }
        return content;
    }

    @SuppressWarnings("unchecked") // the items are of the property's own type
    private static <I> void addTexts(ItemsProperty<?, I> items, Object item, List<String> texts) {
        items.items().properties().stream()
                .filter(TextProperty.class::isInstance)
                .map(property -> property.get((I) item))
                .forEach(text -> {
                    if (text != null) {
                        texts.add((String) text);
                    }
                });
    }
}
