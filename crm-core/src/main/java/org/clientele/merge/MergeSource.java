package org.clientele.merge;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a value of a merged record comes from. */
public sealed interface MergeSource {

    /** From one of the records; when that has no value, the merged one has none either. */
    record OneRecord(UUID record) implements MergeSource {}

    /** From all records: the master's elements first, then the others' from the oldest record on, none twice. */
    record AllRecords() implements MergeSource {}

    /** From the caller. */
    record Given(@Nullable Object value) implements MergeSource {}

    /** From the record's own rules, or from the merge itself: a record does not point to itself. */
    record Rules() implements MergeSource {}
}
