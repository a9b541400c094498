package org.clientele.criteria;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values that a condition looks for: nobody can change them, and a few are looked through faster than they are hashed. */
final class Sought<V> extends AbstractSet<V> {

    private static final int FEW = 8;

    private final List<V> values;
    private final Object[] few;

    private Sought(List<V> values) {
        this.values = values;
        this.few = values.toArray();
    }

    static <V> Set<V> of(Collection<? extends V> values) {
        Set<V> distinct = new LinkedHashSet<>(values);
        return distinct.size() > FEW ? Set.copyOf(distinct) : new Sought<>(List.copyOf(distinct));
    }

    @Override
    public int size() {
        return few.length;
    }

    @Override
    public boolean contains(@Nullable Object sought) {
        for (Object value : few) {
            if (value.equals(sought)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Iterator<V> iterator() {
        return values.iterator();
    }
}
