package org.clientele.exchange.work;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.clientele.criteria.Criterion;
import org.clientele.exchange.form.EmptyCells;
import org.clientele.exchange.form.Field;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a file become records: what a layout came to once the host has said all. Immutable.
 *
 * @param <R> the type of the records
 * @param columns what is read
 * @param matching how the record of a row is found by what was read
 * @param onMatch what happens when a record matches
 * @param changeable which records may be changed; all when it is empty
 * @param completion what is set besides
 */
public record RowPlan<R extends CrmRecord>(
        EntityType<R> type,
        Columns<R> columns,
        Matching<R> matching,
        OnMatch onMatch,
        Optional<Criterion<R>> changeable,
        Completion<R> completion) {

    /**
     * Which columns a file has.
     *
     * @param idTitle the title of the column of identities; null when there is none
     * @param needsId whether a file needs that column
     * @param named the fields that the layout names itself
     * @param conventional those that are there by convention
     * @param ignored titles that no field takes
     * @param ignoresUnknown whether there may be others
     * @param emptyCells what an empty cell means
     */
    public record Columns<R>(
            @Nullable String idTitle,
            boolean needsId,
            List<Field<R, ?>> named,
            List<Field<R, ?>> conventional,
            Set<String> ignored,
            boolean ignoresUnknown,
            EmptyCells emptyCells) {

        public Columns {
            named = List.copyOf(named);
            conventional = List.copyOf(conventional);
            ignored = Collections.unmodifiableSet(new LinkedHashSet<>(ignored));
        }
    }

    /**
     * What a record is given besides its columns.
     *
     * @param constants set the same values in every row
     * @param derivations complete the record afterwards
     */
    public record Completion<R>(List<Consumer<R>> constants, List<BiConsumer<ImportedRow, R>> derivations) {

        public Completion {
            constants = List.copyOf(constants);
            derivations = List.copyOf(derivations);
        }
    }
}
