package org.clientele.value;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Turns the sets of identities that records hold into the sets of references that they show, and back. */
public final class Refs {

    private Refs() {}

    /** References to these identities, in their order. */
    public static <T extends Identified> Set<Ref<T>> of(Set<UUID> ids) {
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

    /** The set with one more element, in order; the set itself is left alone. */
    public static <E extends Comparable<? super E>> Set<E> plus(Set<E> set, E element) {
        Set<E> larger = new TreeSet<>(set);
        larger.add(element);
        return larger;
    }
}
