package org.clientele.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.clientele.door.Door;
import org.clientele.model.CrmRecord;
import org.clientele.property.Property;
import org.clientele.value.AnyRef;
import org.jspecify.annotations.Nullable;

/** Finds out what of some records is to be sent. For one transaction. */
final class Packing<R extends CrmRecord> {

    private final Connection connection;
    private final ConnectorLayout<R> layout;
    private final Door door;
    private final Links links;
    /** What records that are pointed to are known by at the remote, by connector and identity. */
    private final Map<String, Map<UUID, String>> targets = new HashMap<>();

    Packing(Connection connection, ConnectorLayout<R> layout, Door door) {
        this.connection = connection;
        this.layout = layout;
        this.door = door;
        this.links = new Links(door.books(), Instant.EPOCH);
    }

    /** Those of the records of which the remote does not have all, as far as nothing from there is waiting to be taken. */
    List<Parcel<R>> pack(List<UUID> ids) {
        List<R> records = door.findAll(layout.type, ids);
        UUID lane = connection.lane(layout.name).id();
        Map<UUID, List<SyncLink>> known = links
                .to(
                        records.stream()
                                .map(record -> Arrivals.reference(door, record))
                                .collect(Collectors.toSet()),
                        lane)
                .stream()
                .collect(Collectors.groupingBy(
                        link -> Objects.requireNonNull(link.getRecord()).id()));
        layout.references.forEach((property, connector) -> readTargets(property, connector, records));
        List<Parcel<R>> parcels = new ArrayList<>();
        for (R record : records) {
            List<SyncLink> own = known.getOrDefault(record.getId(), List.of());
            if (own.isEmpty()) {
                parcels.add(parcel(record, null));
            }
            for (SyncLink link : own) {
                Parcel<R> parcel = parcel(record, link);
                if (!link.isHeld()
                        && (link.getState() == SyncLink.State.OWED
                                || !parcel.here().isEmpty())) {
                    parcels.add(parcel);
                }
            }
        }
        return parcels;
    }

    private void readTargets(String property, String connector, List<R> records) {
        ConnectorLayout<?> other = connection.connector(connector);
        Set<AnyRef> refs = new HashSet<>();
        Property<? super R, ?> reference = property(property);
        for (R record : records) {
            String target = Texts.of(reference, record);
            if (target != null) {
                refs.add(new AnyRef(other.type.name(), UUID.fromString(target)));
            }
        }
        Map<UUID, String> known = targets.computeIfAbsent(connector, name -> new HashMap<>());
        links.to(refs, connection.lane(connector).id())
                .forEach(link ->
                        known.put(Objects.requireNonNull(link.getRecord()).id(), link.getExternalId()));
    }

    private Property<? super R, ?> property(String name) {
        return layout.properties.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Parcel<R> parcel(R record, @Nullable SyncLink link) {
        Snapshot before = link == null ? new Snapshot() : link.snapshot();
        Map<String, @Nullable String> here = new LinkedHashMap<>();
        Map<String, @Nullable String> there = new LinkedHashMap<>();
        String obstacle = null;
        for (Property<? super R, ?> property : layout.properties) {
            String name = property.name();
            String text = Texts.of(property, record);
            if (!Objects.equals(text, before.get(name).here())) {
                String connector = layout.references.get(name);
                String remote = connector == null || text == null
                        ? text
                        : targets.getOrDefault(connector, Map.of()).get(UUID.fromString(text));
                here.put(name, text);
                there.put(name, remote);
                if (text != null && remote == null) {
                    obstacle = name + " points to a record that the remote does not have yet";
                }
            }
        }
        String externalId = link == null ? null : link.getExternalId();
        Outgoing<R> outgoing = obstacle != null
                ? null
                : new Outgoing<>(record.getId(), externalId, link == null ? 0 : link.revision(), there);
        return new Parcel<>(Arrivals.reference(door, record), externalId, here, outgoing, obstacle);
    }
}
