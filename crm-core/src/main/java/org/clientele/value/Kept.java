package org.clientele.value;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A set in order that nobody can change, in one array: the few elements that a record has lie side by side, and there is
 * nothing to walk through on the way to them.
 */
final class Kept<E extends Comparable<? super E>> extends AbstractSet<E> {

    private static final Kept<?> EMPTY = new Kept<>(new Object[0]);

    private final Object[] elements;

    private Kept(Object[] elements) {
        this.elements = elements;
    }

    /** The elements in their order; a set that is such a one is not copied. */
    @SuppressWarnings("unchecked") // the empty set is one of whatever there is
    static <E extends Comparable<? super E>> Kept<E> of(Collection<E> elements) {
        if (elements instanceof Kept<?>) {
            return (Kept<E>) elements;
        }
        return elements.isEmpty() ? (Kept<E>) EMPTY : new Kept<>(new TreeSet<>(elements).toArray());
    }

    @Override
    public int size() {
        return elements.length;
    }

    @Override
    public boolean contains(@Nullable Object sought) {
        for (Object element : elements) {
            if (element.equals(sought)) {
                return true;
            }
        }
        return false;
    }

    @SuppressWarnings("unchecked") // nothing but elements was put in
    E get(int index) {
        return (E) elements[index];
    }

    @Override
    public Object[] toArray() {
        return Arrays.copyOf(elements, elements.length, Object[].class);
    }

    @Override
    public Iterator<E> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < elements.length;
            }

            @Override
            public E next() {
                if (next == elements.length) {
                    throw new NoSuchElementException();
                }
                return get(next++);
            }
        };
    }
}
