package org.clientele.segment;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.clientele.access.Permission;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.door.Door;
import org.clientele.filter.Filter;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.store.Records;
import org.clientele.store.Write;
import org.clientele.value.AnyRef;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** What segments mean, and how static ones are taken. For one transaction. */
public final class SegmentKeeping {

    private final Door door;
    private final Instant now;

    /** Segments at a time. */
    public SegmentKeeping(Door door, Instant now) {
        this.door = door;
        this.now = now;
    }

    /** The condition that a record is in a segment. */
    public <R extends CrmRecord> Criterion<R> criterion(Segment segment, EntityType<R> type, ZoneId zone) {
        if (!type.name().equals(segment.getKind())) {
            throw new IllegalArgumentException("segment '" + segment.getName() + "' has records of the type "
                    + segment.getKind() + " and none of " + type + "; ask it for those");
        }
        return segment.isSnapshot() ? taken(segment) : asked(segment, type, zone);
    }

    private static <R> Criterion<R> taken(Segment segment) {
        return new Criterion.Referred<>(
                SegmentMember.class, SegmentMember.RECORD, SegmentMember.SEGMENT.is(new Ref<>(segment.getId())));
    }

    private <R extends CrmRecord> Criterion<R> asked(Segment segment, EntityType<R> type, ZoneId zone) {
        String filter = segment.getFilter();
        return filter == null || filter.isBlank()
                ? Criterion.always()
                : Filter.read(door.schema(), type, filter).criterion(now, zone);
    }

    /** Takes a static segment: it has from now on what its filter selects now of what the actor may see. */
    public Segment take(Segment segment, ZoneId zone) {
        Segment stored = door.seen(Segment.TYPE, segment);
        door.decide(Permission.EDIT, Segment.TYPE, stored).orThrow();
        if (!stored.isSnapshot()) {
            throw new IllegalArgumentException("segment '" + stored.getName()
                    + "' is asked anew each time; make a snapshot to keep what it has now");
        }
        Records all = door.consequences();
        List<Write<?>> writes = new ArrayList<>();
        all.select(SegmentMember.TYPE, Query.of(SegmentMember.SEGMENT.is(new Ref<>(stored.getId()))))
                .forEach(member -> writes.add(new Write.Delete<>(SegmentMember.TYPE, member)));
        EntityType<?> type = door.schema().type(String.valueOf(stored.getKind()));
        for (AnyRef record : selected(type, stored, zone)) {
            writes.add(new Write.Insert<>(SegmentMember.TYPE, SegmentMember.of(stored, record)));
        }
        Segment after = Segment.TYPE.copy(stored);
        after.takeAt(now);
        writes.add(new Write.Update<>(Segment.TYPE, stored, after));
        List<CrmRecord> written = all.write(writes);
        return (Segment) written.get(written.size() - 1);
    }

    /** Each by its own type, which may extend the segment's. */
    private <R extends CrmRecord> List<AnyRef> selected(EntityType<R> type, Segment segment, ZoneId zone) {
        return door.values(type, Query.<R>of(asked(segment, type, zone)), List.of(CrmRecord.ID, CrmRecord.KIND))
                .map(row -> new AnyRef(
                        door.schema().type(kind(row.get(1))).name(), (UUID) Objects.requireNonNull(row.get(0))))
                .toList();
    }

    private static Class<?> kind(@Nullable Object kind) {
        return (Class<?>) Objects.requireNonNull(kind);
    }
}
