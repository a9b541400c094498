package org.clientele.exchange;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.clientele.property.Property;
import org.clientele.property.Traits;
import org.jspecify.annotations.Nullable;

/**
 * A property, and how it stands in a row.
 *
 * @param titles what its columns are called, or begin with; all are read, the first is written
 */
record Field<R, V>(List<String> titles, Property<? super R, V> property, Form<V> form) {

    Field {
        titles = List.copyOf(titles);
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

    String title() {
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
    List<String> writtenTitles() {
        List<String> all = new ArrayList<>();
        form.writing().addTitles(title(), all);
        return all;
    }

    String firstTitle() {
        return writtenTitles().get(0);
    }
}
