package org.clientele.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.TextFold;
import org.clientele.property.ItemsProperty;
import org.clientele.property.Property;
import org.clientele.property.SetProperty;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits;
import org.jspecify.annotations.Nullable;

/** One property that is looked into: a text, the texts of items, or tags. */
sealed interface Spot<R> {

    /** The property. */
    Property<? super R, ?> property();

    /** The records in which it has a word. */
    Criterion<? super R> has(String word);

    /** The first of its texts in which a word is; empty when it is in none. */
    Optional<String> find(String word, R record);

    /** What of a property is looked into; empty when nothing is. */
    @SuppressWarnings("unchecked") // a property of the type is one of its records'
    static <R> Optional<Spot<R>> of(Property<? super R, ?> property) {
        if (property.has(Traits.Unsearched.class)) {
            return Optional.empty();
        } else if (property instanceof TextProperty<?> text) {
            return Optional.of(new Text<>((TextProperty<? super R>) text));
        } else if (property instanceof ItemsProperty<?, ?> items) {
            return Items.of((ItemsProperty<? super R, ?>) items);
        }
        return property instanceof SetProperty<?> set && set.has(Traits.Tags.class)
                ? Optional.of(new Tags<>((SetProperty<? super R>) set))
                : Optional.empty();
    }

    private static boolean isIn(@Nullable String text, String word) {
        return text != null && TextFold.fold(text).contains(TextFold.fold(word));
    }

    /** A text has what is anywhere in it. */
    record Text<R>(TextProperty<? super R> property) implements Spot<R> {

        @Override
        public Criterion<? super R> has(String word) {
            return property.contains(word);
        }

        @Override
        public Optional<String> find(String word, R record) {
            return Optional.ofNullable(property.get(record)).filter(text -> isIn(text, word));
        }
    }

    /** Items have what is in one of their texts. */
    record Items<R, I>(ItemsProperty<? super R, I> property, List<TextProperty<I>> texts) implements Spot<R> {

        @SuppressWarnings("unchecked") // a property of the items' type is one of theirs
        static <R, I> Optional<Spot<R>> of(ItemsProperty<? super R, I> property) {
            List<TextProperty<I>> texts = new ArrayList<>();
            for (Property<I, ?> part : property.items().properties()) {
                if (part instanceof TextProperty<?> text && !text.has(Traits.Unsearched.class)) {
                    texts.add((TextProperty<I>) text);
                }
            }
            return texts.isEmpty() ? Optional.empty() : Optional.of(new Items<>(property, List.copyOf(texts)));
        }

        @Override
        public Criterion<? super R> has(String word) {
            return any(property, word);
        }

        private <S> Criterion<S> any(ItemsProperty<S, I> items, String word) {
            return items.any(new Criterion.Any<>(texts.stream()
                    .<Criterion<? super I>>map(text -> text.contains(word))
                    .toList()));
        }

        @Override
        public Optional<String> find(String word, R record) {
            List<I> items = property.get(record);
            return items == null
                    ? Optional.empty()
                    : items.stream()
                            .flatMap(item -> texts.stream().flatMap(text -> Stream.ofNullable(text.get(item))))
                            .filter(text -> isIn(text, word))
                            .findFirst();
        }
    }

    /**
     * Tags have what is one of them as a whole: stores compare elements exactly, so that they are asked for the word as it is
     * given, in lower case, in upper case, and with a capital letter.
     */
    record Tags<R>(SetProperty<? super R> property) implements Spot<R> {

        @Override
        public Criterion<? super R> has(String word) {
            return property.containsAny(spellings(word));
        }

        private static Set<String> spellings(String word) {
            Set<String> spellings = new LinkedHashSet<>();
            int first = word.offsetByCodePoints(0, 1);
            String lower = word.toLowerCase(Locale.ROOT);
            spellings.add(word);
            spellings.add(lower);
            spellings.add(word.toUpperCase(Locale.ROOT));
            String capital = word.substring(0, first);
            spellings.add(capital.toUpperCase(Locale.ROOT)
                    + lower.substring(capital.toLowerCase(Locale.ROOT).length()));
            return spellings;
        }

        @Override
        public Optional<String> find(String word, R record) {
            Collection<String> tags = Objects.requireNonNullElse(property.get(record), Set.of());
            Set<String> spellings = spellings(word);
            return tags.stream().filter(spellings::contains).findFirst();
        }
    }
}
