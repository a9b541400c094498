package org.clientele.exchange.form;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.clientele.exchange.cell.Codec;
import org.clientele.exchange.cell.Column;
import org.clientele.property.Property;
import org.clientele.property.Traits;
import org.jspecify.annotations.Nullable;

/**
 * A property, and how it stands in a row: what an import reads and an export writes. Immutable and thread-safe.
 *
 * @param <R> the type that has the property
 * @param <V> the values
 */
public final class Field<R, V> {

    private final List<String> titles;
    private final Property<? super R, V> property;
    private final Form<V> form;

    /**
     * A property in this form.
     *
     * @param titles what its columns are called, or begin with; all are read, the first is written
     */
    Field(List<String> titles, Property<? super R, V> property, Form<V> form) {
        this.titles = List.copyOf(titles);
        this.property = property;
        this.form = form;
    }

    /** A property in one cell, under one of these titles. */
    public static <R, V> Field<R, V> of(List<String> titles, Property<? super R, V> property, Codec<V> codec) {
        return new Field<>(titles, property, new CellForm<>(codec));
    }

    /** What a column holds. */
    public static <R, V> Field<R, V> of(Column<R, V> column) {
        return of(List.of(column.title()), column.property(), column.codec());
    }

    /** A property under the title that it has by convention, its label or its name. */
    static <R, V> Field<R, V> of(Property<? super R, V> property, Form<V> form) {
        Set<String> titles = new LinkedHashSet<>();
        titles.add(titleOf(property));
        titles.add(property.label());
        titles.add(property.name());
        return new Field<>(List.copyOf(titles), property, form);
    }

    /** The title that a property has by convention. */
    static String titleOf(Property<?, ?> property) {
        return property.trait(Traits.ColumnTitle.class)
                .map(Traits.ColumnTitle::text)
                .orElseGet(property::label);
    }

    List<String> titles() {
        return titles;
    }

    Form<V> form() {
        return form;
    }

    /** The property that stands there. */
    public Property<? super R, V> property() {
        return property;
    }

    /** What its column is called, or its columns begin with. */
    public String title() {
        return titles.get(0);
    }

    Form.@Nullable Reading<V> reading(Binding file) {
        return form.reading(titles, file);
    }

    /** The same, as a part of what has one of these titles. */
    Form.@Nullable Reading<V> readingBelow(List<String> wholes, Binding file) {
        return form.reading(below(wholes, titles), file);
    }

    /** The titles of parts. */
    static List<String> below(List<String> wholes, List<String> parts) {
        List<String> all = new ArrayList<>(wholes.size() * parts.size());
        wholes.forEach(whole -> parts.forEach(part -> all.add(whole + " " + part)));
        return all;
    }

    /** The titles of the columns that one value is written to. */
    public List<String> writtenTitles() {
        List<String> all = new ArrayList<>();
        form.writing().addTitles(title(), all);
        return all;
    }

    /** The first of these. */
    public String firstTitle() {
        return writtenTitles().get(0);
    }
}
