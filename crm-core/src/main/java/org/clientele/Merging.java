package org.clientele;

import java.util.List;
import java.util.function.Consumer;
import org.clientele.access.AccessDeniedException;
import org.clientele.door.Door;
import org.clientele.merge.MergeChoices;
import org.clientele.merge.MergeOutcome;
import org.clientele.merge.MergePlan;
import org.clientele.merge.MergeStrategy;
import org.clientele.merge.Merger;
import org.clientele.model.CrmException;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.InvalidRecordException;
import org.clientele.store.DuplicateRecordException;
import org.clientele.store.StaleRecordException;

/** Plans merges and applies them; what is refused becomes an outcome. */
final class Merging {

    private final Work work;

    Merging(Work work) {
        this.work = work;
    }

    <R extends CrmRecord> MergePlan<R> plan(EntityType<R> type, Consumer<MergeChoices<R>> choices) {
        return work.read(door -> merger(door).plan(type, choices));
    }

    <R extends CrmRecord> MergePlan<R> read(
            EntityType<R> type, String text, List<? extends MergeStrategy<?, ?>> strategies) {
        return work.read(door -> merger(door).read(type, text, strategies));
    }

    <R extends CrmRecord> MergeOutcome<R> apply(MergePlan<R> plan) {
        if (work.isWithinTransaction()) {
            return work.inTransaction(plan.reason(), door -> merger(door).apply(plan));
        }
        try {
            return work.inTransaction(plan.reason(), door -> merger(door).apply(plan));
        } catch (StaleRecordException changed) {
            return new MergeOutcome.Stale<>(List.of(sentence(changed)));
        } catch (InvalidRecordException | AccessDeniedException | DuplicateRecordException refused) {
            return new MergeOutcome.Rejected<>(sentence(refused).lines().toList());
        }
    }

    private Merger merger(Door door) {
        return new Merger(door, work.premises().mergeDefaults());
    }

    private static String sentence(CrmException refusal) {
        return String.valueOf(refusal.getMessage());
    }
}
