package org.clientele.exchange.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.clientele.exchange.cell.Inquiries;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.MoneyProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.Property;
import org.clientele.store.Records;

/** The rows that records are written to, in one file: titles and cells, once it is measured how many there are. For one thread. */
public final class RowWriting<R extends CrmRecord> {

    private final Optional<String> idTitle;
    private final Inquiries inquiries;
    private final List<Place<R, ?>> places = new ArrayList<>();

    /**
     * The rows of a type's records.
     *
     * @param idTitle the title of the column of identities, which is the first; empty when there is none
     */
    public RowWriting(EntityType<R> type, Optional<String> idTitle, List<Field<R, ?>> fields) {
        this.inquiries = new Inquiries(type, List.of());
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

        void addCells(R record, Inquiries inquiries, List<String> cells) {
            writing.addCells(property.get(record), inquiries, cells);
        }
    }

    /** From now on, records that are named are looked for within this transaction. */
    public void within(Records records) {
        inquiries.within(records, () -> {});
    }

    /** Whether records have to be measured before there are titles. */
    public boolean isMeasured() {
        return places.stream().anyMatch(place -> place.writing.isMeasured());
    }

    /** Takes care that there are columns enough for a record. */
    public void measure(R record) {
        places.forEach(place -> place.measure(record));
    }

    /** The titles of all columns, in their order. */
    public List<String> titles() {
        List<String> titles = new ArrayList<>();
        idTitle.ifPresent(titles::add);
        places.forEach(place -> place.writing.addTitles(place.title, titles));
        return titles;
    }

    /** The places of the columns that hold numbers. */
    public Set<Integer> numbers() {
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

    /** The cells of a record, one for each title. */
    public List<String> cells(R record) {
        List<String> cells = new ArrayList<>();
        idTitle.ifPresent(title -> cells.add(record.getId().toString()));
        places.forEach(place -> place.addCells(record, inquiries, cells));
        return cells;
    }
}
