package org.clientele.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.clientele.criteria.Query;
import org.clientele.model.CrmRecord;
import org.clientele.store.Records;
import org.clientele.store.Write;
import org.clientele.value.AnyRef;
import org.jspecify.annotations.Nullable;

/** The links of one transaction: those that were read, and what is to be written of them at its end. */
final class Links {

    private final Records books;
    private final Instant now;
    private final Map<UUID, SyncLink> read = new HashMap<>();
    private final List<Write<?>> writes = new ArrayList<>();

    Links(Records books, Instant now) {
        this.books = books;
        this.now = now;
    }

    void read(Collection<UUID> ids) {
        books.findAll(SyncLink.TYPE, ids).forEach(link -> read.put(link.getId(), link));
    }

    /** One that was read, as it is stored. */
    @Nullable
    SyncLink get(UUID id) {
        return read.get(id);
    }

    /** The links of a lane to any of these records. */
    List<SyncLink> to(Set<AnyRef> records, UUID lane) {
        return records.isEmpty()
                ? List.of()
                : books.select(
                                SyncLink.TYPE,
                                Query.<SyncLink>of(SyncLink.RECORD.in(records).and(SyncLink.LANE.is(lane))))
                        .toList();
    }

    /** A link to change: a copy of the one that is stored, or a new one. */
    SyncLink draft(Lane lane, String externalId) {
        SyncLink stored = get(lane.link(externalId));
        return stored == null ? SyncLink.of(lane, externalId) : SyncLink.TYPE.copy(stored);
    }

    /** Has a draft written, unless it is as it is stored. */
    void keep(SyncLink draft) {
        SyncLink stored = get(draft.getId());
        if (stored == null) {
            CrmRecord.CREATED_AT.set(draft, now);
            CrmRecord.UPDATED_AT.set(draft, now);
            writes.add(new Write.Insert<>(SyncLink.TYPE, draft));
        } else if (differ(stored, draft)) {
            CrmRecord.UPDATED_AT.set(draft, now);
            writes.add(new Write.Update<>(SyncLink.TYPE, stored, draft));
        }
    }

    private static boolean differ(SyncLink one, SyncLink other) {
        return SyncLink.TYPE.properties().stream()
                .anyMatch(property -> !Objects.equals(property.get(one), property.get(other)));
    }

    /** Has a link deleted, as it is stored by now: it lets go of a record that is deleted. */
    void drop(UUID id) {
        books.find(SyncLink.TYPE, id).ifPresent(stored -> writes.add(new Write.Delete<>(SyncLink.TYPE, stored)));
    }

    /** Writes; to be called once. */
    void write() {
        if (!writes.isEmpty()) {
            books.write(writes);
        }
    }
}
