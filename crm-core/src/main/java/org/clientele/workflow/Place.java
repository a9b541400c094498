package org.clientele.workflow;

import java.util.List;
import org.clientele.model.CrmRecord;

/**
 * Where a record is in a workflow, and how it can go on. Immutable.
 *
 * @param options the transitions that are shown for the record, in the order of the workflow
 */
public record Place<R extends CrmRecord>(Workflow<R> workflow, Step<R> step, List<Option<R>> options) {

    public Place {
        options = List.copyOf(options);
    }

    /**
     * A transition that is shown for a record.
     *
     * @param objections why it is not allowed as the record is, with what the transition offers; none when it is
     */
    public record Option<R>(Transition<R> transition, List<String> objections) {

        public Option {
            objections = List.copyOf(objections);
        }

        /** Whether it is allowed without any more values. */
        public boolean isAllowed() {
            return objections.isEmpty();
        }
    }
}
