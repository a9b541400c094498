package org.clientele.journal;

import static org.clientele.property.Traits.indexed;
import static org.clientele.property.Traits.required;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.clientele.criteria.Criterion;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Ownership;
import org.clientele.organization.Organization;
import org.clientele.property.BooleanProperty;
import org.clientele.property.IdProperty;
import org.clientele.property.InstantProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits.WhenTargetGoes;
import org.clientele.value.Ref;
import org.clientele.value.TextForm;
import org.jspecify.annotations.Nullable;

/**
 * One change of a change set as stores keep it, or what was done to many records: the same, or that they appeared one after
 * another. Written by the door alone and never changed. It belongs to the organization of the records that changed: who may VIEW journal entries up to ORGANIZATION sees every change of that organization, with
 * the values, whatever else they may see.
 */
public class JournalEntry extends CrmRecord {

    /** How many records one entry tells of at most. */
    static final int MOST_RECORDS = 1000;

    static final ReferenceProperty<JournalEntry, Organization> ORGANIZATION = ReferenceProperty.of(
                    "organization", Organization.class, JournalEntry::organization, JournalEntry::setOrganization)
            .with(WhenTargetGoes.STAY);
    static final IdProperty<JournalEntry> CHANGE_SET = IdProperty.of(
                    "changeSet", (JournalEntry entry) -> entry.changeSet, (entry, value) -> entry.changeSet = value)
            .with(required(), indexed());
    static final NumberProperty<JournalEntry, Integer> POSITION =
            NumberProperty.ofInteger("position", entry -> entry.position, (entry, value) -> entry.position = value);
    static final InstantProperty<JournalEntry> RECORDED_AT =
            InstantProperty.of("recordedAt", entry -> entry.recordedAt, (entry, value) -> entry.recordedAt = value);
    static final IdProperty<JournalEntry> ACTOR =
            IdProperty.of("actor", entry -> entry.actor, (entry, value) -> entry.actor = value);
    static final TextProperty<JournalEntry> ACTOR_NAME =
            TextProperty.of("actorName", entry -> entry.actorName, (entry, value) -> entry.actorName = value);
    static final IdProperty<JournalEntry> UNDOES = IdProperty.of(
                    "undoes", (JournalEntry entry) -> entry.undoes, (entry, value) -> entry.undoes = value)
            .with(indexed());
    static final TextProperty<JournalEntry> REASON =
            TextProperty.of("reason", entry -> entry.reason, (entry, value) -> entry.reason = value);
    static final TextProperty<JournalEntry> ACTION =
            TextProperty.of("action", entry -> entry.action, (entry, value) -> entry.action = value);
    static final BooleanProperty<JournalEntry> FOLLOWED =
            BooleanProperty.of("followed", entry -> entry.followed, (entry, value) -> entry.followed = value);
    static final TextProperty<JournalEntry> RECORD_TYPE =
            TextProperty.of("recordType", entry -> entry.recordType, (entry, value) -> entry.recordType = value);
    static final IdProperty<JournalEntry> RECORD_ID = IdProperty.of(
                    "recordId", (JournalEntry entry) -> entry.recordId, (entry, value) -> entry.recordId = value)
            .with(indexed());
    static final IdProperty<JournalEntry> LAST_RECORD_ID = IdProperty.of(
                    "lastRecordId",
                    (JournalEntry entry) -> entry.lastRecordId,
                    (entry, value) -> entry.lastRecordId = value)
            .with(indexed());
    static final TextProperty<JournalEntry> RECORDS =
            TextProperty.of("records", entry -> entry.records, (entry, value) -> entry.records = value);
    static final TextProperty<JournalEntry> RECORD_NAME =
            TextProperty.of("recordName", entry -> entry.recordName, (entry, value) -> entry.recordName = value);
    static final TextProperty<JournalEntry> DELTAS =
            TextProperty.of("deltas", entry -> entry.deltas, (entry, value) -> entry.deltas = value);

    public static final EntityType<JournalEntry> TYPE = EntityType.define(
            "journal entry",
            JournalEntry.class,
            JournalEntry::new,
            type -> type.properties(
                            CHANGE_SET,
                            POSITION,
                            RECORDED_AT,
                            ACTOR,
                            ACTOR_NAME,
                            UNDOES,
                            REASON,
                            ACTION,
                            FOLLOWED,
                            RECORD_TYPE,
                            RECORD_ID,
                            LAST_RECORD_ID,
                            RECORDS,
                            RECORD_NAME,
                            DELTAS)
                    .owned(new Ownership<>(Ownership.Kind.ORGANIZATION, ORGANIZATION, ORGANIZATION)));

    private @Nullable UUID organization;
    private @Nullable UUID changeSet;
    private @Nullable Integer position;
    private @Nullable Instant recordedAt;
    private @Nullable UUID actor;
    private @Nullable String actorName;
    private @Nullable UUID undoes;
    private @Nullable String reason;
    private @Nullable String action;
    private @Nullable Boolean followed;
    private @Nullable String recordType;
    private @Nullable UUID recordId;
    private @Nullable UUID lastRecordId;
    private @Nullable String records;
    private @Nullable String recordName;
    private @Nullable String deltas;

    /** An empty entry. */
    protected JournalEntry() {}

    /** An entry about what was noted, which is of one action, one type and one organization. */
    JournalEntry(ChangeSet set, int position, List<Noted> together) {
        Noted first = together.get(0);
        setOrganization(first.organization());
        this.changeSet = set.id();
        this.position = position;
        this.recordedAt = set.recordedAt();
        this.actor = set.actor();
        this.actorName = set.actorName();
        this.undoes = set.undoes();
        this.reason = set.reason();
        this.action = first.action().name();
        this.followed = first.followed();
        this.recordType = first.type();
        List<UUID> about =
                together.stream().flatMap(noted -> noted.records().stream()).toList();
        this.recordId = about.get(0);
        if (about.size() > 1) {
            this.lastRecordId = about.get(about.size() - 1);
            this.records = TextForm.join(about.stream().map(UUID::toString).toList());
            this.recordName = "";
            this.deltas = NotedText.ofMany(together);
        } else {
            this.recordName = first.name();
            this.deltas = NotedText.ofDeltas(first.deltas());
        }
    }

    private @Nullable Ref<Organization> organization() {
        return organization == null ? null : new Ref<>(organization);
    }

    private void setOrganization(@Nullable Ref<Organization> ref) {
        organization = ref == null ? null : ref.id();
    }

    /** True of the entries that tell of a record, and of some that tell of many records around it. */
    static Criterion<JournalEntry> tellsOf(UUID record) {
        return RECORD_ID
                .is(record)
                .or(new Criterion.Ordered<>(LAST_RECORD_ID, Criterion.Operator.AT_LEAST, record)
                        .and(new Criterion.Ordered<>(RECORD_ID, Criterion.Operator.AT_MOST, record)));
    }

    /** True of the entries that tell of one of these records, and of some that tell of many records around them. */
    static Criterion<JournalEntry> tellsOfAny(SortedSet<UUID> records) {
        return RECORD_ID
                .in(records)
                .or(new Criterion.Ordered<>(LAST_RECORD_ID, Criterion.Operator.AT_LEAST, records.first())
                        .and(new Criterion.Ordered<>(RECORD_ID, Criterion.Operator.AT_MOST, records.last())));
    }

    /** True of the entries that tell of many records: that appeared, or that changed or went. */
    static Criterion<JournalEntry> isOfMany(boolean appeared) {
        Criterion<JournalEntry> creation = ACTION.is(Change.Action.CREATE.name());
        return LAST_RECORD_ID.isPresent().and(appeared ? creation : creation.negate());
    }

    UUID changeSetId() {
        if (changeSet == null) {
            throw incomplete();
        }
        return changeSet;
    }

    /** What it tells of those records that are asked for; the others of many are passed over. */
    Stream<Change> changes(Predicate<UUID> asked) {
        return noted().stream()
                .flatMap(all ->
                        all.about(all.records().stream().filter(asked).toList()).changes());
    }

    /** What the entry tells, in the order in which it was done. */
    List<Noted> noted() {
        if (recordType == null || recordId == null || action == null) {
            throw incomplete();
        }
        Noted one = new Noted(
                Change.Action.valueOf(action),
                recordType,
                about(recordId),
                String.valueOf(recordName),
                List.of(),
                Boolean.TRUE.equals(followed),
                organization());
        String text = deltas == null ? "" : deltas;
        return records == null ? List.of(one.telling(one.name(), NotedText.deltas(text))) : NotedText.many(one, text);
    }

    private List<UUID> about(UUID first) {
        return records == null
                ? List.of(first)
                : TextForm.split(records).stream()
                        .map(text -> UUID.fromString(Objects.requireNonNull(text)))
                        .toList();
    }

    /** The change set that it belongs to, with these changes. */
    public ChangeSet changeSet(List<Change> changes) {
        if (changeSet == null || recordedAt == null) {
            throw incomplete();
        }
        return new ChangeSet(
                changeSet, recordedAt, actor, String.valueOf(actorName), String.valueOf(reason), undoes, changes);
    }

    private IllegalStateException incomplete() {
        return new IllegalStateException("journal entry " + getId() + " is not complete; the store has lost a part");
    }
}
