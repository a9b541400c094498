package org.clientele.channel;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.model.EntityType;
import org.clientele.organization.Organization;
import org.clientele.report.Report;
import org.clientele.value.Ref;

/**
 * What a form offers where a channel is to be chosen: the channels that the viewer sees, by name. Immutable.
 *
 * <pre>{@code
 * ChannelChoices choices = sales.run(ChannelChoices.of(BusinessCustomer.TYPE));
 * choices.preselected().ifPresent(customer::setChannel);
 * }</pre>
 *
 * @param channels the active channels that have all entities asked for
 */
public record ChannelChoices(List<Channel> channels) {

    public ChannelChoices {
        channels = List.copyOf(channels);
    }

    /** The choices for a record that needs all of these entities in its channel. */
    public static Report<ChannelChoices> of(EntityType<?>... entities) {
        return among(Channel.offering(entities));
    }

    /** The choices among the channels of one organization, for viewers who see those of several. */
    public static Report<ChannelChoices> in(Ref<Organization> organization, EntityType<?>... entities) {
        return among(Channel.offering(entities).and(Channel.ORGANIZATION.is(organization)));
    }

    private static Report<ChannelChoices> among(Criterion<Channel> where) {
        Query<Channel> query = Query.<Channel>of(where).orderedBy(List.of(Channel.NAME.asc()));
        return records -> {
            try (Stream<Channel> found = records.select(Channel.TYPE, query)) {
                return new ChannelChoices(found.toList());
            }
        };
    }

    /** The channel that need not be asked for: the only one there is. A new customer without a channel is given it as well. */
    public Optional<Ref<Channel>> preselected() {
        return channels.size() == 1 ? Optional.of(Ref.to(channels.get(0))) : Optional.empty();
    }
}
