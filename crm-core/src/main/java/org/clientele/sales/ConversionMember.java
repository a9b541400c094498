package org.clientele.sales;

import org.clientele.value.AnyRef;
import org.jspecify.annotations.Nullable;

/**
 * A stored record that takes part in the conversion of a lead, as it was when the conversion was planned.
 *
 * @param name what a person knows it by
 * @param version the version that the plan builds on; null when the record was not there or not to be seen
 */
public record ConversionMember(
        AnyRef record, String name, @Nullable Long version) {

    @Override
    public String toString() {
        return record.type() + " " + name;
    }
}
