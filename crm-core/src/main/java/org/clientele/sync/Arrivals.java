package org.clientele.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clientele.door.Door;
import org.clientele.exchange.work.Matching;
import org.clientele.model.CrmRecord;
import org.clientele.property.Property;
import org.clientele.value.AnyRef;

/** The records here of remote ones: those that are linked, and those by rules. For one transaction. */
final class Arrivals<R extends CrmRecord> {

    private final ConnectorLayout<R> layout;
    private final UUID lane;
    private final Door door;
    private final Links links;
    private final Map<UUID, R> linked = new HashMap<>();
    private final Map<String, List<R>> agreeing = new HashMap<>();
    private final Set<UUID> taken = new HashSet<>();

    Arrivals(ConnectorLayout<R> layout, UUID lane, Door door, Links links) {
        this.layout = layout;
        this.lane = lane;
        this.door = door;
        this.links = links;
    }

    /** Finds the records of these links. */
    void readLinked(List<SyncLink> some) {
        linked.putAll(read(some.stream()
                .map(SyncLink::getRecord)
                .filter(Objects::nonNull)
                .map(AnyRef::id)
                .collect(Collectors.toSet())));
    }

    private Map<UUID, R> read(Set<UUID> ids) {
        return door.findAll(layout.type, ids).stream().collect(Collectors.toMap(CrmRecord::getId, Function.identity()));
    }

    /** The record of a link. */
    Optional<R> linked(AnyRef record) {
        return Optional.ofNullable(linked.get(record.id()));
    }

    /** Finds by the identities that remotes have kept, and by rules, which records these are that are not linked yet. */
    void readUnlinked(List<RemoteRecord<R>> remotes) {
        List<RemoteRecord<R>> sought = new ArrayList<>();
        List<R> drafts = new ArrayList<>();
        Map<UUID, R> ours = read(remotes.stream()
                .map(RemoteRecord::ours)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        for (RemoteRecord<R> remote : remotes) {
            R known = ours.get(remote.ours());
            if (known != null) {
                agreeing.put(remote.externalId(), List.of(known));
            } else if (!layout.rules.isEmpty()) {
                draft(remote).ifPresent(draft -> {
                    sought.add(remote);
                    drafts.add(draft);
                });
            }
        }
        List<List<R>> found = Matching.on(layout.type, layout.rules).agreeing(drafts, door);
        for (int i = 0; i < sought.size(); i++) {
            agreeing.put(sought.get(i).externalId(), found.get(i));
        }
        noteTaken();
    }

    /** What of a remote record needs no other record; empty for one that can not be read, which is refused later. */
    private Optional<R> draft(RemoteRecord<R> remote) {
        R draft = layout.type.newRecord();
        layout.creation.accept(draft);
        try {
            for (Property<? super R, ?> property : layout.properties) {
                if (remote.tells(property.name()) && !layout.references.containsKey(property.name())) {
                    Texts.set(property, draft, remote.text(property.name()));
                }
            }
            return Optional.of(draft);
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private void noteTaken() {
        Set<AnyRef> candidates = agreeing.values().stream()
                .flatMap(List::stream)
                .map(record -> reference(door, record))
                .collect(Collectors.toSet());
        links.to(candidates, lane)
                .forEach(link ->
                        taken.add(Objects.requireNonNull(link.getRecord()).id()));
    }

    /** The one record that it is by rules; empty when it is a new one. */
    Optional<R> matched(RemoteRecord<R> remote) {
        List<R> free = agreeing.getOrDefault(remote.externalId(), List.of()).stream()
                .filter(record -> !taken.contains(record.getId()))
                .toList();
        if (free.size() > 1) {
            throw new IllegalArgumentException("several records of type " + layout.type + " agree with it in "
                    + layout.rules + "; make them differ, merge them, or match on more");
        }
        free.forEach(record -> taken.add(record.getId()));
        return free.stream().findFirst();
    }

    static <R extends CrmRecord> AnyRef reference(Door door, R record) {
        return new AnyRef(door.schema().typeOf(record).name(), record.getId());
    }
}
