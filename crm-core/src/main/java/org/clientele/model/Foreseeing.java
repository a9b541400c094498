package org.clientele.model;

import org.clientele.criteria.Criterion;

/**
 * A preparation that selects other records, and can say by what before any record is prepared: when many are saved, the store
 * is asked for all at once. What it says changes no result, only the time that it takes.
 *
 * @param <R> the type prepared
 */
public interface Foreseeing<R> extends Preparation<R> {

    /**
     * Says what {@link #prepare} will most likely select; it need neither be all, nor be selected indeed.
     *
     * @param record a new record, with its owner and organization, not prepared
     */
    void foresee(R record, Situation<R> situation, Questions questions);

    /** Takes what will be selected. */
    interface Questions {

        /** Says that {@link Situation#select} will be asked for this, by an equal condition. */
        <S extends CrmRecord> void willSelect(Class<S> recordClass, Criterion<? super S> where);
    }
}
