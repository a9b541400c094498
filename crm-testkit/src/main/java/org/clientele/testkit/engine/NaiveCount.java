package org.clientele.testkit.engine;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.clientele.testkit.engine.Rows.Row;
import org.clientele.value.AnyRef;
import org.clientele.value.Choice;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** What the values that follow from other records come to, counted by going through a table of all records: simple and slow. */
final class NaiveCount {

    private static final String ALL = "timesContacted";
    private static final String IN = "timesContactedIn";
    private static final String OUT = "timesContactedOut";
    private static final String LAST = "lastContactedAt";
    private static final String LAST_IN = "lastIncomingContactAt";
    private static final String LAST_OUT = "lastOutgoingContactAt";
    private static final String LIFETIME = "lifetime";
    private static final String DIRECT = "directLifetime";

    /** The names of these values. */
    static final Set<String> COUNTED = Set.of(ALL, IN, OUT, LAST, LAST_IN, LAST_OUT, LIFETIME, DIRECT);

    private final Rows rows;

    NaiveCount(Rows rows) {
        this.rows = rows;
    }

    /** Counts all values anew but those of one record that were chosen. */
    void count(UUID master, Set<String> chosen) {
        for (Map.Entry<UUID, Row> entry : rows.byId().entrySet()) {
            Row counted = counted(entry.getKey(), entry.getValue());
            counted.values().forEach((property, value) -> {
                if (!entry.getKey().equals(master) || !chosen.contains(property)) {
                    entry.getValue().put(property, value);
                }
            });
        }
    }

    /** The lifetime values that are not nothing, by record. */
    Map<UUID, BigDecimal> lifetimes() {
        Map<UUID, BigDecimal> lifetimes = new TreeMap<>();
        rows.byId().forEach((id, row) -> {
            Object value = row.values().containsKey(LIFETIME) ? row.get(LIFETIME) : row.get(DIRECT);
            if (value instanceof BigDecimal amount) {
                lifetimes.put(id, amount);
            }
        });
        return nonzero(lifetimes);
    }

    /** The same as the history of each adds up. */
    Map<UUID, BigDecimal> lifetimesByHistory() {
        Map<UUID, BigDecimal> sums = new TreeMap<>();
        for (Row row : rows.byId().values()) {
            if (row.isA(Rows.HISTORY)) {
                Object of = row.get("customer") == null ? row.get("account") : row.get("customer");
                BigDecimal amount = (BigDecimal) Objects.requireNonNull(row.get("amount"));
                sums.merge(((Ref<?>) Objects.requireNonNull(of)).id(), amount, BigDecimal::add);
            }
        }
        return nonzero(sums);
    }

    private static Map<UUID, BigDecimal> nonzero(Map<UUID, BigDecimal> amounts) {
        amounts.values().removeIf(amount -> amount.signum() == 0);
        return amounts;
    }

    private Row counted(UUID id, Row row) {
        Row counted = new Row(row.type(), new TreeMap<>());
        if (row.values().containsKey(ALL)) {
            contacts(id, counted);
        }
        if (row.values().containsKey(LIFETIME)) {
            counted.put(LIFETIME, sold("customer", id, false));
        } else if (row.values().containsKey(DIRECT)) {
            counted.put(DIRECT, sold("account", id, true));
        }
        return counted;
    }

    private void contacts(UUID id, Row counted) {
        counted.put(ALL, 0);
        counted.put(IN, 0);
        counted.put(OUT, 0);
        for (String last : List.of(LAST, LAST_IN, LAST_OUT)) {
            counted.put(last, null);
        }
        for (Row link : rows.byId().values()) {
            String direction = link.isA("activity link") ? choice(link, "direction") : null;
            if (direction != null
                    && link.get("target") instanceof AnyRef target
                    && target.id().equals(id)) {
                Instant at = (Instant) Objects.requireNonNull(link.get("at"));
                add(counted, ALL, LAST, at);
                add(
                        counted,
                        direction.equals("incoming") ? IN : OUT,
                        direction.equals("incoming") ? LAST_IN : LAST_OUT,
                        at);
            }
        }
    }

    private static void add(Row counted, String times, String last, Instant at) {
        counted.put(times, (Integer) Objects.requireNonNull(counted.get(times)) + 1);
        if (!(counted.get(last) instanceof Instant before) || before.isBefore(at)) {
            counted.put(last, at);
        }
    }

    private BigDecimal sold(String by, UUID id, boolean withoutCustomer) {
        BigDecimal sum = BigDecimal.ZERO.setScale(4);
        for (Row row : rows.byId().values()) {
            boolean is = row.get(by) instanceof Ref<?> ref && ref.id().equals(id);
            if (is && !(withoutCustomer && row.get("customer") != null) && worth(row) instanceof BigDecimal worth) {
                sum = sum.add(worth);
            }
        }
        return sum;
    }

    /** What a sale is worth; null when it counts for nothing. */
    private static @Nullable Object worth(Row row) {
        return switch (row.type()) {
            case "opportunity" -> "won".equals(choice(row, "status")) ? row.get("baseCloseRevenue") : null;
            case "purchase" -> Boolean.TRUE.equals(row.get("canceled")) ? null : row.get("worth");
            case "web order" -> "canceled".equals(lower(row.get("status"))) ? null : row.get("worth");
            case "order" -> "full".equals(choice(row, "paymentStatus")) ? row.get("worth") : null;
            default -> null;
        };
    }

    private static @Nullable String lower(@Nullable Object text) {
        return text == null ? null : text.toString().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String choice(Row row, String property) {
        return row.get(property) instanceof Choice choice ? choice.id() : null;
    }
}
