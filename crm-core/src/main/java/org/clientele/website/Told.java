package org.clientele.website;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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
 * @param campaign the code of the campaign that brought the visitor
 * @param id what the website calls this event: told again, as by a tracker that got no answer, it is not
 *     counted again; null where events have no names, so that each is another one
 */
public record Told(
        String website,
        String visitor,
        @Nullable String user,
        String name,
        @Nullable String value,
        @Nullable String title,
        @Nullable String url,
        Instant at,
        @Nullable String campaign,
        @Nullable String id) {

    private static final String ID = "id=";

    public Told {
        Objects.requireNonNull(website, "website");
        Objects.requireNonNull(visitor, "visitor");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(at, "at");
        if (id != null && id.isBlank()) {
            throw new IllegalArgumentException("an event has a blank identity; give null where events have none");
        }
    }

    /** An event that has no identity and came of no campaign. */
    public Told(
            String website,
            String visitor,
            @Nullable String user,
            String name,
            @Nullable String value,
            @Nullable String title,
            @Nullable String url,
            Instant at) {
        this(website, visitor, user, name, value, title, url, at, null, null);
    }

    /** The same event with what the website calls it. */
    public Told identifiedBy(String newId) {
        return new Told(website, visitor, user, name, value, title, url, at, campaign, newId);
    }

    /** The same event of a visitor whom a campaign brought. */
    public Told ofCampaign(String code) {
        return new Told(website, visitor, user, name, value, title, url, at, code, id);
    }

    /** What stands for the identity and the website; null where there is no identity. */
    @Nullable
    UUID origin(TrackedWebsite stored) {
        return id == null ? null : UUID.nameUUIDFromBytes((stored.getId() + ":" + id).getBytes(StandardCharsets.UTF_8));
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
