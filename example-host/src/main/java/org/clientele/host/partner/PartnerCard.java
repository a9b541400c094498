package org.clientele.host.partner;

import java.time.LocalDate;
import java.util.UUID;
import org.clientele.account.Account;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * A partner as the host shows it and takes it.
 *
 * @param id null for a new one
 * @param account null for a new one, which gets one of its own name
 */
public record PartnerCard(
        @Nullable UUID id,
        @Nullable String name,
        @Nullable UUID account,
        @Nullable String level,
        @Nullable LocalDate since) {

    public static PartnerCard of(PartnerCustomer partner) {
        Ref<Account> account = partner.getAccount();
        return new PartnerCard(
                partner.getId(),
                partner.getName(),
                account == null ? null : account.id(),
                partner.getLevel(),
                partner.getSince());
    }
}
