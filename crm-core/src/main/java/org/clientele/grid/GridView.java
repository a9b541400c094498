package org.clientele.grid;

import java.util.List;
import java.util.Objects;

/**
 * How a grid is looked at: which records, in which order, which columns. Names are those of properties, so that it can be
 * stored and outlives a change of titles. Immutable and thread-safe.
 *
 * @param name what a person calls it
 * @param filter as {@link org.clientele.filter.Filter} reads it; empty for all records of the grid
 * @param order empty for the grid's own
 * @param columns the names of those that are shown, in their order; empty for the grid's own
 * @param size records on a page, from 1
 */
public record GridView(String name, String filter, List<Step> order, List<String> columns, int size) {

    /** Records on a page unless something else is chosen, as in the reference. */
    public static final int SIZE = 25;

    /** A step of an order: the name of a property, and whether the smallest comes first. */
    public record Step(String column, boolean ascending) {

        public Step {
            Objects.requireNonNull(column, "column");
        }
    }

    /** IllegalArgumentException when the name is blank or a page would hold nothing. */
    public GridView {
        order = List.copyOf(order);
        columns = List.copyOf(columns);
        if (name.isBlank()) {
            throw new IllegalArgumentException("a view of a grid has no name; give one");
        } else if (size < 1) {
            throw new IllegalArgumentException("view '" + name + "' has pages of " + size + "; show 1 record at least");
        }
    }

    /** The view of all records in the grid's own order and columns. */
    public static GridView named(String name) {
        return new GridView(name, "", List.of(), List.of(), SIZE);
    }

    /** This view under another name. */
    public GridView as(String other) {
        return new GridView(other, filter, order, columns, size);
    }

    /** This view of other records. */
    public GridView where(String text) {
        return new GridView(name, text, order, columns, size);
    }

    /** This view in an order of these steps. */
    public GridView orderBy(Step... steps) {
        return new GridView(name, filter, List.of(steps), columns, size);
    }

    /** This view with these columns. */
    public GridView show(String... names) {
        return new GridView(name, filter, order, List.of(names), size);
    }

    /** This view with so many records on a page. */
    public GridView pagesOf(int records) {
        return new GridView(name, filter, order, columns, records);
    }
}
