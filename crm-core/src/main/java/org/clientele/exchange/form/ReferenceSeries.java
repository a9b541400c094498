package org.clientele.exchange.form;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.clientele.value.Identified;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** The references of a set, in the set's order. */
record ReferenceSeries<T extends Identified>() implements Series<Set<Ref<T>>, Ref<T>> {

    @Override
    public List<Ref<T>> elements(@Nullable Set<Ref<T>> refs) {
        return refs == null ? List.of() : List.copyOf(refs);
    }

    @Override
    public Set<Ref<T>> of(List<Ref<T>> refs) {
        return new LinkedHashSet<>(refs);
    }
}
