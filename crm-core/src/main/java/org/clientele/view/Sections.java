package org.clientele.view;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.clientele.account.Account;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Page;
import org.clientele.criteria.Query;
import org.clientele.customer.Customer;
import org.clientele.customer.LifetimeValue;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.store.Records;
import org.clientele.value.Ref;
import org.clientele.view.WholeAccount.CustomerRow;
import org.clientele.view.WholeAccount.Pointed;
import org.clientele.view.WholeAccount.Section;
import org.jspecify.annotations.Nullable;

/** The customers of an account, channel by channel. */
final class Sections {

    private final Account account;
    private final int rows;
    private final Records records;

    Sections(Account account, int rows, Records records) {
        this.account = account;
        this.rows = rows;
        this.records = records;
    }

    Page<Section> page(LifetimeValue.Result value, int number, int size) {
        List<LifetimeValue.OfChannel> shown = value.channels().stream()
                .skip((long) (number - 1) * size)
                .limit(size)
                .toList();
        Map<LifetimeValue.OfChannel, List<List<@Nullable Object>>> customers = new LinkedHashMap<>();
        shown.forEach(channel -> customers.put(channel, customers(channel)));
        Map<UUID, EntityType<?>> types = new LinkedHashMap<>();
        customers.values().forEach(found -> found.forEach(row -> types.put(id(row), type(row))));
        Map<UUID, List<Pointed<?>>> pointed = new References(types, records).counted();
        List<Section> sections = new ArrayList<>();
        customers.forEach((channel, found) -> sections.add(section(channel, found, pointed)));
        return new Page<>(sections, number, size, value.channels().size());
    }

    private Criterion<Customer> within(LifetimeValue.OfChannel channel) {
        return Customer.ACCOUNT.is(Ref.to(account)).and(Customer.CHANNEL.is(channel.channel()));
    }

    private List<List<@Nullable Object>> customers(LifetimeValue.OfChannel channel) {
        return Ordered.by(
                        List.of(Customer.NAME.asc()),
                        order -> records.values(
                                Customer.TYPE,
                                Query.<Customer>of(within(channel))
                                        .orderedBy(order)
                                        .stretch(0, rows),
                                List.of(
                                        CrmRecord.ID,
                                        CrmRecord.KIND,
                                        Customer.NAME,
                                        Customer.LIFETIME,
                                        Customer.TIMES_CONTACTED,
                                        Customer.LAST_CONTACTED_AT)))
                .toList();
    }

    private static UUID id(List<@Nullable Object> row) {
        return (UUID) Objects.requireNonNull(row.get(0));
    }

    private EntityType<?> type(List<@Nullable Object> row) {
        return records.schema().type((Class<?>) Objects.requireNonNull(row.get(1)));
    }

    private Section section(
            LifetimeValue.OfChannel channel, List<List<@Nullable Object>> found, Map<UUID, List<Pointed<?>>> pointed) {
        List<CustomerRow> customers =
                found.stream().map(row -> customer(row, pointed)).toList();
        return new Section(
                channel.channel(),
                channel.name(),
                channel.isCounted(),
                channel.value(),
                new Page<>(customers, 1, rows, channel.customers()),
                within(channel));
    }

    private CustomerRow customer(List<@Nullable Object> row, Map<UUID, List<Pointed<?>>> pointed) {
        return new CustomerRow(
                new Ref<>(id(row)),
                type(row).name(),
                (String) row.get(2),
                (BigDecimal) row.get(3),
                (Integer) row.get(4),
                (Instant) row.get(5),
                pointed.getOrDefault(id(row), List.of()));
    }
}
