package org.clientele.property;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.clientele.criteria.Criterion;
import org.clientele.value.TextForm;

/**
 * A property with many elements: the kind that a merge can append.
 *
 * @param <R> the type that has the property
 * @param <E> the type of the elements
 * @param <C> the type of the collection; it has no element twice, unless its elements are items that may be alike
 */
public abstract class CollectionProperty<R, E, C extends Collection<E>> extends Property<R, C> {

    CollectionProperty(Accessors<R, C> accessors) {
        super(accessors);
    }

    /**
     * The collection of these elements in the property's own order, none twice; the first of equal ones stays. Items that may
     * be alike all stay.
     */
    public abstract C collect(Collection<E> elements);

    /** One element as a text that {@link #elementFromText} reads back exactly. */
    public abstract String elementToText(E element);

    /** The element that {@link #elementToText} wrote. */
    public abstract E elementFromText(String text);

    /** What makes an element the same as another: two elements are the same when this is equal. */
    public Object sameness(E element) {
        return Objects.requireNonNull(element, "element");
    }

    /** All elements of all collections, in their order, none twice; the first of those that are the same stays. */
    public C unite(List<C> collections) {
        List<E> all = new ArrayList<>();
        collections.forEach(all::addAll);
        return collect(all);
    }

    /** The collection has this element. */
    public final Criterion<R> contains(E element) {
        return new Criterion.HasAny<>(this, Set.of(element));
    }

    /** The collection has at least one of these elements. */
    public final Criterion<R> containsAny(Collection<? extends E> elements) {
        return new Criterion.HasAny<>(this, new LinkedHashSet<E>(elements));
    }

    /** The collection does not have this element. */
    public final Criterion<R> notContains(E element) {
        return contains(element).negate();
    }

    /** The collection has none of these elements. */
    public final Criterion<R> containsNone(Collection<? extends E> elements) {
        return containsAny(elements).negate();
    }

    @Override
    protected final C storable(C value) {
        return collect(value);
    }

    @Override
    public final String toText(C value) {
        return TextForm.join(value.stream().map(this::elementToText).toList());
    }

    @Override
    public final C fromText(String text) {
        List<E> elements = new ArrayList<>();
        for (String part : TextForm.split(text)) {
            if (part == null) {
                throw new IllegalArgumentException("'" + text + "' has an empty element in " + name());
            }
            elements.add(elementFromText(part));
        }
        return collect(elements);
    }
}
