package org.clientele.value;

import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sets that records hold: of identities, which they show as references, and of texts. Nobody can change one. */
public final class Refs {

    private Refs() {}

    /** References to these identities, in their order. */
    public static <T extends Identified> Set<Ref<T>> of(Set<UUID> ids) {
        return ids.isEmpty() ? Set.of() : new Shown<>(Kept.of(ids));
    }

    /** Identities as references: a set of them is asked far more often than it is kept. */
    private static final class Shown<T extends Identified> extends AbstractSet<Ref<T>> {

        private final Kept<UUID> ids;

        Shown(Kept<UUID> ids) {
            this.ids = ids;
        }

        @Override
        public int size() {
            return ids.size();
        }

        @Override
        public boolean contains(@Nullable Object sought) {
            return sought instanceof Ref<?> ref && ids.contains(ref.id());
        }

        @Override
        public Iterator<Ref<T>> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < ids.size();
                }

                @Override
                public Ref<T> next() {
                    return new Ref<>(ids.get(next++));
                }
            };
        }
    }

    /** The identities of these references, in their order. */
    public static <T extends Identified> Set<UUID> ids(Collection<Ref<T>> refs) {
        if (refs instanceof Shown<T> shown) {
            return shown.ids;
        } else if (refs.isEmpty()) {
            return Set.of();
        }
        List<UUID> ids = new ArrayList<>();
        refs.forEach(ref -> ids.add(ref.id()));
        return Kept.of(ids);
    }

    /** The elements in order, as a set that nobody can change and that may therefore be shown as it is. */
    public static <E extends Comparable<? super E>> Set<E> kept(Collection<E> elements) {
        return Kept.of(elements);
    }

    /** The set with one more element, in order; the set itself is left alone. */
    public static <E extends Comparable<? super E>> Set<E> plus(Set<E> set, E element) {
        Collection<E> larger = new ArrayList<>(set);
        larger.add(element);
        return Kept.of(larger);
    }
}
