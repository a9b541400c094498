package org.clientele.sync;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.clientele.property.Property;
import org.clientele.property.ReferenceProperty;
import org.clientele.value.TextForm;
import org.jspecify.annotations.Nullable;

/**
 * What a remote tells of one of its records: the values of some properties; others it does not speak of. Immutable and
 * thread-safe.
 *
 * <pre>{@code
 * RemoteRecord.of("17", values -> values
 *         .set(Cart.EMAIL, "ada@acme.example")
 *         .point(Cart.CUSTOMER, "4711"));
 * }</pre>
 *
 * @param <R> the type of record that it is here
 */
public final class RemoteRecord<R> {

    private final String externalId;
    private final long revision;
    private final @Nullable UUID ours;
    private final boolean deleted;
    private final Map<String, @Nullable String> said;

    private RemoteRecord(String externalId, boolean deleted, Values<R> values) {
        this.externalId =
                Objects.requireNonNull(externalId, "externalId is null; give what the remote knows the record by");
        this.deleted = deleted;
        this.revision = values.revision;
        this.ours = values.ours;
        this.said = Collections.unmodifiableMap(values.said);
    }

    /**
     * A record that the remote has.
     *
     * @param externalId what the remote knows it by; no other record of the connector has it
     */
    public static <R> RemoteRecord<R> of(String externalId, Consumer<Values<R>> values) {
        Values<R> collected = new Values<>();
        values.accept(collected);
        return new RemoteRecord<>(externalId, false, collected);
    }

    /** A record that the remote has no more. */
    public static <R> RemoteRecord<R> deleted(String externalId) {
        return new RemoteRecord<>(externalId, true, new Values<>());
    }

    /** Collects what a remote tells of a record; used within {@link RemoteRecord#of} only. */
    public static final class Values<R> {

        private final Map<String, @Nullable String> said = new LinkedHashMap<>();
        private long revision;
        private @Nullable UUID ours;

        private Values() {}

        /** The remote has this value; null when it has none. */
        public <V> Values<R> set(Property<? super R, V> property, @Nullable V value) {
            return setText(property, value == null ? null : property.toText(value));
        }

        /** The same with the value as the property writes it. */
        public Values<R> setText(Property<? super R, ?> property, @Nullable String text) {
            said.put(property.name(), text);
            return this;
        }

        /** The remote's record points to the one of this external id; to none when that is null. */
        public Values<R> point(ReferenceProperty<? super R, ?> property, @Nullable String otherId) {
            return setText(property, otherId);
        }

        /** Which state of the record this is, greater for a later one; what is older than the state taken last is not taken. */
        public Values<R> revision(long number) {
            revision = number;
            return this;
        }

        /** The remote knows that it is the record here with this identity, as {@link Outgoing#identity()} told it. */
        public Values<R> ours(@Nullable UUID identity) {
            ours = identity;
            return this;
        }
    }

    /** What the remote knows it by. */
    public String externalId() {
        return externalId;
    }

    /** What it tells: by the names of properties the values as texts, of references the external ids; null for none. */
    public Map<String, @Nullable String> said() {
        return said;
    }

    long revision() {
        return revision;
    }

    @Nullable
    UUID ours() {
        return ours;
    }

    /** Whether the remote has it no more. */
    public boolean isDeleted() {
        return deleted;
    }

    boolean tells(String property) {
        return said.containsKey(property);
    }

    /** The value as a text, of a reference the external id; null for none. */
    @Nullable
    String text(String property) {
        return said.get(property);
    }

    /** This one where it tells something, else what an earlier one told. */
    RemoteRecord<R> over(RemoteRecord<R> earlier) {
        if (deleted || earlier.deleted) {
            return this;
        }
        Values<R> both = new Values<>();
        both.said.putAll(earlier.said);
        both.said.putAll(said);
        both.revision = revision;
        both.ours = ours == null ? earlier.ours : ours;
        return new RemoteRecord<>(externalId, false, both);
    }

    /** Each remote record once, in its latest state. */
    static <R> List<RemoteRecord<R>> latest(List<RemoteRecord<R>> records) {
        Map<String, RemoteRecord<R>> latest = new LinkedHashMap<>();
        for (RemoteRecord<R> record : records) {
            latest.merge(
                    record.externalId,
                    record,
                    (one, other) ->
                            other.revision < one.revision && !other.deleted ? one.over(other) : other.over(one));
        }
        return List.copyOf(latest.values());
    }

    /** All of it but the external id, for {@link #read}. */
    String toText() {
        List<@Nullable String> parts = new ArrayList<>();
        parts.add(deleted ? "deleted" : null);
        parts.add(String.valueOf(revision));
        parts.add(ours == null ? null : ours.toString());
        said.forEach((property, text) -> {
            parts.add(property);
            parts.add(text);
        });
        return TextForm.join(parts);
    }

    static <R> RemoteRecord<R> read(String externalId, String text) {
        Iterator<@Nullable String> parts = TextForm.split(text).iterator();
        boolean deleted = parts.next() != null;
        Values<R> values = new Values<>();
        values.revision = Long.parseLong(Objects.requireNonNull(parts.next()));
        String ours = parts.next();
        values.ours = ours == null ? null : UUID.fromString(ours);
        while (parts.hasNext()) {
            values.said.put(Objects.requireNonNull(parts.next()), parts.next());
        }
        return new RemoteRecord<>(externalId, deleted, values);
    }

    /** The external id. */
    @Override
    public String toString() {
        return externalId;
    }
}
