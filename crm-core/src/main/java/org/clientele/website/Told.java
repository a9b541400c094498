package org.clientele.website;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An event as a website tells it.
 *
 * @param website the identifier of the tracked website
 * @param visitor what the cookie calls the visitor
 * @param user what the website knows the visitor by: pairs such as {@code id=12; email=ada@example.org}; null or an {@code id}
 *     of {@code guest} for nobody
 * @param name what happened, such as {@link WebsiteEvent#PAGE_VIEW}
 */
public record Told(
        String website,
        String visitor,
        @Nullable String user,
        String name,
        @Nullable String value,
        @Nullable String title,
        @Nullable String url,
        Instant at) {

    private static final String ID = "id=";

    public Told {
        Objects.requireNonNull(website, "website");
        Objects.requireNonNull(visitor, "visitor");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(at, "at");
    }

    /** What the shop knows the customer by; empty for a guest. */
    Optional<String> originId() {
        return originId(user);
    }

    static Optional<String> originId(@Nullable String user) {
        return user == null
                ? Optional.empty()
                : Stream.of(user.split(";"))
                        .map(String::strip)
                        .filter(pair -> pair.startsWith(ID))
                        .map(pair -> pair.substring(ID.length()).strip())
                        .filter(id -> !id.isEmpty() && !id.startsWith(WebsiteVisit.GUEST))
                        .findFirst();
    }

    String userIdentifier() {
        return originId().isEmpty() || user == null ? WebsiteVisit.GUEST : user.strip();
    }
}
