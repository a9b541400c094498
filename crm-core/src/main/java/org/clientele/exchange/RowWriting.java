package org.clientele.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.clientele.model.CrmRecord;
import org.clientele.property.MoneyProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.Property;

/** The rows that records are written to, in one file. For one thread. */
final class RowWriting<R extends CrmRecord> {

    private final Optional<String> idTitle;
    private final List<Place<R, ?>> places = new ArrayList<>();

    RowWriting(Optional<String> idTitle, List<Field<R, ?>> fields) {
        this.idTitle = idTitle;
        fields.forEach(field -> places.add(place(field)));
    }

    private static <R, V> Place<R, V> place(Field<R, V> field) {
        return new Place<>(field.title(), field.property(), field.form().writing());
    }

    /** The columns of one property. */
    private record Place<R, V>(String title, Property<? super R, V> property, Form.Writing<V> writing) {

        void measure(R record) {
            writing.measure(property.get(record));
        }

        void addCells(R record, Lookups lookups, List<String> cells) {
            writing.addCells(property.get(record), lookups, cells);
        }
    }

    /** Whether records have to be measured before there are titles. */
    boolean isMeasured() {
        return places.stream().anyMatch(place -> place.writing.isMeasured());
    }

    /** Takes care that there are columns enough for a record. */
    void measure(R record) {
        places.forEach(place -> place.measure(record));
    }

    List<String> titles() {
        List<String> titles = new ArrayList<>();
        idTitle.ifPresent(titles::add);
        places.forEach(place -> place.writing.addTitles(place.title, titles));
        return titles;
    }

    /** The places of the columns that hold numbers. */
    Set<Integer> numbers() {
        Set<Integer> numbers = new HashSet<>();
        List<String> titles = new ArrayList<>();
        idTitle.ifPresent(titles::add);
        for (Place<R, ?> place : places) {
            int first = titles.size();
            place.writing.addTitles(place.title, titles);
            if (place.property instanceof NumberProperty<?, ?> || place.property instanceof MoneyProperty<?>) {
                IntStream.range(first, titles.size()).forEach(numbers::add);
            }
        }
        return numbers;
    }

    List<String> cells(R record, Lookups lookups) {
        List<String> cells = new ArrayList<>();
        idTitle.ifPresent(title -> cells.add(record.getId().toString()));
        places.forEach(place -> place.addCells(record, lookups, cells));
        return cells;
    }
}
