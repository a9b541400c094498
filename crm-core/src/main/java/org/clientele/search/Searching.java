package org.clientele.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.clientele.door.Door;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.property.Property;

/**
 * Looks for words in all that an actor sees. Each type is asked one question for its counts; of the records only those are read
 * that a page shows, by one question for each rank of each type that it shows.
 */
public final class Searching {

    private final Door door;

    public Searching(Door door) {
        this.door = door;
    }

    /**
     * One page of the records that have every word of a text.
     *
     * @throws IllegalArgumentException when a type or a property is chosen that is not searched, or there are too many words
     */
    public SearchResult search(String text, Consumer<SearchChoices> chosen) {
        SearchChoices choices = new SearchChoices();
        chosen.accept(choices);
        List<Searched<?>> searched = searched(choices);
        Words words = Words.of(text);
        List<Found<?>> found = new ArrayList<>();
        if (!words.isNothing()) {
            searched.forEach(type -> found.add(new Found<>(type, words, door)));
        }
        return new SearchResult(hits(found, choices), totals(found), choices.number(), choices.size());
    }

    private List<Searched<?>> searched(SearchChoices choices) {
        Schema schema = door.schema();
        List<Searched<?>> searched = new ArrayList<>();
        Set<Property<?, ?>> known = new LinkedHashSet<>();
        for (EntityType<?> type : schema.types()) {
            if (choices.takes(type)) {
                Searched.of(type, schema, choices::takes).ifPresent(each -> {
                    searched.add(each);
                    each.spots().forEach(spot -> known.add(spot.property()));
                });
            }
        }
        requireAll(choices, searched, known);
        searched.sort(Comparator.comparing(each -> each.type().name()));
        return searched;
    }

    private static void requireAll(SearchChoices choices, List<Searched<?>> searched, Set<Property<?, ?>> known) {
        choices.properties().stream()
                .filter(property -> !known.contains(property))
                .findFirst()
                .ifPresent(property -> {
                    throw new IllegalArgumentException(property
                            + " is not searched in any of the types; name texts, items with texts, or tags, without"
                            + " Traits.unsearched()");
                });
        choices.types().stream()
                .filter(type -> searched.stream().noneMatch(each -> each.type().is(type)))
                .findFirst()
                .ifPresent(type -> {
                    throw new IllegalArgumentException("nothing is searched in " + type
                            + "; name a type that has texts and is not made by the CRM alone");
                });
    }

    private static Map<String, Long> totals(List<Found<?>> found) {
        Map<String, Long> totals = new LinkedHashMap<>();
        for (Found<?> each : found) {
            if (each.total() > 0) {
                totals.put(each.type().name(), each.total());
            }
        }
        return totals;
    }

    private static List<SearchHit> hits(List<Found<?>> found, SearchChoices choices) {
        List<SearchHit> hits = new ArrayList<>();
        long before = (long) (choices.number() - 1) * choices.size();
        for (Rank rank : Rank.values()) {
            for (Found<? extends CrmRecord> each : found) {
                int room = choices.size() - hits.size();
                long there = each.count(rank) - before;
                if (there > 0 && room > 0) {
                    hits.addAll(each.hits(rank, before, room));
                }
                before = Math.max(0, -there);
            }
        }
        return hits;
    }
}
