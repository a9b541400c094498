package org.clientele.door;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.TextFold;
import org.jspecify.annotations.Nullable;

/**
 * A condition that names values for each of some attributes and asks nothing else, so that records can be found by a key and
 * many such conditions asked as one. Immutable.
 *
 * @param keys the values, one for each attribute; a record that has one of these keys meets the condition
 */
record Exactly<R>(List<Named<R>> names, List<List<Object>> keys) {

    /** A condition with more keys is better asked as it is. */
    private static final int MOST_KEYS = 16;

    /**
     * An attribute of which a value is named.
     *
     * @param ofItems what is named of the attribute's items; null when it is the attribute's own value
     * @param ignoresCase whether the values are texts that are compared without case
     */
    record Named<R>(Attribute<R, ?> attribute, @Nullable Attribute<?, ?> ofItems, boolean ignoresCase) {

        private Stream<Object> in(R record) {
            return ofItems == null ? value(attribute, record) : inItems(record, ofItems);
        }

        @SuppressWarnings("unchecked") // the attribute holds items that have the other
        private <I> Stream<Object> inItems(R record, Attribute<I, ?> ofItem) {
            Collection<I> items = (Collection<I>) attribute.get(record);
            return items == null ? Stream.empty() : items.stream().flatMap(item -> value(ofItem, item));
        }

        private <H> Stream<Object> value(Attribute<H, ?> of, H holder) {
            Object value = of.get(holder);
            return Stream.ofNullable(ignoresCase && value instanceof String text ? TextFold.fold(text) : value);
        }

        private Criterion<R> anyOf(Set<?> values) {
            return ofItems == null ? anyOf(attribute, values) : anyItem(ofItems, values);
        }

        @SuppressWarnings("unchecked") // the attribute holds items that have the other
        private <I> Criterion<R> anyItem(Attribute<I, ?> ofItem, Set<?> values) {
            return new Criterion.AnyItem<>((Attribute<R, Collection<I>>) attribute, anyOf(ofItem, values));
        }

        @SuppressWarnings("unchecked") // the values are some that were named for this attribute
        private <H> Criterion<H> anyOf(Attribute<H, ?> of, Set<?> values) {
            return ignoresCase
                    ? new Criterion.OneText<>((Attribute<H, String>) of, (Set<String>) values)
                    : new Criterion.OneOf<>((Attribute<H, Object>) of, (Set<Object>) values);
        }
    }

    /** Values that are named. */
    private record Some<R>(Named<R> name, Set<?> values) {}

    /** What the condition names; empty when it asks anything else as well. */
    static <R> Optional<Exactly<R>> of(Criterion<R> where) {
        List<Some<R>> all = new ArrayList<>();
        if (!collect(where, all) || all.isEmpty()) {
            return Optional.empty();
        }
        List<List<Object>> keys = keys(all.stream().map(Some::values).toList());
        return keys.isEmpty() || keys.size() > MOST_KEYS
                ? Optional.empty()
                : Optional.of(new Exactly<>(all.stream().map(Some::name).toList(), keys));
    }

    @SuppressWarnings("unchecked") // a condition on a type above is one on the records of this type
    private static <R> boolean collect(Criterion<R> where, List<Some<R>> all) {
        if (where instanceof Criterion.All<R> parts) {
            return parts.parts().stream().allMatch(part -> collect((Criterion<R>) part, all));
        }
        Optional<Some<R>> some = where instanceof Criterion.AnyItem<R, ?> any ? someOfItems(any) : some(where);
        some.ifPresent(all::add);
        return some.isPresent();
    }

    private static <R, I> Optional<Some<R>> someOfItems(Criterion.AnyItem<R, I> any) {
        return some(any.where())
                .map(some -> new Some<>(
                        new Named<>(
                                any.attribute(),
                                some.name().attribute(),
                                some.name().ignoresCase()),
                        some.values()));
    }

    private static <R> Optional<Some<R>> some(Criterion<R> where) {
        if (where instanceof Criterion.OneOf<R, ?> one) {
            return Optional.of(new Some<>(new Named<>(one.attribute(), null, false), one.values()));
        } else if (where instanceof Criterion.OneText<R> one) {
            return Optional.of(new Some<>(new Named<>(one.attribute(), null, true), one.texts()));
        }
        return where instanceof Criterion.TextMatch<R> match && match.match() == Criterion.Match.EQUAL
                ? Optional.of(new Some<>(new Named<>(match.attribute(), null, true), Set.of(match.text())))
                : Optional.empty();
    }

    /** The keys of a record, by what is named of it; none when it has no value for one of the attributes. */
    static <R> List<List<Object>> keys(List<Named<R>> names, R record) {
        return keys(names.stream().map(name -> name.in(record).toList()).toList());
    }

    /** Every way to take one of each. */
    private static List<List<Object>> keys(List<? extends Collection<?>> values) {
        List<List<Object>> keys = List.of(List.of());
        for (Collection<?> some : values) {
            List<List<Object>> longer = new ArrayList<>();
            for (List<Object> key : keys) {
                some.forEach(value -> longer.add(
                        Stream.concat(key.stream(), Stream.of((Object) value)).toList()));
            }
            keys = longer;
        }
        return keys;
    }

    /** A condition that all records meet which meet any of those that name values of the same attributes; and others may. */
    static <R> Criterion<R> anyOf(List<Named<R>> names, Collection<List<Object>> keys) {
        List<Criterion<? super R>> parts = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            Set<Object> values = new LinkedHashSet<>();
            for (List<Object> key : keys) {
                values.add(key.get(i));
            }
            parts.add(names.get(i).anyOf(values));
        }
        return new Criterion.All<>(parts);
    }
}
