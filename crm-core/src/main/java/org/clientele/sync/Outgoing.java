package org.clientele.sync;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.clientele.property.Property;
import org.clientele.property.ReferenceProperty;
import org.jspecify.annotations.Nullable;

/** A record on its way to a remote: what the remote is to have of it. Immutable and thread-safe. */
public final class Outgoing<R> {

    private final UUID identity;
    private final @Nullable String externalId;
    private final long revision;
    private final Map<String, @Nullable String> values;

    Outgoing(UUID identity, @Nullable String externalId, long revision, Map<String, @Nullable String> values) {
        this.identity = identity;
        this.externalId = externalId;
        this.revision = revision;
        this.values = values;
    }

    /** One that is new at the remote, for tests of connectors: with what {@link RemoteRecord#of} collects, references as external ids. */
    public static <R> Outgoing<R> fresh(UUID identity, Consumer<RemoteRecord.Values<R>> values) {
        return new Outgoing<>(identity, null, 0, RemoteRecord.of("", values).said());
    }

    /** The identity of the record here. A remote that keeps it tells of it by {@link RemoteRecord.Values#ours}. */
    public UUID identity() {
        return identity;
    }

    /** What the remote knows it by; empty for a record that is new there. */
    public Optional<String> externalId() {
        return Optional.ofNullable(externalId);
    }

    /** The latest state of the remote's record that is known here; 0 when it is new or states have no numbers. */
    public long revision() {
        return revision;
    }

    /** The names of the properties that the remote is to change; for a new record, all mapped ones that have a value. */
    public Set<String> properties() {
        return values.keySet();
    }

    /** The value that the remote is to have; null for none, and for what it is not to change. */
    public <V> @Nullable V get(Property<? super R, V> property) {
        String text = text(property);
        return text == null ? null : property.fromText(text);
    }

    /** The same as a text. */
    public @Nullable String text(Property<? super R, ?> property) {
        return values.get(property.name());
    }

    /** The external id of the record that it is to point to; null for none. */
    public @Nullable String target(ReferenceProperty<? super R, ?> property) {
        return text(property);
    }
}
