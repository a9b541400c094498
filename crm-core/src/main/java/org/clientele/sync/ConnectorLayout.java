package org.clientele.sync;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.clientele.criteria.Criterion;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.Property;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.Traits;
import org.jspecify.annotations.Nullable;

/** Collects what a connector is about; used within {@link Connection#named} only. */
public final class ConnectorLayout<R extends CrmRecord> {

    private static final Duration USUAL_INTERVAL = Duration.ofDays(7);

    final String name;
    final EntityType<R> type;
    final Connector<R> connector;
    final List<Property<? super R, ?>> properties = new ArrayList<>();
    final Map<String, String> references = new LinkedHashMap<>();
    final List<List<Property<? super R, ?>>> rules = new ArrayList<>();
    final Map<String, Priority> priorities = new LinkedHashMap<>();
    final List<String> first = new ArrayList<>();
    Duration interval = USUAL_INTERVAL;
    Priority priority = Priority.REMOTE;
    Consumer<? super R> creation = record -> {};

    @Nullable
    Consumer<? super R> departure;

    boolean deletes;

    @Nullable
    Criterion<? super R> sendable;

    ConnectorLayout(String name, EntityType<R> type, Connector<R> connector) {
        this.name = name;
        this.type = type;
        this.connector = connector;
    }

    /** The properties that both sides have. */
    @SafeVarargs
    public final ConnectorLayout<R> properties(Property<? super R, ?>... further) {
        for (Property<? super R, ?> property : further) {
            if (property instanceof ReferenceProperty<?, ?>) {
                throw new IllegalArgumentException(
                        property + " points to a record, which the remote knows by an id of its own;"
                                + " say by which connector: reference(...)");
            }
            add(property);
        }
        return this;
    }

    private void add(Property<? super R, ?> property) {
        if (property.has(Traits.Calculated.class)) {
            throw new IllegalArgumentException(property + " follows from other values; leave it out");
        }
        properties.add(property);
    }

    /**
     * A property that points to a record of another connector of the connection, or of the same one. That one runs first; a
     * record that points to what is not there yet waits for it.
     */
    public ConnectorLayout<R> reference(ReferenceProperty<? super R, ?> property, String otherConnector) {
        add(property);
        references.put(property.name(), otherConnector);
        return after(otherConnector);
    }

    /** Another connector of the connection runs first. */
    public ConnectorLayout<R> after(String otherConnector) {
        if (!otherConnector.equals(name)) {
            first.add(otherConnector);
        }
        return this;
    }

    /**
     * A remote record that is not known yet is the record here that agrees in all of these, texts ignoring case, unless that is
     * linked to another one of the connector. Several calls are rules, tried in their order; without any, it is a new record.
     */
    @SafeVarargs
    public final ConnectorLayout<R> matchOn(Property<? super R, ?>... together) {
        rules.add(List.of(together));
        return this;
    }

    /** Who wins a property that both sides have changed. The remote, unless it is said. */
    public ConnectorLayout<R> priority(Priority newPriority) {
        priority = newPriority;
        return this;
    }

    /** The same for single properties. */
    @SafeVarargs
    public final ConnectorLayout<R> priority(Priority newPriority, Property<? super R, ?>... of) {
        for (Property<? super R, ?> property : of) {
            priorities.put(property.name(), newPriority);
        }
        return this;
    }

    Priority priorityOf(Property<?, ?> property) {
        return priorities.getOrDefault(property.name(), priority);
    }

    /** What a record that comes to be has besides what the remote tells: its owner, its channel. */
    public ConnectorLayout<R> creating(Consumer<? super R> completion) {
        creation = Objects.requireNonNull(completion, "completion");
        return this;
    }

    /** What becomes of a record that is gone at the remote. Without this, it stays as it is. */
    public ConnectorLayout<R> whenGone(Consumer<? super R> change) {
        departure = Objects.requireNonNull(change, "change");
        return this;
    }

    /** A record that is gone at the remote is deleted here. */
    public ConnectorLayout<R> deletingWhenGone() {
        deletes = true;
        return this;
    }

    /** Records that are not at the remote yet and meet this are sent there; without this, only what came from there is. */
    public ConnectorLayout<R> sending(Criterion<? super R> where) {
        sendable = where;
        return this;
    }

    /** How much time the first run takes at once, going back. Seven days, unless it is said. */
    public ConnectorLayout<R> intervals(Duration length) {
        if (length.isZero() || length.isNegative()) {
            throw new IllegalArgumentException(length + " is no time to go back by; give a longer one");
        }
        interval = length;
        return this;
    }
}
