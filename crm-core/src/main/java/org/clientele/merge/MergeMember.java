package org.clientele.merge;

import org.clientele.value.AnyRef;
import org.jspecify.annotations.Nullable;

/**
 * A record that takes part in a merge, as it was when the merge was planned.
 *
 * @param name what a person knows it by
 * @param version the version that the plan builds on; null when the record was not there or not to be seen
 */
public record MergeMember(
        AnyRef record, String name, @Nullable Long version) {

    @Override
    public String toString() {
        return record.type() + " " + name;
    }
}
