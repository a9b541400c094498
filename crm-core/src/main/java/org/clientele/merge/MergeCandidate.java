package org.clientele.merge;

import org.jspecify.annotations.Nullable;

/**
 * One record's value, as a strategy is given it.
 *
 * @param <R> the type of the record
 * @param <V> the type of the value
 * @param record a copy of the record as it is stored; to be read only
 * @param isMaster whether it is the record that stays
 * @param value what the record has for the property; null for nothing
 */
public record MergeCandidate<R, V>(
        R record, boolean isMaster, @Nullable V value) {}
