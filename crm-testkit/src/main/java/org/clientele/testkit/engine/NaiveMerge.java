package org.clientele.testkit.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.clientele.contact.Address;
import org.clientele.contact.EmailAddress;
import org.clientele.contact.PhoneNumber;
import org.clientele.testkit.engine.Rows.Row;
import org.clientele.value.AnyRef;
import org.clientele.value.Identified;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** A merge as one would do it by hand in a table of all records: slow, simple, and without the engine. */
final class NaiveMerge {

    private final Rows former;
    private final Rows rows;
    private final UUID master;
    private final List<UUID> absorbed;

    NaiveMerge(Rows before, UUID master, Collection<UUID> absorbed) {
        this.former = before.copy();
        this.rows = before.copy();
        this.master = master;
        this.absorbed = absorbed.stream().sorted().toList();
    }

    /** The world after the merge. */
    Rows merge(List<UUID> members, Map<String, Pick> picks) {
        Row merged = rows.get(master);
        Row before = rows.copy().get(master);
        for (String property : List.copyOf(merged.values().keySet())) {
            Object value = value(property, members, picks.get(property));
            merged.put(property, inward(value, selfBefore(before.get(property))));
        }
        applyOwnRules(before, merged);
        absorbed.forEach(rows.byId()::remove);
        rows.byId().keySet().removeAll(doubles(rows));
        rows.byId().forEach((id, row) -> {
            if (!id.equals(master)) {
                row.values().replaceAll((property, value) -> moved(value));
            }
        });
        return counted(carried(rows), picks.keySet());
    }

    /** What follows from other records is what they come to, unless it was chosen. */
    Rows counted(Rows world, Set<String> chosen) {
        new NaiveCount(world).count(master, chosen);
        return world;
    }

    /**
     * Links of activities that would say what another one says once there is but one record: the master's stays, else that of
     * the oldest.
     */
    Set<UUID> doubles(Rows world) {
        List<UUID> members = new ArrayList<>(List.of(master));
        members.addAll(absorbed);
        Set<Object> told = new HashSet<>();
        Set<UUID> doubles = new TreeSet<>();
        for (UUID member : members) {
            world.byId().forEach((id, row) -> {
                if (row.isA("activity link")
                        && mentions(row.get("target"), List.of(member))
                        && !told.add(Objects.requireNonNull(row.get("activity")))) {
                    doubles.add(id);
                }
            });
        }
        return doubles;
    }

    private @Nullable Object value(String property, List<UUID> members, @Nullable Pick pick) {
        Object own = rows.get(master).get(property);
        boolean united = own instanceof Collection<?> && !property.equals("tags");
        if (pick instanceof Pick.From from) {
            return rows.get(members.get(from.member())).get(property);
        } else if (pick instanceof Pick.Text text) {
            return text.text();
        } else if (pick instanceof Pick.By by && !by.strategy().name().equals("append")) {
            return byHand(by, property);
        }
        return united || pick instanceof Pick.All || pick instanceof Pick.By ? united(property, own) : own;
    }

    /** What a person would take who was told a strategy's name. */
    private @Nullable Object byHand(Pick.By by, String property) {
        Object own = former.get(master).get(property);
        List<UUID> having = new ArrayList<>(absorbed);
        having.add(0, master);
        having.removeIf(id -> isNothing(former.get(id).get(property)));
        if (having.isEmpty()) {
            return own;
        }
        List<Object> values = having.stream()
                .map(id -> Objects.requireNonNull(former.get(id).get(property)))
                .toList();
        return switch (by.strategy().name()) {
            case "replace" -> own;
            case "first present", "newest", "oldest" -> values.get(0); // the clock of these worlds stands still
            case "longest" -> values.get(highest(values, value -> ((String) value).length()));
            case "highest", "latest" -> Collections.max(comparable(values));
            case "lowest", "earliest" -> Collections.min(comparable(values));
            case "sum" -> sum(values);
            case "most complete" -> values.get(highest(having, id -> entered(id, by.calculated())));
            default -> throw new AssertionError("nobody told how one does " + by + " by hand");
        };
    }

    private static boolean isNothing(@Nullable Object value) {
        return value == null
                || (value instanceof String text && text.isBlank())
                || (value instanceof Collection<?> elements && elements.isEmpty());
    }

    /** The place of the first that no other exceeds. */
    private static <T> int highest(List<T> all, ToLongFunction<T> measure) {
        int best = 0;
        for (int i = 1; i < all.size(); i++) {
            if (measure.applyAsLong(all.get(i)) > measure.applyAsLong(all.get(best))) {
                best = i;
            }
        }
        return best;
    }

    @SuppressWarnings("unchecked") // these values have an order
    private static List<Comparable<Object>> comparable(List<Object> values) {
        return (List<Comparable<Object>>) (List<?>) values;
    }

    private static Object sum(List<Object> values) {
        if (values.get(0) instanceof BigDecimal) {
            return values.stream()
                    .map(BigDecimal.class::cast)
                    .reduce(BigDecimal::add)
                    .orElseThrow();
        }
        return values.stream().mapToInt(Integer.class::cast).sum();
    }

    private long entered(UUID id, List<String> calculated) {
        return former.get(id).values().entrySet().stream()
                .filter(value -> !calculated.contains(value.getKey()) && !isNothing(value.getValue()))
                .count();
    }

    private Object united(String property, @Nullable Object own) {
        List<Object> all = new ArrayList<>();
        addAll(all, own);
        absorbed.forEach(id -> addAll(all, rows.get(id).get(property)));
        return own instanceof Set<?> ? new TreeSet<>(all) : items(all);
    }

    private static void addAll(List<Object> all, @Nullable Object elements) {
        if (elements instanceof Collection<?> collection) {
            all.addAll(collection);
        }
    }

    /** Items once each; the first that was primary is. */
    private static List<Object> items(List<Object> all) {
        Map<Object, Object> byValue = new LinkedHashMap<>();
        Object primary = null;
        for (Object item : all) {
            byValue.putIfAbsent(marked(item, false), marked(item, false));
            if (primary == null && item.equals(marked(item, true))) {
                primary = item;
            }
        }
        if (primary != null) {
            byValue.put(marked(primary, false), primary);
        }
        return List.copyOf(byValue.values());
    }

    /** The item, marked as the primary one or not; anything else as it is. */
    static Object marked(Object item, boolean primary) {
        if (item instanceof EmailAddress email) {
            return new EmailAddress(email.email(), primary);
        } else if (item instanceof PhoneNumber phone) {
            return new PhoneNumber(phone.phone(), primary);
        }
        return item instanceof Address address ? address.with(Address.PRIMARY, primary) : item;
    }

    private boolean selfBefore(@Nullable Object value) {
        return mentions(value, List.of(master));
    }

    /** The value without references to what goes, and to the record itself unless it had one. */
    private @Nullable Object inward(@Nullable Object value, boolean keepsSelf) {
        List<UUID> out = new ArrayList<>(absorbed);
        if (!keepsSelf) {
            out.add(master);
        }
        if (value instanceof Set<?> set) {
            Set<Object> kept = new TreeSet<>(set);
            kept.removeIf(element -> mentions(element, out));
            return kept;
        }
        return mentions(value, out) ? null : value;
    }

    private static void applyOwnRules(Row before, Row merged) {
        if (merged.isA("account") && merged.get("defaultContact") instanceof Ref<?> contact) {
            Set<Object> contacts = new TreeSet<>((Set<?>) Objects.requireNonNull(merged.get("contacts")));
            if (!contacts.contains(contact) && contact.equals(before.get("defaultContact"))) {
                merged.put("defaultContact", null);
            } else {
                contacts.add(contact);
                merged.put("contacts", contacts);
            }
        } else if (merged.isA("contact")) {
            List<?> emails = (List<?>) Objects.requireNonNull(merged.get("emails"));
            merged.put(
                    "email",
                    emails.stream()
                            .map(EmailAddress.class::cast)
                            .filter(EmailAddress::isPrimary)
                            .map(EmailAddress::email)
                            .findFirst()
                            .orElse(null));
        }
    }

    /** Moves the references by one property of one type, and counts the records that had one. */
    int move(Rows world, String type, String property) {
        int count = 0;
        for (Map.Entry<UUID, Row> entry : world.byId().entrySet()) {
            Row row = entry.getValue();
            if (row.isA(type) && !entry.getKey().equals(master) && mentions(row.get(property), absorbed)) {
                row.put(property, moved(row.get(property)));
                count++;
            }
        }
        return count;
    }

    /** The value with every reference to an absorbed record on the master. */
    private @Nullable Object moved(@Nullable Object value) {
        if (value instanceof Set<?> set) {
            Set<Object> moved = new TreeSet<>();
            set.forEach(element -> moved.add(Objects.requireNonNull(moved(element))));
            return moved;
        } else if (value instanceof Ref<?> ref && absorbed.contains(ref.id())) {
            return new Ref<Identified>(master);
        } else if (value instanceof AnyRef ref && absorbed.contains(ref.id())) {
            return new AnyRef(ref.type(), master);
        }
        return value;
    }

    /** Whether a value points to one of these records. */
    static boolean mentions(@Nullable Object value, Collection<UUID> ids) {
        return value instanceof Set<?> set
                ? set.stream().anyMatch(element -> mentions(element, ids))
                : value instanceof Ref<?> ref
                        ? ids.contains(ref.id())
                        : value instanceof AnyRef any && ids.contains(any.id());
    }

    /** Leads and opportunities of a customer stand under the customer's account, carts and orders in the customer's channel. */
    static Rows carried(Rows rows) {
        rows.byId().values().forEach(row -> {
            if (row.get("customer") instanceof Ref<?> customer) {
                if (row.isA("lead") || row.isA("opportunity")) {
                    row.put("account", rows.get(customer.id()).get("account"));
                } else if (row.isA("cart") || row.isA("web order")) {
                    row.put("channel", rows.get(customer.id()).get("channel"));
                }
            }
        });
        return rows;
    }
}
