package org.clientele.exchange.form;

import java.util.List;
import org.clientele.exchange.cell.Inquiries;
import org.clientele.exchange.row.Problem;
import org.clientele.exchange.row.Row;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a property stand in a row: in one cell, or in several that have titles of their own. Immutable and
 * thread-safe; it is laid over the columns of one file before values are read or written.
 *
 * @param <V> the values
 */
interface Form<V> {

    /**
     * How values are read by those columns that a file has; null when it has none of them.
     *
     * @param titles what the columns may be called, or begin with; the usual title first
     */
    @Nullable
    Reading<V> reading(List<String> titles, Binding file);

    /** How values are written to one file. */
    Writing<V> writing();

    /** Values are read from the rows of one file. Immutable. */
    interface Reading<V> {

        /** Where the cells are. */
        int[] columns();

        /** Whether all cells of a row are empty. */
        boolean isEmpty(Row row);

        /** The value; null when there is none, or when it can not be read: then problems are added. */
        @Nullable
        V read(Row row, Inquiries inquiries, List<Problem> problems);

        /** Whether the file lacks columns, so that a part of what is there already is to stay. */
        default boolean isPartial() {
            return false;
        }

        /** What is to become of the value that is there already when a row gives another. */
        default V onto(@Nullable V before, V value, Row row) {
            return value;
        }
    }

    /** Values are written to the rows of one file; how many columns they take is measured first. For one thread. */
    interface Writing<V> {

        /** Whether how many columns there are hangs on the values. */
        default boolean isMeasured() {
            return false;
        }

        /** Takes care that this value has columns enough. */
        default void measure(@Nullable V value) {}

        /** Adds the titles of the columns, in their order. */
        void addTitles(String title, List<String> titles);

        /** Adds the cells of a value, as many as there are titles. */
        void addCells(@Nullable V value, Inquiries inquiries, List<String> cells);
    }
}
