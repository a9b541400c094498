package org.clientele.website;

import static org.clientele.property.Traits.identity;
import static org.clientele.property.Traits.label;
import static org.clientele.property.Traits.maxLength;
import static org.clientele.property.Traits.required;
import static org.clientele.property.Traits.unique;

import java.util.UUID;
import org.clientele.channel.Channel;
import org.clientele.model.EntityType;
import org.clientele.organization.UserOwned;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.TextProperty;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** A website whose visitors are watched, and the channel whose customers they may be (OroCRM documentation, Tracking websites). */
public class TrackedWebsite extends UserOwned {

    public static final TextProperty<TrackedWebsite> NAME = TextProperty.of(
                    "name", TrackedWebsite::getName, TrackedWebsite::setName)
            .with(required(), maxLength(255));
    /** What the website calls itself when it tells of events. */
    public static final TextProperty<TrackedWebsite> IDENTIFIER = TextProperty.of(
                    "identifier", TrackedWebsite::getIdentifier, TrackedWebsite::setIdentifier)
            .with(required(), unique(), identity(), maxLength(255));

    public static final TextProperty<TrackedWebsite> URL = TextProperty.of(
                    "url", TrackedWebsite::getUrl, TrackedWebsite::setUrl)
            .with(maxLength(255), label("URL"));
    /** Without a channel nobody who visits is known. */
    public static final ReferenceProperty<TrackedWebsite, Channel> CHANNEL =
            ReferenceProperty.of("channel", Channel.class, TrackedWebsite::getChannel, TrackedWebsite::setChannel);

    public static final EntityType<TrackedWebsite> TYPE = EntityType.define(
            "tracked website",
            TrackedWebsite.class,
            TrackedWebsite::new,
            type -> type.properties(NAME, IDENTIFIER, URL, CHANNEL)
                    .owned(OWNERSHIP)
                    .named(NAME));

    private @Nullable String name;
    private @Nullable String identifier;
    private @Nullable String url;
    private @Nullable UUID channel;

    /** An empty website. */
    protected TrackedWebsite() {}

    public TrackedWebsite(String name, String identifier, Channel channel) {
        this.name = name;
        this.identifier = identifier;
        this.channel = channel.getId();
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getIdentifier() {
        return identifier;
    }

    public void setIdentifier(@Nullable String identifier) {
        this.identifier = identifier;
    }

    public @Nullable String getUrl() {
        return url;
    }

    public void setUrl(@Nullable String url) {
        this.url = url;
    }

    public @Nullable Ref<Channel> getChannel() {
        return channel == null ? null : new Ref<>(channel);
    }

    public void setChannel(@Nullable Ref<Channel> channel) {
        this.channel = channel == null ? null : channel.id();
    }
}
