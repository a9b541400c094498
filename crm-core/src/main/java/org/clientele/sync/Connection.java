package org.clientele.sync;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.store.Records;
import org.clientele.value.Ref;

/**
 * A remote system and what of it is synchronised. Immutable; thread-safe if its connectors are. What is noted of it is kept under
 * its name and those of its connectors: keep these.
 *
 * <pre>{@code
 * Connection shop = Connection.named("shop", connection -> connection
 *         .onlyWhile(Channel.TYPE, Ref.to(channel), Channel::isActive)
 *         .connector("customers", WebCustomer.TYPE, new ShopCustomers(shop), customers -> customers
 *                 .properties(WebCustomer.FIRST_NAME, WebCustomer.LAST_NAME, WebCustomer.EMAIL)
 *                 .creating(customer -> customer.setChannel(Ref.to(channel))))
 *         .connector("carts", Cart.TYPE, new ShopCarts(shop), carts -> carts
 *                 .reference(Cart.CUSTOMER, "customers")));
 * SyncReport report = crm.asSystem().synchronisation(shop).run();
 * }</pre>
 */
public final class Connection {

    private final String name;
    private final List<ConnectorLayout<?>> connectors;
    private final List<Predicate<Records>> conditions;

    private Connection(String name, Wiring wiring) {
        this.name = Objects.requireNonNull(name, "name");
        this.connectors = ordered(wiring.connectors);
        this.conditions = List.copyOf(wiring.conditions);
    }

    /** A connection; its name is unique within a CRM. */
    public static Connection named(String name, Consumer<Wiring> wiring) {
        Wiring collected = new Wiring();
        wiring.accept(collected);
        return new Connection(name, collected);
    }

    /** Collects what a connection consists of; used within {@link Connection#named} only. */
    public static final class Wiring {

        private final Map<String, ConnectorLayout<?>> connectors = new LinkedHashMap<>();
        private final List<Predicate<Records>> conditions = new ArrayList<>();

        private Wiring() {}

        /** A kind of record that is synchronised. */
        public <R extends CrmRecord> Wiring connector(
                String name, EntityType<R> type, Connector<R> connector, Consumer<ConnectorLayout<R>> layout) {
            ConnectorLayout<R> collected = new ConnectorLayout<>(name, type, connector);
            layout.accept(collected);
            if (connectors.put(name, collected) != null) {
                throw new IllegalArgumentException(
                        "'" + name + "' is two connectors of a connection; name one otherwise");
            }
            return this;
        }

        /** Nothing is synchronised while this record, such as a channel, is not there or does not meet this. */
        public <T extends CrmRecord> Wiring onlyWhile(
                EntityType<T> type, Ref<T> record, Predicate<? super T> condition) {
            conditions.add(
                    records -> records.find(type, record.id()).filter(condition).isPresent());
            return this;
        }
    }

    /** Each after those that it names; where two name each other, as they were declared. */
    private static List<ConnectorLayout<?>> ordered(Map<String, ConnectorLayout<?>> declared) {
        Set<ConnectorLayout<?>> ordered = new LinkedHashSet<>();
        declared.values().forEach(one -> add(one, declared, ordered, new LinkedHashSet<>()));
        return List.copyOf(ordered);
    }

    private static void add(
            ConnectorLayout<?> one,
            Map<String, ConnectorLayout<?>> declared,
            Set<ConnectorLayout<?>> ordered,
            Set<ConnectorLayout<?>> asking) {
        if (asking.add(one)) {
            for (String name : one.first) {
                ConnectorLayout<?> other = declared.get(name);
                if (other == null) {
                    throw new IllegalArgumentException("'" + one.name + "' comes after '" + name
                            + "', which is no connector of the connection; name one that is");
                }
                add(other, declared, ordered, asking);
            }
            ordered.add(one);
        }
    }

    /** What the connection is known by. */
    public String name() {
        return name;
    }

    List<ConnectorLayout<?>> connectors() {
        return connectors;
    }

    ConnectorLayout<?> connector(String connector) {
        return connectors.stream()
                .filter(one -> one.name.equals(connector))
                .findFirst()
                .orElseThrow();
    }

    boolean isActive(Records records) {
        return conditions.stream().allMatch(condition -> condition.test(records));
    }

    Lane lane(String connector) {
        return new Lane(name, connector);
    }

    /** Where it is noted whether the whole connection is paused. */
    Lane whole() {
        return new Lane(name, "");
    }
}
