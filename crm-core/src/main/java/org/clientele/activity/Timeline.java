package org.clientele.activity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Page;
import org.clientele.criteria.Query;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.organization.User;
import org.clientele.report.Report;
import org.clientele.store.Records;
import org.clientele.value.AnyRef;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * A page of the activities of one record, the latest first: those that were logged for it directly, and no others unless it
 * is told to include them (OroCRM documentation, Accounts: activity). Each viewer sees the activities that
 * they may see, and none of a record that they may not see.
 * Immutable and thread-safe.
 *
 * <pre>{@code
 * Page<Timeline.Entry> latest = sales.run(Timeline.of(acuserv));
 * Page<Timeline.Entry> calls = sales.run(Timeline.of(acuserv).only(Call.TYPE).includingInherited().page(2, 25));
 * }</pre>
 */
public final class Timeline implements Report<Page<Timeline.Entry>> {

    private static final int USUAL_SIZE = 10;

    private final CrmRecord record;
    private final List<EntityType<?>> kinds;
    private final boolean isInheriting;
    private final int number;
    private final int size;

    private Timeline(CrmRecord record, List<EntityType<?>> kinds, boolean isInheriting, int number, int size) {
        this.record = record;
        this.kinds = kinds;
        this.isInheriting = isInheriting;
        this.number = number;
        this.size = size;
    }

    /** The ten latest activities of a stored record. */
    public static Timeline of(CrmRecord record) {
        return new Timeline(Objects.requireNonNull(record, "record"), List.of(), false, 1, USUAL_SIZE);
    }

    /** This timeline with activities of these types only, and of those that extend them. */
    public Timeline only(EntityType<?>... types) {
        return new Timeline(record, List.of(types), isInheriting, number, size);
    }

    /** This timeline with the activities of the records that the record inherits from ({@link Inheritance}). */
    public Timeline includingInherited() {
        return new Timeline(record, kinds, true, number, size);
    }

    /** Another page; number and size count from 1. */
    public Timeline page(int newNumber, int newSize) {
        return new Timeline(record, kinds, isInheriting, newNumber, newSize);
    }

    /**
     * One activity.
     *
     * @param kind the name of its type, such as {@code call}
     * @param owner null when the viewer may not see it
     * @param via the records by which it stands in the timeline: the record itself where it was logged for it
     */
    public record Entry(
            Ref<Activity> activity,
            String kind,
            @Nullable Instant at,
            @Nullable String subject,
            @Nullable Ref<User> owner,
            Set<AnyRef> via) {

        public Entry {
            via = Set.copyOf(via);
        }
    }

    @Override
    public Page<Entry> run(Records records) {
        AnyRef own = new AnyRef(records.schema().typeOf(record).name(), record.getId());
        if (records.find(records.schema().type(own.type()), own.id()).isEmpty()) {
            return new Page<>(List.of(), number, size, 0);
        }
        return isInheriting ? inherited(own, records) : direct(own, records);
    }

    private long offset() {
        return (long) (number - 1) * size;
    }

    /** Read off the links, which know when the activities took place. */
    private Page<Entry> direct(AnyRef own, Records records) {
        Criterion<ActivityLink> where = ofKind(ActivityLink.TARGET.is(own), records.schema());
        Query<ActivityLink> page = Query.<ActivityLink>of(where)
                .orderedBy(List.of(ActivityLink.AT.desc()))
                .stretch(offset(), size);
        Map<UUID, Links> links = links(page, records);
        return page(links.keySet(), links, records, records.count(ActivityLink.TYPE, where));
    }

    /** An activity that is linked to several of the records stands there once. */
    private Page<Entry> inherited(AnyRef own, Records records) {
        Set<AnyRef> targets = new LinkedHashSet<>();
        targets.add(own);
        targets.addAll(Ancestry.of(record, records));
        Criterion<ActivityLink> linked = ofKind(ActivityLink.TARGET.in(targets), records.schema());
        Criterion<Activity> where = new Criterion.Referred<>(ActivityLink.class, ActivityLink.ACTIVITY, linked);
        Query<Activity> page =
                Query.<Activity>of(where).orderedBy(List.of(Activity.AT.desc())).stretch(offset(), size);
        List<UUID> ids = records.values(Activity.TYPE, page, List.of(CrmRecord.ID))
                .map(row -> (UUID) Objects.requireNonNull(row.get(0)))
                .toList();
        Criterion<ActivityLink> ofPage = linked.and(ActivityLink.ACTIVITY.in(
                ids.stream().<Ref<Activity>>map(Ref::new).toList()));
        Map<UUID, Links> links = ids.isEmpty() ? Map.of() : links(Query.of(ofPage), records);
        return page(ids, links, records, records.count(Activity.TYPE, where));
    }

    private Criterion<ActivityLink> ofKind(Criterion<ActivityLink> where, Schema schema) {
        Set<String> names = new TreeSet<>();
        kinds.forEach(kind ->
                schema.typesBelow(kind.recordClass()).map(EntityType::name).forEach(names::add));
        return kinds.isEmpty() ? where : where.and(new Criterion.OneOf<>(ActivityLink.KIND, names));
    }

    /** What the links of one activity say. */
    private record Links(String kind, Set<AnyRef> targets) {}

    private static Map<UUID, Links> links(Query<ActivityLink> query, Records records) {
        Map<UUID, Links> links = new LinkedHashMap<>();
        records.values(ActivityLink.TYPE, query, List.of(ActivityLink.ACTIVITY, ActivityLink.KIND, ActivityLink.TARGET))
                .forEach(row -> {
                    UUID activity = ((Ref<?>) Objects.requireNonNull(row.get(0))).id();
                    links.computeIfAbsent(activity, id -> new Links(String.valueOf(row.get(1)), new LinkedHashSet<>()))
                            .targets()
                            .add((AnyRef) Objects.requireNonNull(row.get(2)));
                });
        return links;
    }

    private Page<Entry> page(Iterable<UUID> ids, Map<UUID, Links> links, Records records, long total) {
        Map<UUID, List<@Nullable Object>> rows = new HashMap<>();
        if (!links.isEmpty()) {
            Set<Ref<?>> activities = new LinkedHashSet<>();
            ids.forEach(id -> activities.add(new Ref<>(id)));
            records.values(
                            Activity.TYPE,
                            Query.of(CrmRecord.isAnyOf(activities)),
                            List.of(CrmRecord.ID, Activity.AT, Activity.SUBJECT, Activity.OWNER))
                    .forEach(row -> rows.put((UUID) Objects.requireNonNull(row.get(0)), row));
        }
        List<Entry> entries = new ArrayList<>();
        for (UUID id : ids) {
            List<@Nullable Object> row = rows.get(id);
            Links found = links.get(id);
            if (row != null && found != null) {
                entries.add(entry(id, row, found));
            }
        }
        return new Page<>(entries, number, size, total);
    }

    @SuppressWarnings("unchecked") // what the owner of an activity is
    private static Entry entry(UUID id, List<@Nullable Object> row, Links links) {
        return new Entry(
                new Ref<>(id),
                links.kind(),
                (Instant) row.get(1),
                (String) row.get(2),
                (Ref<User>) row.get(3),
                links.targets());
    }
}
