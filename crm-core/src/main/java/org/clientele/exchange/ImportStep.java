package org.clientele.exchange;

import static org.clientele.property.Traits.indexed;
import static org.clientele.property.Traits.required;
import static org.clientele.property.Traits.unique;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Ownership;
import org.clientele.organization.Organization;
import org.clientele.property.IdProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits.WhenTargetGoes;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * How far an import had come when it committed: written with what it did, in one transaction, and deleted when the import is
 * at its end. What is there belongs to an import that was interrupted. The CRM alone makes and deletes it, and the journal
 * does not tell of it.
 *
 * <p>It belongs to the organization in which the import acts: who may VIEW import steps up to ORGANIZATION sees them, with the
 * cells of refused rows.
 */
public class ImportStep extends CrmRecord {

    static final ReferenceProperty<ImportStep, Organization> ORGANIZATION = ReferenceProperty.of(
                    "organization", Organization.class, ImportStep::organization, ImportStep::setOrganization)
            .with(WhenTargetGoes.STAY);
    static final IdProperty<ImportStep> JOB = IdProperty.of(
                    "job", (ImportStep step) -> step.job, (step, value) -> step.job = value)
            .with(required(), indexed());
    /** The step before, or the job itself for its first: that it is unique keeps two from going on at the same time. */
    static final IdProperty<ImportStep> PREVIOUS = IdProperty.of(
                    "previous", (ImportStep step) -> step.previous, (step, value) -> step.previous = value)
            .with(required(), unique());

    static final TextProperty<ImportStep> SOURCE =
            TextProperty.of("source", step -> step.source, (step, value) -> step.source = value);
    static final TextProperty<ImportStep> FINGERPRINT =
            TextProperty.of("fingerprint", step -> step.fingerprint, (step, value) -> step.fingerprint = value);
    static final NumberProperty<ImportStep, Long> ROWS_DONE =
            NumberProperty.ofLong("rowsDone", step -> step.rowsDone, (step, value) -> step.rowsDone = value);
    static final NumberProperty<ImportStep, Long> CREATED =
            NumberProperty.ofLong("created", step -> step.created, (step, value) -> step.created = value);
    static final NumberProperty<ImportStep, Long> UPDATED =
            NumberProperty.ofLong("updated", step -> step.updated, (step, value) -> step.updated = value);
    static final NumberProperty<ImportStep, Long> UNCHANGED =
            NumberProperty.ofLong("unchanged", step -> step.unchanged, (step, value) -> step.unchanged = value);
    static final NumberProperty<ImportStep, Long> SKIPPED =
            NumberProperty.ofLong("skipped", step -> step.skipped, (step, value) -> step.skipped = value);
    static final NumberProperty<ImportStep, Long> FAILED =
            NumberProperty.ofLong("failed", step -> step.failed, (step, value) -> step.failed = value);
    static final IdProperty<ImportStep> CHANGE_SET =
            IdProperty.of("changeSet", step -> step.changeSet, (step, value) -> step.changeSet = value);
    static final TextProperty<ImportStep> REFUSED =
            TextProperty.of("refused", step -> step.refused, (step, value) -> step.refused = value);

    public static final EntityType<ImportStep> TYPE = EntityType.define(
            "import step",
            ImportStep.class,
            ImportStep::new,
            type -> type.properties(
                            JOB,
                            PREVIOUS,
                            SOURCE,
                            FINGERPRINT,
                            ROWS_DONE,
                            CREATED,
                            UPDATED,
                            UNCHANGED,
                            SKIPPED,
                            FAILED,
                            CHANGE_SET,
                            REFUSED)
                    .owned(new Ownership<>(Ownership.Kind.ORGANIZATION, ORGANIZATION, ORGANIZATION))
                    .madeByCrm());

    private @Nullable UUID organization;
    private @Nullable UUID job;
    private @Nullable UUID previous;
    private @Nullable String source;
    private @Nullable String fingerprint;
    private @Nullable Long rowsDone;
    private @Nullable Long created;
    private @Nullable Long updated;
    private @Nullable Long unchanged;
    private @Nullable Long skipped;
    private @Nullable Long failed;
    private @Nullable UUID changeSet;
    private @Nullable String refused;

    /** An empty step. */
    protected ImportStep() {}

    /** The step of a job after another one. */
    ImportStep(UUID job, UUID previous, String source, Fingerprint fingerprint) {
        this.job = job;
        this.previous = previous;
        this.source = source;
        this.fingerprint = fingerprint.text();
    }

    /** Takes down what was done by now, and which rows were refused and what was written since the step before. */
    void tell(Counts counts, List<RowOutcome.Failed> failures, @Nullable UUID written) {
        rowsDone = counts.rows();
        created = counts.created();
        updated = counts.updated();
        unchanged = counts.unchanged();
        skipped = counts.skipped();
        failed = counts.failed();
        changeSet = written;
        refused = failures.isEmpty() ? null : RefusedRows.write(failures);
    }

    private @Nullable Ref<Organization> organization() {
        return organization == null ? null : new Ref<>(organization);
    }

    void setOrganization(@Nullable Ref<Organization> ref) {
        organization = ref == null ? null : ref.id();
    }

    String fingerprint() {
        return String.valueOf(fingerprint);
    }

    /** What all rows became, from the first row of the source on. */
    Counts counts() {
        return new Counts(number(created), number(updated), number(unchanged), number(skipped), number(failed));
    }

    private static long number(@Nullable Long value) {
        return value == null ? 0 : value;
    }

    /** The change set; empty when nothing was written but this. */
    Optional<UUID> changeSet() {
        return Optional.ofNullable(changeSet);
    }

    /** The rows that were refused since the step before. */
    List<RowOutcome.Failed> failures() {
        return refused == null ? List.of() : RefusedRows.read(refused);
    }
}
