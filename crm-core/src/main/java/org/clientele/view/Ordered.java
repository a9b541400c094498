package org.clientele.view;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clientele.access.AccessDeniedException;
import org.clientele.criteria.Sort;

/** Puts rows in an order that the viewer may see; by identity where the viewer may not. */
final class Ordered {

    private Ordered() {}

    static <R, T> Stream<T> by(List<Sort<R>> order, Function<List<Sort<R>>, Stream<T>> read) {
        try {
            return read.apply(order);
        } catch (AccessDeniedException hidden) {
            return read.apply(List.of());
        }
    }
}
