package org.clientele.value;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** The sets that records hold: of identities, which they show as references, and of texts. */
public final class Refs {

    private Refs() {}

    /** References to these identities, in their order. */
    public static <T extends Identified> Set<Ref<T>> of(Set<UUID> ids) {
        if (ids.size() < 2) {
            return ids.isEmpty() ? Set.of() : Set.of(new Ref<>(ids.iterator().next()));
        }
        Set<Ref<T>> refs = new TreeSet<>();
        ids.forEach(id -> refs.add(new Ref<>(id)));
        return refs;
    }

    /** The identities of these references, in their order. */
    public static <T extends Identified> Set<UUID> ids(Set<Ref<T>> refs) {
        Set<UUID> ids = new TreeSet<>();
        refs.forEach(ref -> ids.add(ref.id()));
        return ids;
    }

    /** The elements in order, as a set that nobody can change and that may therefore be shown as it is. */
    public static <E extends Comparable<? super E>> Set<E> kept(Set<E> set) {
        return set.size() < 2 ? Set.copyOf(set) : Collections.unmodifiableSet(new TreeSet<>(set));
    }

    /** The set with one more element, in order; the set itself is left alone. */
    public static <E extends Comparable<? super E>> Set<E> plus(Set<E> set, E element) {
        Set<E> larger = new TreeSet<>(set);
        larger.add(element);
        return Collections.unmodifiableSet(larger);
    }
}
