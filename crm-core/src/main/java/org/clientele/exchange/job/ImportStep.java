package org.clientele.exchange.job;

import static org.clientele.property.Traits.indexed;
import static org.clientele.property.Traits.required;
import static org.clientele.property.Traits.unique;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.clientele.exchange.row.Fingerprint;
import org.clientele.exchange.row.RowOutcome;
import org.clientele.exchange.work.Tried;
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

    /** Which step of the job it is, from 1. */
    static final NumberProperty<ImportStep, Long> NUMBER =
            NumberProperty.ofLong("number", step -> step.number, (step, value) -> step.number = value);
    /** Which of the imports of the job, by its place among them, from 0. */
    static final NumberProperty<ImportStep, Long> PART =
            NumberProperty.ofLong("part", step -> step.part, (step, value) -> step.part = value);

    static final NumberProperty<ImportStep, Long> ROUND =
            NumberProperty.ofLong("round", step -> step.round, (step, value) -> step.round = value);
    static final TextProperty<ImportStep> SOURCE =
            TextProperty.of("source", step -> step.source, (step, value) -> step.source = value);
    static final TextProperty<ImportStep> FINGERPRINT =
            TextProperty.of("fingerprint", step -> step.fingerprint, (step, value) -> step.fingerprint = value);
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
    /** The numbers of the rows that were put off until others are done, or in a later round of those that were put off and done. */
    static final TextProperty<ImportStep> WAITING =
            TextProperty.of("waiting", step -> step.waiting, (step, value) -> step.waiting = value);

    static final TextProperty<ImportStep> REFUSED =
            TextProperty.of("refused", step -> step.refused, (step, value) -> step.refused = value);

    public static final EntityType<ImportStep> TYPE = EntityType.define(
            "import step",
            ImportStep.class,
            ImportStep::new,
            type -> type.properties(
                            JOB,
                            PREVIOUS,
                            NUMBER,
                            PART,
                            ROUND,
                            SOURCE,
                            FINGERPRINT,
                            CREATED,
                            UPDATED,
                            UNCHANGED,
                            SKIPPED,
                            FAILED,
                            CHANGE_SET,
                            WAITING,
                            REFUSED)
                    .owned(new Ownership<>(Ownership.Kind.ORGANIZATION, ORGANIZATION, ORGANIZATION))
                    .madeByCrm());

    private @Nullable UUID organization;
    private @Nullable UUID job;
    private @Nullable UUID previous;
    private @Nullable Long number;
    private @Nullable Long part;
    private @Nullable Long round;
    private @Nullable String source;
    private @Nullable String fingerprint;
    private @Nullable Long created;
    private @Nullable Long updated;
    private @Nullable Long unchanged;
    private @Nullable Long skipped;
    private @Nullable Long failed;
    private @Nullable UUID changeSet;
    private @Nullable String waiting;
    private @Nullable String refused;

    /** An empty step. */
    protected ImportStep() {}

    /** The step of a job after another one. */
    ImportStep(UUID job, UUID previous, long number) {
        this.job = job;
        this.previous = previous;
        this.number = number;
    }

    /**
     * Takes down of which source rows were tried.
     *
     * @param numbers those that were put off, or in a later round those that were done
     */
    void tellPlace(int newPart, int newRound, String newSource, Fingerprint newFingerprint, RowNumbers numbers) {
        part = (long) newPart;
        round = (long) newRound;
        source = newSource;
        fingerprint = newFingerprint.text();
        waiting = numbers.isEmpty() ? null : numbers.toString();
    }

    /** Takes down what the rows of the source became by now, and which were refused and what was written since the step before. */
    void tellOutcomes(Counts counts, List<Tried> tried, @Nullable UUID written) {
        created = counts.created();
        updated = counts.updated();
        unchanged = counts.unchanged();
        skipped = counts.skipped();
        failed = counts.failed();
        changeSet = written;
        List<RowOutcome.Failed> failures = tried.stream()
                .map(Tried::outcome)
                .filter(RowOutcome.Failed.class::isInstance)
                .map(RowOutcome.Failed.class::cast)
                .toList();
        refused = failures.isEmpty() ? null : RefusedRows.write(failures);
    }

    private @Nullable Ref<Organization> organization() {
        return organization == null ? null : new Ref<>(organization);
    }

    void setOrganization(@Nullable Ref<Organization> ref) {
        organization = ref == null ? null : ref.id();
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
