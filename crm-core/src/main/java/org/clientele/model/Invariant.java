package org.clientele.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Lookup;
import org.clientele.property.Property;
import org.jspecify.annotations.Nullable;

/**
 * A rule about a whole record.
 *
 * @param <R> the type that it holds for
 * @param about the property at fault, after whose name the objection is to stand; null when it is the record as a whole
 * @param objection what is wrong with the record as it is to be, with the mend: "has no name; give a first or a last name";
 *     empty when the rule holds
 */
public record Invariant<R>(
        @Nullable Property<? super R, ?> about, BiFunction<R, Context<R>, Optional<String>> objection) {

    /**
     * What a rule may look at besides the record.
     *
     * @param <R> the type that the rule holds for
     */
    public interface Context<R> {

        /** The record as it is stored; empty when it is saved for the first time. */
        Optional<R> before();

        /** Who saves or deletes; empty for the system itself. */
        Optional<UUID> actor();

        /** Finds related records. */
        Lookup lookup();

        /** The name of the record's own type, which may extend the one that has the rule. */
        String type();

        /** The names of all types that can have records. */
        Set<String> types();

        /** The names of the types that can have records and are the type of this name or extend it. */
        Set<String> typesBelow(String name);

        /** The records of a class, or of a class below it, that meet a condition, as they are to be, by identity. */
        <S extends CrmRecord> List<S> select(Class<S> recordClass, Criterion<? super S> where);
    }

    /** A rule that always has the same to say when it does not hold. */
    public static <R> Invariant<R> of(String sentence, BiPredicate<R, Context<R>> holds) {
        return new Invariant<>(
                null, (record, context) -> holds.test(record, context) ? Optional.empty() : Optional.of(sentence));
    }
}
