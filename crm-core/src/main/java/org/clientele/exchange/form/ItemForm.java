package org.clientele.exchange.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clientele.exchange.cell.Inquiries;
import org.clientele.exchange.row.Problem;
import org.clientele.exchange.row.Row;
import org.clientele.property.ItemType;
import org.clientele.property.Property;
import org.jspecify.annotations.Nullable;

/** An item: its parts, each below a title of its own. */
record ItemForm<I>(ItemType<I> type, List<Field<I, ?>> parts) implements Form<I> {

    ItemForm {
        parts = List.copyOf(parts);
    }

    @Override
    public @Nullable Reading<I> reading(List<String> titles, Binding file) {
        List<Part<I, ?>> read = new ArrayList<>();
        List<Property<? super I, ?>> absent = new ArrayList<>();
        for (Field<I, ?> part : parts) {
            Part<I, ?> one = part(part, titles, file);
            if (one == null) {
                absent.add(part.property());
            } else {
                read.add(one);
            }
        }
        return read.isEmpty() ? null : new Read<>(type, read, absent);
    }

    private static <I, V> @Nullable Part<I, V> part(Field<I, V> field, List<String> titles, Binding file) {
        Reading<V> reading = field.readingBelow(titles, file);
        return reading == null ? null : new Part<>(field.property(), reading);
    }

    private record Part<I, V>(Property<? super I, V> property, Form.Reading<V> reading) {

        @SuppressWarnings("unchecked") // an item's properties are its very own
        void put(ItemType.Values<I> values, Row row, Inquiries inquiries, List<Problem> problems) {
            if (!reading.isEmpty(row)) {
                V value = reading.read(row, inquiries, problems);
                values.put((Property<I, V>) property, value == null ? null : reading.onto(null, value, row));
            }
        }
    }

    private record Read<I>(ItemType<I> type, List<Part<I, ?>> parts, List<Property<? super I, ?>> absent)
            implements Reading<I> {

        @Override
        public int[] columns() {
            return parts.stream()
                    .map(part -> part.reading.columns())
                    .flatMapToInt(Arrays::stream)
                    .toArray();
        }

        @Override
        public boolean isEmpty(Row row) {
            return parts.stream().allMatch(part -> part.reading.isEmpty(row));
        }

        @Override
        public @Nullable I read(Row row, Inquiries inquiries, List<Problem> problems) {
            ItemType.Values<I> values = new ItemType.Values<>();
            int faults = problems.size();
            parts.forEach(part -> part.put(values, row, inquiries, problems));
            if (problems.size() > faults) {
                return null;
            }
            try {
                return type.make(values);
            } catch (IllegalArgumentException bad) {
                problems.add(new Problem(null, null, type.name() + ": " + bad.getMessage()));
                return null;
            }
        }

        @Override
        public boolean isPartial() {
            return !absent.isEmpty();
        }

        @Override
        public I onto(@Nullable I before, I value, Row row) {
            I whole = value;
            if (before != null) {
                for (Property<? super I, ?> property : absent) {
                    whole = kept(property, before, whole);
                }
            }
            return whole;
        }

        @SuppressWarnings("unchecked") // an item's properties are its very own
        private <V> I kept(Property<? super I, V> property, I before, I value) {
            return type.with(value, (Property<I, V>) property, property.get(before));
        }
    }

    @Override
    public Writing<I> writing() {
        List<Written<I, ?>> written = new ArrayList<>();
        parts.forEach(part -> written.add(written(part)));
        return new AllWritten<>(written);
    }

    private static <I, V> Written<I, V> written(Field<I, V> part) {
        return new Written<>(part.title(), part.property(), part.form().writing());
    }

    private record Written<I, V>(String title, Property<? super I, V> property, Form.Writing<V> writing) {

        void measure(I item) {
            writing.measure(property.get(item));
        }

        void addCells(@Nullable I item, Inquiries inquiries, List<String> cells) {
            writing.addCells(item == null ? null : property.get(item), inquiries, cells);
        }
    }

    private record AllWritten<I>(List<Written<I, ?>> parts) implements Writing<I> {

        @Override
        public boolean isMeasured() {
            return parts.stream().anyMatch(part -> part.writing.isMeasured());
        }

        @Override
        public void measure(@Nullable I item) {
            if (item != null) {
                parts.forEach(part -> part.measure(item));
            }
        }

        @Override
        public void addTitles(String title, List<String> titles) {
            parts.forEach(part -> part.writing.addTitles(title + " " + part.title, titles));
        }

        @Override
        public void addCells(@Nullable I item, Inquiries inquiries, List<String> cells) {
            parts.forEach(part -> part.addCells(item, inquiries, cells));
        }
    }
}
