package org.clientele.host.account;

import java.util.Set;
import java.util.UUID;
import org.clientele.account.Account;
import org.jspecify.annotations.Nullable;

/** An account as the host shows it. Whoever changes it gives back the version that was shown. */
public record AccountCard(
        UUID id,
        @Nullable Long version,
        @Nullable String name,
        @Nullable String description,
        Set<String> tags) {

    public static AccountCard of(Account account) {
        return new AccountCard(
                account.getId(), account.getVersion(), account.getName(), account.getDescription(), account.getTags());
    }
}
