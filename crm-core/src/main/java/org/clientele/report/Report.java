package org.clientele.report;

import org.clientele.store.Records;

/**
 * A report that can be run for any viewer. Reports are values: immutable, thread-safe, and without a viewer of their own.
 * A host implements it for reports of its own; what it throws ends the run.
 *
 * @param <T> the result
 */
@FunctionalInterface
public interface Report<T> {

    /** The result over these records, which are the viewer's. */
    T run(Records records);
}
