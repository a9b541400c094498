package org.clientele.merge;

import java.util.List;
import java.util.UUID;
import org.clientele.model.CrmRecord;

/**
 * How the application of a plan ended. Immutable.
 *
 * @param <R> the type merged
 */
public sealed interface MergeOutcome<R extends CrmRecord> {

    /**
     * The merge as it was done.
     *
     * @throws MergeRejectedException when it was refused
     * @throws StalePlanException when the plan was out of date
     */
    Applied<R> orThrow();

    /**
     * The merge was done, in one change set.
     *
     * @param receipt the identity of the change set, by which history knows the merge
     * @param master the merged record as it is stored
     */
    record Applied<R extends CrmRecord>(UUID receipt, R master) implements MergeOutcome<R> {
        @Override
        public Applied<R> orThrow() {
            return this;
        }
    }

    /** Nothing was done, because it must not be: rights are missing or rules would be broken. */
    record Rejected<R extends CrmRecord>(List<String> problems) implements MergeOutcome<R> {

        public Rejected {
            problems = List.copyOf(problems);
        }

        @Override
        public Applied<R> orThrow() {
            throw new MergeRejectedException(problems);
        }
    }

    /** Nothing was done, because records have changed since the plan was made; the reasons say which. */
    record Stale<R extends CrmRecord>(List<String> reasons) implements MergeOutcome<R> {

        public Stale {
            reasons = List.copyOf(reasons);
        }

        @Override
        public Applied<R> orThrow() {
            throw new StalePlanException(reasons);
        }
    }
}
