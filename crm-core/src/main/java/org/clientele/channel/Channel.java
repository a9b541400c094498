package org.clientele.channel;

import static org.clientele.property.Traits.example;
import static org.clientele.property.Traits.fixed;
import static org.clientele.property.Traits.identity;
import static org.clientele.property.Traits.label;
import static org.clientele.property.Traits.maxLength;
import static org.clientele.property.Traits.required;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.clientele.criteria.Criterion;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Invariant;
import org.clientele.model.Situation;
import org.clientele.organization.Organization;
import org.clientele.organization.OrganizationOwned;
import org.clientele.property.BooleanProperty;
import org.clientele.property.ChoiceProperty;
import org.clientele.property.SetProperty;
import org.clientele.property.TextProperty;
import org.clientele.value.Ref;
import org.clientele.value.Refs;
import org.jspecify.annotations.Nullable;

/**
 * A source of customers: which kinds of records come from it, and which of them is the customer itself (OroCRM
 * documentation, Channels).
 *
 * <p>The commerce channel is a channel of the system: an organization has one at most, which no user makes or deletes but
 * {@code crm.asSystem()}, in whose name a storefront is connected. A channel that has customers is not deleted, unless
 * cascading, since a customer needs its channel; deactivate it instead.
 */
public class Channel extends OrganizationOwned {

    public static final TextProperty<Channel> NAME =
            TextProperty.of("name", Channel::getName, Channel::setName).with(required(), maxLength(250), identity());
    public static final ChoiceProperty<Channel, ChannelType> CHANNEL_TYPE = ChoiceProperty.of(
                    "channelType", ChannelType.DICTIONARY, Channel::getChannelType, Channel::setChannelType)
            .with(required(), fixed(), label("Channel type"));
    public static final TextProperty<Channel> CUSTOMER_IDENTITY = TextProperty.of(
                    "customerIdentity", Channel::getCustomerIdentity, Channel::setCustomerIdentity)
            .with(required(), label("Customer identity"), example("business customer"));
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
                    .named(NAME)
                    .prepared((channel, situation) -> channel.prepare(situation))
                    .rule(ENTITIES, Channel::unknownEntities)
                    .rule(CUSTOMER_IDENTITY, Channel::unfitIdentity)
                    .rule(
                            "is a second commerce channel of its organization; go on with the one that is there",
                            Channel::isOnlyCommerceChannel)
                    .rule(
                            "is a commerce channel, which no user makes; let the session of the system save it",
                            (channel, context) -> !channel.isCommerce()
                                    || context.before().isPresent()
                                    || context.actor().isEmpty())
                    .deletionRule(
                            "is a commerce channel, which no user deletes; deactivate it, or let the session of the system"
                                    + " delete it",
                            (channel, context) ->
                                    !channel.isCommerce() || context.actor().isEmpty()));

    /** The type that every kind of customer extends; like all entities of a channel it is known by its name only. */
    private static final String CUSTOMER = "customer";

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
        offerTheCustomer();
    }

    /** A channel without a name is named after its type: "Sales channel". */
    private void prepare(Situation<Channel> situation) {
        offerTheCustomer();
        if (channelType != null && (name == null || name.isBlank())) {
            name = situation
                    .dictionary(CHANNEL_TYPE)
                    .find(channelType)
                    .map(type -> type.label() + " channel")
                    .orElse(name);
        }
    }

    /** The customer identity is always among the entities. */
    private void offerTheCustomer() {
        if (customerIdentity != null) {
            entities = Refs.plus(entities, customerIdentity);
        }
    }

    /** The channels that may be chosen for a record: the active ones that have all of these entities. */
    public static Criterion<Channel> offering(EntityType<?>... entities) {
        return offering(Stream.of(entities).map(EntityType::name).toArray(String[]::new));
    }

    private static Criterion<Channel> offering(String... entities) {
        List<Criterion<? super Channel>> parts = new ArrayList<>(List.of(ACTIVE.isTrue()));
        for (String entity : entities) {
            parts.add(ENTITIES.contains(entity));
        }
        return new Criterion.All<>(parts);
    }

    /** What a stored channel has may stay, also when a host registers the type no more. */
    private static Optional<String> unknownEntities(Channel channel, Invariant.Context<Channel> context) {
        Set<String> others = new TreeSet<>(channel.entities);
        others.removeIf(entity -> entity.equals(channel.customerIdentity));
        context.before().ifPresent(before -> others.removeAll(before.entities));
        others.removeAll(context.types());
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of("has " + String.join(", ", others)
                        + ", which this CRM does not know; name types that are registered");
    }

    private static Optional<String> unfitIdentity(Channel channel, Invariant.Context<Channel> context) {
        String identity = channel.customerIdentity;
        boolean kept = context.before()
                .filter(before -> Objects.equals(before.customerIdentity, identity))
                .isPresent();
        return identity == null || kept || context.typesBelow(CUSTOMER).contains(identity)
                ? Optional.empty()
                : Optional.of("is '" + identity
                        + "', which is no kind of customer of this CRM; name a registered type that extends "
                        + CUSTOMER);
    }

    private static boolean isOnlyCommerceChannel(Channel channel, Invariant.Context<Channel> context) {
        Ref<Organization> home = channel.getOrganization();
        return !channel.isCommerce()
                || home == null
                || context
                        .select(
                                Channel.class,
                                CHANNEL_TYPE.is(ChannelType.COMMERCE).and(ORGANIZATION.is(home)))
                        .stream()
                        .allMatch(channel::equals);
    }

    private boolean isCommerce() {
        return ChannelType.COMMERCE.equals(getChannelType());
    }

    /** The only channel of an organization that may be chosen for a record; empty when there are none or several. */
    public static Optional<Ref<Channel>> onlyFitting(
            CrmRecord record, @Nullable Ref<Organization> organization, Situation<?> situation) {
        List<Channel> fitting = organization == null
                ? List.of()
                : situation.select(
                        Channel.class, offering(situation.typeOf(record)).and(ORGANIZATION.is(organization)));
        return fitting.size() == 1 ? Optional.of(Ref.to(fitting.get(0))) : Optional.empty();
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
