package org.clientele.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Lookup;
import org.clientele.property.Property;
import org.clientele.value.AnyRef;

/**
 * What one CRM asks of the records of a type besides what the type itself declares. It is asked once for all records that are
 * saved together, so that it can read at once what it looks at. Registered by {@link Schema#add(Ruling)}; called within
 * transactions, from many threads.
 *
 * @param <R> the class of the records
 */
public interface Ruling<R extends CrmRecord> {

    /** The type whose records it is about, and those of types that extend it. */
    EntityType<R> type();

    /**
     * Records that come with these in the same change set, as what follows of itself: nobody needs a permission for them.
     *
     * @param appearing records that are saved for the first time, or that come back: those have a version
     */
    default List<CrmRecord> companions(List<R> appearing, Together together) {
        return List.of();
    }

    /** The rules for records that are saved together; what the rules look at was read when this returns. */
    List<Invariant<R>> over(List<R> saved, Together together);

    /**
     * Whether the rules look at a property of records that nobody asked to be changed, so that each is to be looked at when the
     * property changes: it does not move at once with many others, as in a merge.
     */
    boolean looksAt(Property<?, ?> property);

    /**
     * The records of which something else holds once one of this type has changed, though nothing of their own does. Each gets
     * a new version, so that whoever saves one at the same time, on what held before, is refused.
     */
    default Set<AnyRef> concerned(R before, R after) {
        return Set.of();
    }

    /** What is saved together: records are found as they will be once all of it is done. */
    interface Together {

        /** Finds related records. */
        Lookup lookup();

        /** The record as it is stored; empty when it is not. It must be one of those that are saved. */
        <S extends CrmRecord> Optional<S> before(S record);

        /** Whether somebody asked for this record to be saved, rather than that it follows from what was asked for. */
        boolean isAsked(CrmRecord record);

        /** The records of a class, and of those below it, that are saved. */
        <S extends CrmRecord> Stream<S> written(Class<S> recordClass);

        /** The records of a class, or of a class below it, that meet a condition, by identity. */
        <S extends CrmRecord> List<S> select(Class<S> recordClass, Criterion<? super S> where);

        /** A reference to a record by the name of its own type. */
        AnyRef refTo(CrmRecord record);

        /** The records of whatever types that references point to, read at once. */
        List<CrmRecord> findAll(Set<AnyRef> refs);
    }
}
