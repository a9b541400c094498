package org.clientele.workflow;

import static org.clientele.property.Traits.calculated;
import static org.clientele.property.Traits.fixed;
import static org.clientele.property.Traits.required;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.BooleanProperty;
import org.clientele.property.TextProperty;
import org.jspecify.annotations.Nullable;

/**
 * That a workflow was made active, and whether it still is: so all who share a store agree. The CRM alone makes it, one for each
 * workflow.
 */
public class WorkflowActivation extends CrmRecord {

    /** The name of the workflow. */
    public static final TextProperty<WorkflowActivation> NAME = TextProperty.of(
                    "name",
                    WorkflowActivation::getName,
                    (WorkflowActivation activation, String name) -> activation.name = name)
            .with(required(), fixed());
    /** Whether records obey it. */
    public static final BooleanProperty<WorkflowActivation> RUNNING = BooleanProperty.of(
                    "running",
                    WorkflowActivation::isRunning,
                    (WorkflowActivation activation, Boolean is) -> activation.running = Boolean.TRUE.equals(is))
            .with(calculated());

    public static final EntityType<WorkflowActivation> TYPE = EntityType.define(
            "workflow activation",
            WorkflowActivation.class,
            WorkflowActivation::new,
            type -> type.properties(NAME, RUNNING).named(NAME).madeByCrm());

    private @Nullable String name;
    private boolean running;

    /** An empty activation. */
    protected WorkflowActivation() {}

    /** The activation of a workflow, which has its identity from the name: so there are no two. */
    static WorkflowActivation of(String workflow, boolean running) {
        WorkflowActivation activation = TYPE.newRecord(id(workflow), null);
        activation.name = workflow;
        activation.running = running;
        return activation;
    }

    static UUID id(String workflow) {
        return UUID.nameUUIDFromBytes(("workflow " + workflow).getBytes(StandardCharsets.UTF_8));
    }

    /** The name of the workflow. */
    public @Nullable String getName() {
        return name;
    }

    /** Whether records obey it. */
    public boolean isRunning() {
        return running;
    }

    void run(boolean is) {
        running = is;
    }
}
