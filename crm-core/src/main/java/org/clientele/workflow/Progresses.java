package org.clientele.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.model.CrmRecord;
import org.clientele.model.Ruling;
import org.clientele.store.Records;
import org.clientele.value.AnyRef;
import org.clientele.value.Ref;

/** Finds how far records have come in the workflows that are active. */
final class Progresses {

    private static final int AT_ONCE = 500;

    private Progresses() {}

    static boolean isOf(WorkflowProgress progress, Workflow<?> workflow) {
        Ref<WorkflowActivation> activation = progress.getWorkflow();
        return activation != null && activation.id().equals(workflow.activation());
    }

    static String where(Workflow<?> workflow, Step<?> step) {
        return "in the step '" + step + "' of the " + workflow;
    }

    /** Those of records that are saved together; the store is asked once for some hundred that it has, and not for new ones. */
    static Map<UUID, List<WorkflowProgress>> of(List<? extends CrmRecord> saved, Ruling.Together together) {
        Map<UUID, List<WorkflowProgress>> found = new HashMap<>();
        Set<UUID> sought = new HashSet<>();
        List<AnyRef> stored = new ArrayList<>();
        for (CrmRecord record : saved) {
            sought.add(record.getId());
            if (!record.isNew()) {
                stored.add(together.refTo(record));
            }
        }
        Set<WorkflowProgress> all = new HashSet<>();
        each(stored, some -> all.addAll(together.select(WorkflowProgress.class, running(some))));
        together.written(WorkflowProgress.class)
                .filter(progress -> isRunning(progress, together))
                .forEach(all::add);
        for (WorkflowProgress progress : all) {
            AnyRef record = progress.getRecord();
            if (record != null && sought.contains(record.id())) {
                found.computeIfAbsent(record.id(), first -> new ArrayList<>()).add(progress);
            }
        }
        return found;
    }

    private static boolean isRunning(WorkflowProgress progress, Ruling.Together together) {
        Ref<WorkflowActivation> activation = progress.getWorkflow();
        return activation != null
                && together.lookup()
                        .find(WorkflowActivation.class, activation.id())
                        .filter(WorkflowActivation::isRunning)
                        .isPresent();
    }

    /** Those of records that are stored. */
    static Map<UUID, List<WorkflowProgress>> of(List<AnyRef> stored, Records records) {
        Map<UUID, List<WorkflowProgress>> found = new HashMap<>();
        each(
                stored,
                some -> records.select(WorkflowProgress.TYPE, Query.of(running(some)))
                        .forEach(progress -> {
                            AnyRef record = progress.getRecord();
                            if (record != null) {
                                found.computeIfAbsent(record.id(), first -> new ArrayList<>())
                                        .add(progress);
                            }
                        }));
        return found;
    }

    private static void each(List<AnyRef> refs, Consumer<Set<AnyRef>> with) {
        for (int from = 0; from < refs.size(); from += AT_ONCE) {
            with.accept(new HashSet<>(refs.subList(from, Math.min(from + AT_ONCE, refs.size()))));
        }
    }

    private static Criterion<WorkflowProgress> running(Set<AnyRef> records) {
        return WorkflowProgress.RECORD
                .in(records)
                .and(WorkflowProgress.WORKFLOW.matches(WorkflowActivation.RUNNING.isTrue()));
    }
}
