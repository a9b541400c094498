package org.clientele.customer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.criteria.Query;
import org.clientele.model.CrmRecord;
import org.clientele.report.Report;
import org.clientele.store.Aggregation;
import org.clientele.store.Group;
import org.clientele.store.Measure;
import org.clientele.store.Records;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * What an account has come to so far, in the base currency: its customers, channel by channel, and won opportunities of the
 * account as such (OroCRM documentation, Accounts: lifetime sales value). The customers are those that it has now; channels
 * that are not active are listed and not counted. Each viewer sees what the customers that they may see come to. Immutable and
 * thread-safe; three statements.
 *
 * <pre>{@code
 * BigDecimal total = sales.run(LifetimeValue.of(acuserv)).total();
 * }</pre>
 */
public final class LifetimeValue implements Report<LifetimeValue.Result> {

    private final UUID account;

    private LifetimeValue(UUID account) {
        this.account = account;
    }

    /** The value of a stored account. */
    public static LifetimeValue of(Account account) {
        return new LifetimeValue(account.getId());
    }

    /**
     * The value.
     *
     * @param channels by name, those whose name the viewer may not see last
     * @param direct what opportunities of the account as such came to
     */
    public record Result(List<OfChannel> channels, BigDecimal direct) {

        public Result {
            channels = List.copyOf(channels);
        }

        /** The sum over active channels and of what is direct. */
        public BigDecimal total() {
            return channels.stream()
                    .filter(OfChannel::isCounted)
                    .map(OfChannel::value)
                    .reduce(direct, BigDecimal::add);
        }
    }

    /**
     * The customers of the account in one channel.
     *
     * @param name null when the viewer may not see the channel
     * @param isCounted whether the channel is active, as far as the viewer may see
     * @param customers how many
     */
    public record OfChannel(
            Ref<Channel> channel, @Nullable String name, boolean isCounted, long customers, BigDecimal value) {}

    /** The value of an account that was just read, which takes two statements. */
    public static Result over(Account read, Records records) {
        BigDecimal direct = read.getDirectLifetime();
        return new Result(of(read).channels(records), direct == null ? Zero.VALUE : Zero.scaled(direct));
    }

    @Override
    public Result run(Records records) {
        BigDecimal direct = records.values(
                        Account.TYPE,
                        Query.of(CrmRecord.isAnyOf(Set.of(new Ref<Account>(account)))),
                        List.of(Account.DIRECT_LIFETIME))
                .map(row -> row.get(0))
                .filter(Objects::nonNull)
                .map(BigDecimal.class::cast)
                .findFirst()
                .orElse(Zero.VALUE);
        return new Result(channels(records), direct);
    }

    private List<OfChannel> channels(Records records) {
        List<Group> groups = records.aggregate(
                Customer.TYPE,
                new Aggregation<>(
                        Customer.ACCOUNT.is(new Ref<>(account)),
                        List.of(Customer.CHANNEL),
                        List.of(
                                new Measure.Count<>(Customer.CHANNEL.isPresent()),
                                new Measure.Sum<>(Customer.LIFETIME, Customer.CHANNEL.isPresent()))));
        Map<UUID, List<@Nullable Object>> known = known(groups, records);
        List<OfChannel> channels = new ArrayList<>();
        for (Group group : groups) {
            if (group.key().get(0) instanceof Ref<?> ref) {
                List<@Nullable Object> row = known.get(ref.id());
                channels.add(new OfChannel(
                        new Ref<>(ref.id()),
                        row == null ? null : (String) row.get(1),
                        row != null && Boolean.TRUE.equals(row.get(2)),
                        (Long) group.values().get(0),
                        Zero.scaled((BigDecimal) group.values().get(1))));
            }
        }
        channels.sort(Comparator.comparing(OfChannel::name, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(channel -> channel.channel().id()));
        return channels;
    }

    private static Map<UUID, List<@Nullable Object>> known(List<Group> groups, Records records) {
        Set<Ref<?>> refs = new LinkedHashSet<>();
        groups.stream()
                .map(group -> group.key().get(0))
                .filter(Objects::nonNull)
                .forEach(key -> refs.add((Ref<?>) key));
        Map<UUID, List<@Nullable Object>> known = new HashMap<>();
        if (!refs.isEmpty()) {
            records.values(
                            Channel.TYPE,
                            Query.of(CrmRecord.isAnyOf(refs)),
                            List.of(CrmRecord.ID, Channel.NAME, Channel.ACTIVE))
                    .forEach(row -> known.put((UUID) Objects.requireNonNull(row.get(0)), row));
        }
        return known;
    }
}
