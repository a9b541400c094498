package org.clientele.store;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One group of an aggregation, or a part of one: {@link Accumulation#add(Group)} puts parts together. It can be sent from
 * one machine to another as Java serializes it.
 *
 * @param key the values that its records share, in the order of the grouping; null where they have none
 * @param values the values of the measures, in their order
 */
public record Group(List<@Nullable Object> key, List<Object> values) implements Serializable {

    public Group {
        key = key.size() == 1
                ? Collections.singletonList(key.get(0))
                : Collections.unmodifiableList(new ArrayList<>(key));
        values = List.copyOf(values);
    }

    @Serial
    private Object writeReplace() {
        return new Sent(
                new ArrayList<>(key),
                new ArrayList<>(values.stream().map(Group::sent).toList()));
    }

    private static Object sent(Object value) {
        return value instanceof Optional<?> some ? new Some(some.orElse(null)) : value;
    }

    /** What stands for an Optional, which can not be sent. */
    private record Some(@Nullable Object value) implements Serializable {}

    @SuppressWarnings("serial") // values of measures and of attributes can be sent
    private record Sent(ArrayList<@Nullable Object> key, ArrayList<Object> values) implements Serializable {
        @Serial
        private Object readResolve() {
            return new Group(
                    key,
                    values.stream()
                            .map(value -> value instanceof Some some ? Optional.ofNullable(some.value) : value)
                            .toList());
        }
    }
}
