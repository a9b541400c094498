package org.clientele.channel;

import static org.clientele.property.Traits.fixed;
import static org.clientele.property.Traits.identity;
import static org.clientele.property.Traits.label;
import static org.clientele.property.Traits.maxLength;
import static org.clientele.property.Traits.required;

import java.util.Map;
import java.util.Set;
import org.clientele.model.EntityType;
import org.clientele.organization.OrganizationOwned;
import org.clientele.property.BooleanProperty;
import org.clientele.property.ChoiceProperty;
import org.clientele.property.SetProperty;
import org.clientele.property.TextProperty;
import org.clientele.value.Refs;
import org.jspecify.annotations.Nullable;

/** A source of customers: which kinds of records come from it, and which of them is the customer itself. */
public class Channel extends OrganizationOwned {

    public static final TextProperty<Channel> NAME =
            TextProperty.of("name", Channel::getName, Channel::setName).with(required(), maxLength(250), identity());
    public static final ChoiceProperty<Channel, ChannelType> CHANNEL_TYPE = ChoiceProperty.of(
                    "channelType", ChannelType.DICTIONARY, Channel::getChannelType, Channel::setChannelType)
            .with(required(), fixed(), label("Channel type"));
    public static final TextProperty<Channel> CUSTOMER_IDENTITY = TextProperty.of(
                    "customerIdentity", Channel::getCustomerIdentity, Channel::setCustomerIdentity)
            .with(required(), label("Customer identity"));
    public static final SetProperty<Channel> ENTITIES =
            SetProperty.of("entities", Channel::getEntities, Channel::setEntities);

    public static final BooleanProperty<Channel> ACTIVE =
            BooleanProperty.of("active", Channel::isActive, Channel::takeActive);

    public static final EntityType<Channel> TYPE = EntityType.define(
            "channel",
            Channel.class,
            Channel::new,
            type -> type.properties(NAME, CHANNEL_TYPE, CUSTOMER_IDENTITY, ENTITIES, ACTIVE)
                    .owned(OWNERSHIP)
                    .named(Channel::getName)
                    .prepared((channel, situation) -> channel.prepare()));

    /** Which entity is the customer in a channel of each type, unless another is set. */
    private static final Map<ChannelType, String> IDENTITIES = Map.of(
            ChannelType.SALES, "business customer",
            ChannelType.MAGENTO, "web customer",
            ChannelType.COMMERCE, "commerce customer",
            ChannelType.CUSTOM, "customer identity");

    private boolean active = true;

    private @Nullable String name;
    private @Nullable String channelType;
    private @Nullable String customerIdentity;
    private Set<String> entities = Set.of();

    /** An empty channel. */
    protected Channel() {}

    /** A channel that offers the kind of customer that is usual for its type. */
    public Channel(String name, ChannelType type) {
        this.name = name;
        this.channelType = type.id();
        this.customerIdentity = IDENTITIES.get(type);
        prepare();
    }

    /** The customer identity is always among the entities. */
    private void prepare() {
        if (customerIdentity != null) {
            entities = Refs.plus(entities, customerIdentity);
        }
    }

    /** Offers another kind of record, by the name of its entity type. */
    public Channel addEntity(String entity) {
        entities = Refs.plus(entities, entity);
        return this;
    }

    /** Whether records of this entity type, by its name, may come from the channel now. */
    public boolean offers(String entity) {
        return active && entities.contains(entity);
    }

    /** Whether the channel may be chosen; true from the beginning. */
    public boolean isActive() {
        return active;
    }

    public void activate() {
        active = true;
    }

    /** Keeps the channel from being chosen for further customers; those that it has stay. */
    public void deactivate() {
        active = false;
    }

    private void takeActive(@Nullable Boolean value) {
        active = Boolean.TRUE.equals(value);
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable ChannelType getChannelType() {
        return channelType == null ? null : ChannelType.DICTIONARY.get(channelType);
    }

    public void setChannelType(@Nullable ChannelType channelType) {
        this.channelType = channelType == null ? null : channelType.id();
    }

    public @Nullable String getCustomerIdentity() {
        return customerIdentity;
    }

    public void setCustomerIdentity(@Nullable String customerIdentity) {
        this.customerIdentity = customerIdentity;
    }

    public Set<String> getEntities() {
        return entities;
    }

    public void setEntities(Set<String> entities) {
        this.entities = Refs.kept(entities);
    }
}
