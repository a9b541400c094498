package org.clientele.workflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;

/** Has the records of a CRM obey its workflows, as far as these are active. */
public final class WorkflowRules {

    private WorkflowRules() {}

    /** To be called once, while the CRM is opened; types of which there are no workflows pay nothing. */
    public static void add(Collection<Workflow<?>> workflows, Schema schema) {
        Map<EntityType<?>, List<Workflow<?>>> byType = new LinkedHashMap<>();
        workflows.forEach(workflow -> byType.computeIfAbsent(workflow.type(), first -> new ArrayList<>())
                .add(workflow));
        byType.forEach((type, some) -> add(type, some, schema));
        if (!workflows.isEmpty()) {
            schema.add(new StepsHold(List.copyOf(workflows)));
        }
    }

    @SuppressWarnings("unchecked") // they were sorted by their types
    private static <R extends CrmRecord> void add(EntityType<R> type, List<Workflow<?>> own, Schema schema) {
        schema.add(new Obedience<>(type, (List<Workflow<R>>) (List<?>) List.copyOf(own)));
    }
}
