package org.clientele.segment;

import static org.clientele.property.Traits.required;

import java.util.UUID;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.AnyReferenceProperty;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.Traits.WhenTargetGoes;
import org.clientele.value.AnyRef;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** One record that a static segment had when it was taken. The CRM alone makes it; it goes with either, and moves in a merge. */
public class SegmentMember extends CrmRecord {

    public static final ReferenceProperty<SegmentMember, Segment> SEGMENT = ReferenceProperty.of(
                    "segment",
                    Segment.class,
                    SegmentMember::getSegment,
                    (SegmentMember member, Ref<Segment> segment) ->
                            member.segment = segment == null ? null : segment.id())
            .with(required(), WhenTargetGoes.GO_ALONG);
    public static final AnyReferenceProperty<SegmentMember> RECORD = AnyReferenceProperty.of(
                    "record", SegmentMember::getRecord, (SegmentMember member, AnyRef ref) -> member.record = ref)
            .with(required(), WhenTargetGoes.GO_ALONG);

    public static final EntityType<SegmentMember> TYPE = EntityType.define(
            "segment member",
            SegmentMember.class,
            SegmentMember::new,
            type -> type.properties(SEGMENT, RECORD).partOf(SEGMENT).madeByCrm());

    private @Nullable UUID segment;
    private @Nullable AnyRef record;

    /** An empty member. */
    protected SegmentMember() {}

    /** A record of a segment. */
    static SegmentMember of(Segment segment, AnyRef record) {
        SegmentMember member = new SegmentMember();
        member.segment = segment.getId();
        member.record = record;
        return member;
    }

    public @Nullable Ref<Segment> getSegment() {
        return segment == null ? null : new Ref<>(segment);
    }

    public @Nullable AnyRef getRecord() {
        return record;
    }
}
