package org.clientele;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.door.Door;
import org.clientele.filter.Filter;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.segment.Segment;
import org.clientele.segment.SegmentKeeping;

/**
 * The segments of a CRM. They are records as any other, saved, deleted and shared as such. Thread-safe outside of
 * transactions.
 *
 * <pre>{@code
 * Segment late = sales.segments().save(Segment.snapshot("Late", Opportunity.TYPE, "closeDate before today"));
 * late = sales.segments().take(late, zone);
 * sales.run(SalesReports.forecast().where(sales.segments().criterion(late, Opportunity.TYPE, zone)));
 * }</pre>
 */
public final class Segments {

    private final Work work;

    Segments(Work work) {
        this.work = work;
    }

    /** The segments of the records of a type that the actor may see, by name. */
    public List<Segment> of(EntityType<?> type) {
        return work.read(door -> door.select(
                        Segment.TYPE,
                        Query.<Segment>of(Segment.KIND.is(type.name())).orderedBy(List.of(Segment.NAME.asc())))
                .toList());
    }

    /**
     * Saves a segment whose filter can be read.
     *
     * @throws org.clientele.filter.FilterException when the filter is none, or names what there is not
     * @throws org.clientele.model.UnknownTypeException when its type is no type of this CRM
     */
    public Segment save(Segment segment) {
        return work.inTransaction("save segment", door -> {
            String filter = segment.getFilter();
            if (filter != null && !filter.isBlank()) {
                requireRead(door.schema(), door.schema().type(String.valueOf(segment.getKind())), filter);
            }
            return new Saving(door).save(List.of(segment)).get(0);
        });
    }

    private static <R extends CrmRecord> void requireRead(Schema schema, EntityType<R> type, String filter) {
        Filter<R> read = Filter.read(schema, type, filter);
        read.criterion(Instant.EPOCH, ZoneOffset.UTC);
    }

    /**
     * Takes a static segment anew: from now on it has what its filter selects now of what the actor may see, in place of what it
     * had.
     *
     * @param zone where the days in its filter begin
     * @throws org.clientele.access.AccessDeniedException when the actor may not edit the segment
     * @throws IllegalArgumentException when it is dynamic
     */
    public Segment take(Segment segment, ZoneId zone) {
        return work.inTransaction("take segment", door -> keeping(door).take(segment, zone));
    }

    /**
     * The condition that a record is in a segment: for selections, grids, reports and exports. What a static one has is seen as
     * far as the segment is.
     *
     * @param zone where the days in its filter begin
     * @throws IllegalArgumentException when the segment has records of another type
     */
    public <R extends CrmRecord> Criterion<R> criterion(Segment segment, EntityType<R> type, ZoneId zone) {
        return work.read(door -> keeping(door).criterion(segment, type, zone));
    }

    private SegmentKeeping keeping(Door door) {
        return new SegmentKeeping(door, work.premises().clock().instant());
    }
}
