package org.clientele.sales;

import java.util.Objects;
import java.util.UUID;
import org.clientele.value.Money;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * What the conversion of a lead was asked for. Null where nothing was chosen: then it is as the lead says. Immutable.
 *
 * @param lead the lead, by identity
 * @param contact the contact to take instead of making one, by identity
 */
public record ConversionRequest(
        UUID lead,
        @Nullable String opportunityName,
        @Nullable UUID contact,
        @Nullable UUID customer,
        @Nullable UUID account,
        @Nullable String companyName,
        @Nullable String notes,
        @Nullable Money budget) {

    public ConversionRequest {
        Objects.requireNonNull(lead, "lead");
    }

    /** As a lead says itself. */
    static ConversionRequest of(Lead lead) {
        return new ConversionRequest(
                lead.getId(),
                null,
                id(lead.getContact()),
                id(lead.getCustomer()),
                id(lead.getAccount()),
                lead.getCompanyName(),
                null,
                null);
    }

    private static @Nullable UUID id(@Nullable Ref<?> ref) {
        return ref == null ? null : ref.id();
    }
}
