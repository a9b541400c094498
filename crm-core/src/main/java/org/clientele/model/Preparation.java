package org.clientele.model;

/**
 * Completes a record while it is being saved: defaults, and values that follow from others. It runs on the CRM's own
 * copy, before the record is checked, and must come to the same result when run twice.
 *
 * @param <R> the type prepared
 */
@FunctionalInterface
public interface Preparation<R> {

    /** Completes the record in place. */
    void prepare(R record, Situation<R> situation);
}
