package org.clientele.merge;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a strategy answers.
 *
 * @param <V> the type of the value
 */
public sealed interface MergedValue<V> {

    /**
     * The value of one record, be it none.
     *
     * @param candidate one of those that the strategy was given
     */
    record Chosen<V>(MergeCandidate<?, V> candidate) implements MergedValue<V> {

        public Chosen {
            Objects.requireNonNull(candidate, "candidate");
        }
    }

    /** A value that is made of those of several records. */
    record Computed<V>(@Nullable V value) implements MergedValue<V> {}

    /**
     * These values make none; the merge is not done unless the value is chosen otherwise.
     *
     * @param reason a sentence that says why and what to do
     */
    record Refused<V>(String reason) implements MergedValue<V> {

        public Refused {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
