package org.clientele.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.clientele.criteria.Criterion;
import org.clientele.journal.JournalEntry;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.property.Property;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits;

/**
 * What is looked into in the records of one type, and of none that extends it.
 *
 * @param spots all of it, at least one
 * @param name those of the texts that a record is known by; may be none
 */
record Searched<R extends CrmRecord>(EntityType<R> type, List<Spot<R>> spots, List<TextProperty<? super R>> name) {

    Searched {
        spots = List.copyOf(spots);
        name = List.copyOf(name);
    }

    /** Nothing in types that have no records of their own, that have no texts, or that the CRM alone makes. */
    static <R extends CrmRecord> Optional<Searched<R>> of(
            EntityType<R> type, Schema schema, Predicate<Property<?, ?>> takes) {
        if (type.isAbstract() || type.isMadeByCrm() || type.is(JournalEntry.TYPE)) {
            return Optional.empty();
        }
        List<Spot<R>> spots = new ArrayList<>();
        for (Property<? super R, ?> property : schema.properties(type)) {
            if (takes.test(property)) {
                Spot.<R>of(property).ifPresent(spots::add);
            }
        }
        return spots.isEmpty() ? Optional.empty() : Optional.of(new Searched<>(type, spots, name(type, schema, spots)));
    }

    /** The texts that are declared as what a person knows the record by; else the first text that every record has. */
    private static <R extends CrmRecord> List<TextProperty<? super R>> name(
            EntityType<R> type, Schema schema, List<Spot<R>> spots) {
        List<TextProperty<? super R>> name = texts(schema.properties(type, Traits.Identity.class));
        if (name.isEmpty()) {
            name = texts(schema.properties(type, Traits.Required.class));
            name = name.subList(0, Math.min(1, name.size()));
        }
        return name.stream()
                .filter(text -> spots.stream().anyMatch(spot -> spot.property() == text))
                .toList();
    }

    @SuppressWarnings("unchecked") // a property of the type is one of its records'
    private static <R> List<TextProperty<? super R>> texts(List<Property<? super R, ?>> properties) {
        List<TextProperty<? super R>> texts = new ArrayList<>();
        for (Property<? super R, ?> property : properties) {
            if (property instanceof TextProperty<?> text) {
                texts.add((TextProperty<? super R>) text);
            }
        }
        return texts;
    }

    /** The records of whatever rank. */
    Criterion<R> all(Words words) {
        return own(upTo(Rank.ELSEWHERE, words));
    }

    /** The records of this rank. */
    Criterion<R> at(Rank rank, Words words) {
        Criterion<R> own = own(upTo(rank, words));
        return rank.closer()
                .map(closer -> own.and(upTo(closer, words).negate()))
                .orElse(own);
    }

    private Criterion<R> own(Criterion<R> where) {
        return new Criterion.OfClass<R>(Set.of(type.recordClass())).and(where);
    }

    /** The records of this rank or a closer one, among those of the type. */
    Criterion<R> upTo(Rank rank, Words words) {
        if (rank == Rank.ELSEWHERE) {
            return each(words, this::anywhere);
        }
        Criterion<R> each = each(words, word -> inName(rank, word));
        boolean mayBeWhole = rank == Rank.EXACT || rank == Rank.BEGINNING;
        return mayBeWhole && !words.isOne() ? inName(rank, words.phrase()).or(each) : each;
    }

    private Criterion<R> each(Words words, Function<String, Criterion<? super R>> condition) {
        return new Criterion.All<>(
                words.each().stream().<Criterion<? super R>>map(condition).toList());
    }

    private Criterion<R> inName(Rank rank, String part) {
        return new Criterion.Any<>(name.stream()
                .<Criterion<? super R>>map(text -> in(text, rank, part))
                .toList());
    }

    private static <S> Criterion<S> in(TextProperty<S> text, Rank rank, String part) {
        return switch (rank) {
            case EXACT -> text.is(part);
            case BEGINNING -> text.startsWith(part);
            case WORD -> text.startsWith(part).or(text.contains(" " + part));
            case WITHIN, ELSEWHERE -> text.contains(part);
        };
    }

    private Criterion<R> anywhere(String word) {
        return new Criterion.Any<>(
                spots.stream().<Criterion<? super R>>map(spot -> spot.has(word)).toList());
    }

    /** Where a word is in the name; empty when it is not there. */
    Optional<Spot<R>> inName(String word, R record) {
        return first(word, record, spot -> name.contains(spot.property()));
    }

    /** Where a word is at all. */
    Optional<Spot<R>> anywhere(String word, R record) {
        return first(word, record, spot -> true);
    }

    private Optional<Spot<R>> first(String word, R record, Predicate<Spot<R>> among) {
        return spots.stream()
                .filter(among)
                .filter(spot -> spot.find(word, record).isPresent())
                .findFirst();
    }
}
