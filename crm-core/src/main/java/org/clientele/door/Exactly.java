package org.clientele.door;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.TextFold;
import org.jspecify.annotations.Nullable;

/**
 * A condition that names one value for each of some attributes and asks nothing else, so that records can be found by a key
 * and many such conditions asked as one. Immutable.
 *
 * @param key the values, one for each attribute
 */
record Exactly<R>(List<Named<R>> names, List<Object> key) {

    /**
     * An attribute of which a value is named.
     *
     * @param ignoresCase whether its values are texts that are compared without case
     */
    record Named<R>(Attribute<R, ?> attribute, boolean ignoresCase) {

        private @Nullable Object in(R record) {
            Object value = attribute.get(record);
            return ignoresCase && value instanceof String text ? TextFold.fold(text) : value;
        }

        @SuppressWarnings("unchecked") // the values are some that were named for this attribute
        private Criterion<R> anyOf(Set<?> values) {
            return ignoresCase
                    ? new Criterion.OneText<>((Attribute<R, String>) attribute, (Set<String>) values)
                    : new Criterion.OneOf<>((Attribute<R, Object>) attribute, (Set<Object>) values);
        }
    }

    /** What the condition names; empty when it asks anything else as well. */
    static <R> Optional<Exactly<R>> of(Criterion<R> where) {
        List<Named<R>> names = new ArrayList<>();
        List<Object> key = new ArrayList<>();
        return collect(where, names, key) && !names.isEmpty()
                ? Optional.of(new Exactly<>(names, key))
                : Optional.empty();
    }

    @SuppressWarnings("unchecked") // a condition on a type above is one on the records of this type
    private static <R> boolean collect(Criterion<R> where, List<Named<R>> names, List<Object> key) {
        if (where instanceof Criterion.All<R> all) {
            return all.parts().stream().allMatch(part -> collect((Criterion<R>) part, names, key));
        } else if (where instanceof Criterion.OneOf<R, ?> one) {
            return add(new Named<>(one.attribute(), false), one.values(), names, key);
        } else if (where instanceof Criterion.OneText<R> one) {
            return add(new Named<>(one.attribute(), true), one.texts(), names, key);
        }
        return where instanceof Criterion.TextMatch<R> match
                && match.match() == Criterion.Match.EQUAL
                && add(new Named<>(match.attribute(), true), Set.of(match.text()), names, key);
    }

    private static <R> boolean add(Named<R> name, Set<?> values, List<Named<R>> names, List<Object> key) {
        names.add(name);
        key.addAll(values);
        return values.size() == 1;
    }

    /** The key of a record, by what is named of it; empty when it has no value for one of the attributes. */
    static <R> Optional<List<Object>> key(List<Named<R>> names, R record) {
        List<Object> key = new ArrayList<>(names.size());
        for (Named<R> name : names) {
            Object value = name.in(record);
            if (value == null) {
                return Optional.empty();
            }
            key.add(value);
        }
        return Optional.of(key);
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
