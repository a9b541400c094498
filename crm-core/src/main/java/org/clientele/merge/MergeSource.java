package org.clientele.merge;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a value of a merged record comes from. */
public sealed interface MergeSource {

    /** From one of the records; when that has no value, the merged one has none either. */
    record OneRecord(UUID record) implements MergeSource {}

    /**
     * From what a strategy makes of the values of all records.
     *
     * @param strategy the strategy
     * @param from the record whose value it chose; null when the value is computed, and in a request, where nothing is chosen yet
     */
    record ByStrategy(
            MergeStrategy<?, ?> strategy, @Nullable MergeMember from) implements MergeSource {

        public ByStrategy {
            Objects.requireNonNull(strategy, "strategy");
        }

        /** What is asked for: whatever the strategy comes to. */
        static ByStrategy of(MergeStrategy<?, ?> strategy) {
            return new ByStrategy(strategy, null);
        }

        @Override
        public String toString() {
            return strategy.name() + (from == null ? "" : ", of " + from);
        }
    }

    /** From the caller. */
    record Given(@Nullable Object value) implements MergeSource {}

    /** From the record's own rules, or from the merge itself: a record does not point to itself. */
    record Rules() implements MergeSource {}
}
