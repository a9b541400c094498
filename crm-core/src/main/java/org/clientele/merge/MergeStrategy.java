package org.clientele.merge;

import java.util.Collection;
import org.clientele.property.Trait;

/**
 * What a merge does with a collection unless it is told otherwise; a property without the trait is appended. Values that
 * are no collections are always the master's unless another source is named.
 */
public enum MergeStrategy implements Trait<Collection<?>> {
    /** The elements of one record, the master unless another is named. */
    REPLACE,
    /** The elements of all records, none twice. */
    APPEND
}
