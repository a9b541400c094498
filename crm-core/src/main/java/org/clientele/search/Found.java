package org.clientele.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientele.access.AccessDeniedException;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.criteria.Sort;
import org.clientele.door.Door;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.TextProperty;
import org.clientele.store.Aggregation;
import org.clientele.store.Group;
import org.clientele.store.Measure;
import org.clientele.value.AnyRef;

/** What is found in the records of one type: counted by one question, and read as far as it is asked for. */
final class Found<R extends CrmRecord> {

    private final Searched<R> searched;
    private final Words words;
    private final Door door;
    private final Map<Rank, Long> counts;

    Found(Searched<R> searched, Words words, Door door) {
        this.searched = searched;
        this.words = words;
        this.door = door;
        this.counts = searched.name().isEmpty()
                ? Map.of(Rank.ELSEWHERE, door.count(type(), searched.at(Rank.ELSEWHERE, words)))
                : counted();
    }

    EntityType<R> type() {
        return searched.type();
    }

    private Map<Rank, Long> counted() {
        List<Measure<R>> measures = new ArrayList<>();
        for (Rank rank : Rank.values()) {
            Criterion<R> taken = rank == Rank.ELSEWHERE ? Criterion.always() : searched.upTo(rank, words);
            measures.add(new Measure.Count<>(taken));
        }
        Map<Rank, Long> exactly = new EnumMap<>(Rank.class);
        for (Group group : door.aggregate(type(), new Aggregation<>(searched.all(words), List.of(), measures))) {
            Iterator<Object> values = group.values().iterator();
            long closer = 0;
            for (Rank rank : Rank.values()) {
                long upTo = (Long) values.next();
                exactly.put(rank, upTo - closer);
                closer = upTo;
            }
        }
        return exactly;
    }

    long count(Rank rank) {
        return counts.getOrDefault(rank, 0L);
    }

    long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Some of the records of a rank. */
    List<SearchHit> hits(Rank rank, long offset, int most) {
        Query<R> query =
                Query.<R>of(searched.at(rank, words)).orderedBy(order()).stretch(offset, most);
        try (Stream<R> records = door.select(type(), query)) {
            return records.map(record -> hit(rank, record)).toList();
        }
    }

    /** By what the records are called, as far as an order tells nobody what is hidden from them. */
    private List<Sort<R>> order() {
        List<Sort<R>> order = new ArrayList<>();
        for (TextProperty<? super R> text : searched.name()) {
            if (isShownInAll(text)) {
                order.add(new Sort<>(text, true));
            }
        }
        return order;
    }

    /** The door tells by refusing. */
    private boolean isShownInAll(TextProperty<? super R> text) {
        try {
            door.requireMatchable(type(), text);
            return true;
        } catch (AccessDeniedException mayBeHidden) {
            return false;
        }
    }

    private SearchHit hit(Rank rank, R record) {
        String word = words.each().stream()
                .filter(each -> searched.inName(each, record).isEmpty())
                .findFirst()
                .orElse(words.each().get(0));
        Optional<Spot<R>> spot = searched.inName(word, record).or(() -> searched.anywhere(word, record));
        return new SearchHit(
                new AnyRef(type().name(), record.getId()),
                type().nameOf(record),
                rank,
                spot.map(where -> where.property().name()).orElse(""),
                spot.flatMap(where -> where.find(word, record))
                        .map(text -> Excerpt.of(text, word))
                        .orElse(""));
    }
}
