package org.clientele.segment;

import static org.clientele.property.Traits.calculated;
import static org.clientele.property.Traits.fixed;
import static org.clientele.property.Traits.indexed;
import static org.clientele.property.Traits.maxLength;
import static org.clientele.property.Traits.required;
import static org.clientele.property.Traits.unsearched;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.clientele.model.EntityType;
import org.clientele.organization.UserOwned;
import org.clientele.property.BooleanProperty;
import org.clientele.property.InstantProperty;
import org.clientele.property.TextProperty;
import org.jspecify.annotations.Nullable;

/**
 * Records of one type by a condition that has a name (OroCRM documentation, Segments): dynamic, so that its condition is asked
 * anew each time, or static, so that it keeps the records that it had when it was taken. Guarded as any record; what it shows
 * are the viewer's records.
 *
 * <pre>{@code
 * Segment big = sales.save(Segment.dynamic("Big", Account.TYPE, "name contains \"GmbH\""));
 * sales.select(Account.TYPE).where(sales.segments().criterion(big, Account.TYPE, zone));
 * }</pre>
 */
public class Segment extends UserOwned {

    private static final int NAME_LENGTH = 255;

    public static final TextProperty<Segment> NAME =
            TextProperty.of("name", Segment::getName, Segment::setName).with(required(), maxLength(NAME_LENGTH));
    /** The name of the type of its records. */
    public static final TextProperty<Segment> KIND = TextProperty.of(
                    "kind", Segment::getKind, (Segment segment, String kind) -> segment.kind = kind)
            .with(required(), fixed(), indexed(), unsearched());
    /** The condition, as {@link org.clientele.filter.Filter} reads it. */
    public static final TextProperty<Segment> FILTER =
            TextProperty.of("filter", Segment::getFilter, Segment::setFilter);
    /** Whether it keeps the records that it had when it was taken. */
    public static final BooleanProperty<Segment> SNAPSHOT = BooleanProperty.of(
                    "snapshot",
                    Segment::isSnapshot,
                    (Segment segment, Boolean is) -> segment.snapshot = Boolean.TRUE.equals(is))
            .with(fixed());
    /** When a static one was taken last. */
    public static final InstantProperty<Segment> TAKEN_AT = InstantProperty.of(
                    "takenAt", Segment::getTakenAt, (Segment segment, Instant at) -> segment.takenAt = at)
            .with(calculated());

    public static final EntityType<Segment> TYPE = EntityType.define(
            "segment",
            Segment.class,
            Segment::new,
            type -> type.properties(NAME, KIND, FILTER, SNAPSHOT, TAKEN_AT)
                    .owned(OWNERSHIP)
                    .distinctBy(ORGANIZATION, NAME)
                    .named(NAME)
                    .rule(KIND, (segment, context) -> objection(segment.kind, context::typesBelow)));

    private @Nullable String name;
    private @Nullable String kind;
    private @Nullable String filter;
    private boolean snapshot;
    private @Nullable Instant takenAt;

    /** An empty segment. */
    protected Segment() {}

    private Segment(String name, EntityType<?> type, String filter, boolean snapshot) {
        this.name = name;
        this.kind = type.name();
        this.filter = filter;
        this.snapshot = snapshot;
    }

    private static Optional<String> objection(@Nullable String kind, Function<String, Set<String>> below) {
        return kind == null || !below.apply(kind).isEmpty()
                ? Optional.empty()
                : Optional.of("is '" + kind + "', which is no type of this CRM; name one that is");
    }

    /** A segment whose condition is asked anew each time; a blank one means all records. */
    public static Segment dynamic(String name, EntityType<?> type, String filter) {
        return new Segment(name, type, filter, false);
    }

    /** A segment that keeps the records that it has when it is taken; it has none before that. */
    public static Segment snapshot(String name, EntityType<?> type, String filter) {
        return new Segment(name, type, filter, true);
    }

    /** For who takes it: when it was. */
    void takeAt(Instant at) {
        takenAt = at;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    /** The name of the type of its records. */
    public @Nullable String getKind() {
        return kind;
    }

    public @Nullable String getFilter() {
        return filter;
    }

    public void setFilter(@Nullable String filter) {
        this.filter = filter;
    }

    /** Whether it keeps the records that it had when it was taken. */
    public boolean isSnapshot() {
        return snapshot;
    }

    /** When it was taken last; null for a dynamic one, and for one that never was. */
    public @Nullable Instant getTakenAt() {
        return takenAt;
    }
}
