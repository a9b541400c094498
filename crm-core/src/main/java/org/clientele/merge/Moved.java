package org.clientele.merge;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.clientele.model.Reference;

/** From where references move to the master, and of which records. */
final class Moved {

    private final Map<Place, Set<UUID>> moved =
            new TreeMap<>(Comparator.comparing(Place::type).thenComparing(Place::property));

    private record Place(String type, String property) {}

    /** These records move, at least one. */
    void add(Reference<?> reference, Collection<UUID> ids) {
        Place place = new Place(reference.type().name(), reference.property().name());
        moved.computeIfAbsent(place, newPlace -> new HashSet<>()).addAll(ids);
    }

    /** A record does not move after all, from nowhere. */
    void remove(UUID id) {
        moved.values().forEach(ids -> ids.remove(id));
        moved.values().removeIf(Set::isEmpty);
    }

    List<Relink> relinks() {
        List<Relink> relinks = new ArrayList<>();
        moved.forEach((place, ids) -> relinks.add(new Relink(place.type(), place.property(), ids.size(), mark(ids))));
        return relinks;
    }

    private static UUID mark(Set<UUID> ids) {
        ByteBuffer bytes = ByteBuffer.allocate(ids.size() * 2 * Long.BYTES);
        ids.stream()
                .sorted()
                .forEach(id -> bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()));
        return UUID.nameUUIDFromBytes(bytes.array());
    }
}
