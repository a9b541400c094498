package org.clientele.model;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.property.InstantProperty;
import org.clientele.property.Traits;
import org.clientele.value.Identified;
import org.clientele.value.Ref;
import org.clientele.value.TimeOrderedId;
import org.jspecify.annotations.Nullable;

/**
 * A record of a CRM: an identity given at birth, and what the CRM notes on every save. Entities, ours and a host's,
 * extend it with fields, accessors and property constants.
 *
 * <p>Records are plain mutable objects for one thread. A CRM keeps none that it was handed and hands out copies: changing
 * a record changes nothing but that object until it is saved. Records are equal when their identities are.
 */
public abstract class CrmRecord implements Identified {

    /** The identity. */
    public static final Attribute<CrmRecord, UUID> ID = new IdAttribute();

    /** The very class of the record: which of the types it is of, where one stands for others. To be read, not asked about. */
    public static final Attribute<CrmRecord, Class<?>> KIND = new KindAttribute();

    /** When the record was first saved. */
    public static final InstantProperty<CrmRecord> CREATED_AT = InstantProperty.of(
                    "createdAt", CrmRecord::getCreatedAt, (record, value) -> record.createdAt = value)
            .with(Traits.calculated());

    /** When the record was last saved with a change. */
    public static final InstantProperty<CrmRecord> UPDATED_AT = InstantProperty.of(
                    "updatedAt", CrmRecord::getUpdatedAt, (record, value) -> record.updatedAt = value)
            .with(Traits.calculated());

    /** It is one of these very records. */
    public static Criterion<CrmRecord> isAnyOf(Collection<? extends Ref<?>> refs) {
        return new Criterion.OneOf<>(ID, refs.stream().map(Ref::id).collect(Collectors.toSet()));
    }

    private UUID id = TimeOrderedId.next();
    private @Nullable Long version;
    private @Nullable Instant createdAt;
    private @Nullable Instant updatedAt;
    private transient Map<String, Object> customValues = Map.of();

    /** A new record, not saved yet. */
    protected CrmRecord() {}

    private record IdAttribute() implements Attribute<CrmRecord, UUID> {
        @Override
        public String name() {
            return "id";
        }

        @Override
        public UUID get(CrmRecord record) {
            return record.id;
        }
    }

    private record KindAttribute() implements Attribute<CrmRecord, Class<?>> {
        @Override
        public String name() {
            return "class";
        }

        @Override
        public Class<?> get(CrmRecord record) {
            return record.getClass();
        }
    }

    /** Overridden by nobody; it is not final, so that persistence may ask a record for its identity before it is loaded. */
    @Override
    public UUID getId() {
        return id;
    }

    /** The version that the store gave the saved state; its numbers mean nothing but old or new. Null before the first save. */
    public @Nullable Long getVersion() {
        return version;
    }

    public @Nullable Instant getCreatedAt() {
        return createdAt;
    }

    public @Nullable Instant getUpdatedAt() {
        return updatedAt;
    }

    /** Whether the record was never saved. */
    public final boolean isNew() {
        return version == null;
    }

    final void takeIdentity(CrmRecord other) {
        id = other.id;
        version = other.version;
        createdAt = other.createdAt;
        updatedAt = other.updatedAt;
    }

    final void takeIdentity(UUID storedId, @Nullable Long storedVersion) {
        id = storedId;
        version = storedVersion;
    }

    final void takeVersion(@Nullable Long newVersion) {
        version = newVersion;
    }

    final Map<String, Object> customValues() {
        return customValues;
    }

    final void takeCustomValues(Map<String, Object> values) {
        customValues = values.isEmpty() ? Map.of() : new HashMap<>(values);
    }

    final @Nullable Object customValue(String name) {
        return customValues.get(name);
    }

    final void setCustomValue(String name, @Nullable Object value) {
        Map<String, Object> values = new HashMap<>(customValues);
        if (value == null) {
            values.remove(name);
        } else {
            values.put(name, value);
        }
        customValues = values;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof CrmRecord record && getId().equals(record.getId());
    }

    @Override
    public final int hashCode() {
        return getId().hashCode();
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + " " + id;
    }
}
