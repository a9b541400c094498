package org.clientele.journal;

import static org.clientele.property.Traits.indexed;
import static org.clientele.property.Traits.required;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Ownership;
import org.clientele.organization.Organization;
import org.clientele.property.IdProperty;
import org.clientele.property.InstantProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits.WhenTargetGoes;
import org.clientele.value.AnyRef;
import org.clientele.value.Ref;
import org.clientele.value.TextForm;
import org.jspecify.annotations.Nullable;

/**
 * One change of a change set as stores keep it. Written by the door alone and never changed. It belongs to the organization
 * of the record that changed: who may VIEW journal entries up to ORGANIZATION sees every change of that organization, with
 * the values, whatever else they may see.
 */
public class JournalEntry extends CrmRecord {

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
    static final TextProperty<JournalEntry> REASON =
            TextProperty.of("reason", entry -> entry.reason, (entry, value) -> entry.reason = value);
    static final TextProperty<JournalEntry> ACTION =
            TextProperty.of("action", entry -> entry.action, (entry, value) -> entry.action = value);
    static final TextProperty<JournalEntry> RECORD_TYPE =
            TextProperty.of("recordType", entry -> entry.recordType, (entry, value) -> entry.recordType = value);
    static final IdProperty<JournalEntry> RECORD_ID = IdProperty.of(
                    "recordId", (JournalEntry entry) -> entry.recordId, (entry, value) -> entry.recordId = value)
            .with(indexed());
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
                            REASON,
                            ACTION,
                            RECORD_TYPE,
                            RECORD_ID,
                            RECORD_NAME,
                            DELTAS)
                    .owned(new Ownership<>(Ownership.Kind.ORGANIZATION, ORGANIZATION, ORGANIZATION)));

    private @Nullable UUID organization;
    private @Nullable UUID changeSet;
    private @Nullable Integer position;
    private @Nullable Instant recordedAt;
    private @Nullable UUID actor;
    private @Nullable String actorName;
    private @Nullable String reason;
    private @Nullable String action;
    private @Nullable String recordType;
    private @Nullable UUID recordId;
    private @Nullable String recordName;
    private @Nullable String deltas;

    /** An empty entry. */
    protected JournalEntry() {}

    JournalEntry(ChangeSet set, int position, Change change, @Nullable Ref<Organization> organization) {
        setOrganization(organization);
        this.changeSet = set.id();
        this.position = position;
        this.recordedAt = set.recordedAt();
        this.actor = set.actor();
        this.actorName = set.actorName();
        this.reason = set.reason();
        this.action = change.action().name();
        this.recordType = change.record().type();
        this.recordId = change.record().id();
        this.recordName = change.name();
        List<@Nullable String> parts = new ArrayList<>();
        for (Delta delta : change.deltas()) {
            parts.add(delta.property());
            parts.add(delta.before());
            parts.add(delta.after());
        }
        this.deltas = TextForm.join(parts);
    }

    private @Nullable Ref<Organization> organization() {
        return organization == null ? null : new Ref<>(organization);
    }

    private void setOrganization(@Nullable Ref<Organization> ref) {
        organization = ref == null ? null : ref.id();
    }

    UUID changeSetId() {
        if (changeSet == null) {
            throw incomplete();
        }
        return changeSet;
    }

    Change change() {
        List<@Nullable String> parts = deltas == null ? List.of() : TextForm.split(deltas);
        List<Delta> read = new ArrayList<>();
        for (int i = 0; i + 2 < parts.size(); i += 3) {
            read.add(new Delta(String.valueOf(parts.get(i)), parts.get(i + 1), parts.get(i + 2)));
        }
        if (recordType == null || recordId == null || action == null) {
            throw incomplete();
        }
        return new Change(
                Change.Action.valueOf(action), new AnyRef(recordType, recordId), String.valueOf(recordName), read);
    }

    ChangeSet changeSet(List<Change> changes) {
        if (changeSet == null || recordedAt == null) {
            throw incomplete();
        }
        return new ChangeSet(changeSet, recordedAt, actor, String.valueOf(actorName), String.valueOf(reason), changes);
    }

    private IllegalStateException incomplete() {
        return new IllegalStateException("journal entry " + getId() + " is not complete; the store has lost a part");
    }
}
