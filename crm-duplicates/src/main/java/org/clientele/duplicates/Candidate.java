package org.clientele.duplicates;

import java.time.Instant;
import java.util.Comparator;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.value.AnyRef;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * A record that may mean the same as others.
 *
 * @param type its very type
 * @param name what a person knows it by
 * @param filled how many properties that somebody enters have a value the actor may see
 */
public record Candidate<R extends CrmRecord>(
        EntityType<? extends R> type,
        Ref<R> ref,
        String name,
        int filled,
        @Nullable Instant createdAt) {

    /** The most complete first, of those the oldest, of those the one with the first identity. */
    public static <R extends CrmRecord> Comparator<Candidate<R>> mostComplete() {
        return Comparator.<Candidate<R>>comparingInt(candidate -> -candidate.filled())
                .thenComparing(Candidate::createdAt, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Candidate::ref);
    }

    /** The record, whatever its type. */
    public AnyRef anyRef() {
        return new AnyRef(type.name(), ref.id());
    }

    @Override
    public String toString() {
        return type + " " + name;
    }
}
