package org.clientele.host.account;

import org.jspecify.annotations.Nullable;

/**
 * What an account is to be.
 *
 * @param version the one that the change was made on; null for a new account
 */
public record AccountChange(
        @Nullable Long version,
        @Nullable String name,
        @Nullable String description) {}
