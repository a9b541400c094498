package org.clientele.merge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.Property;
import org.jspecify.annotations.Nullable;

/**
 * What a merge was asked for. Immutable.
 *
 * @param type the type that the caller named
 * @param master the record that stays
 * @param absorbed the records that go, by identity
 * @param sources where values come from, as far as the caller chose
 * @param kept of which kinds of related records only those of one member stay; all others are appended
 * @param preferred what chooses where the caller did not; null for the defaults
 */
public record MergeRequest<R extends CrmRecord>(
        EntityType<R> type,
        UUID master,
        List<UUID> absorbed,
        Map<Property<? super R, ?>, MergeSource> sources,
        Map<EntityType<?>, UUID> kept,
        @Nullable MergeStrategy<? super R, Object> preferred) {

    public MergeRequest {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(master, "master");
        absorbed = absorbed.stream().sorted().toList();
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
        kept = Collections.unmodifiableMap(new LinkedHashMap<>(kept));
    }

    /** The master, then the absorbed. */
    List<UUID> members() {
        return Stream.concat(Stream.of(master), absorbed.stream()).toList();
    }
}
