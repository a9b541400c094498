package org.clientele.exchange.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clientele.exchange.cell.Inquiries;
import org.clientele.exchange.row.Problem;
import org.clientele.exchange.row.Row;
import org.clientele.exchange.row.UnwritableFileException;
import org.jspecify.annotations.Nullable;

/**
 * Columns by number: "Emails 2 Email" (OroCRM documentation, Import: related collections). Any number is read; an element
 * whose cells are all empty is none.
 *
 * @param most how many elements are written; 0 for as many as there are, one at least
 */
record NumberedForm<V, E>(Series<V, E> series, Form<E> element, int most) implements Form<V> {

    NumberedForm(Series<V, E> series, Form<E> element) {
        this(series, element, 0);
    }

    @Override
    public @Nullable Reading<V> reading(List<String> titles, Binding file) {
        List<Numbered<E>> numbered = new ArrayList<>();
        for (int number : file.numbers(titles)) {
            Reading<E> reading = element.reading(
                    titles.stream().map(title -> title + " " + number).toList(), file);
            if (reading != null) {
                numbered.add(new Numbered<>(number, reading));
            }
        }
        return numbered.isEmpty() ? null : new Read<>(series, numbered);
    }

    private record Numbered<E>(int number, Form.Reading<E> reading) {}

    private record Read<V, E>(Series<V, E> series, List<Numbered<E>> numbered) implements Reading<V> {

        @Override
        public int[] columns() {
            return numbered.stream()
                    .map(one -> one.reading.columns())
                    .flatMapToInt(Arrays::stream)
                    .toArray();
        }

        @Override
        public boolean isEmpty(Row row) {
            return numbered.stream().allMatch(one -> one.reading.isEmpty(row));
        }

        @Override
        public V read(Row row, Inquiries inquiries, List<Problem> problems) {
            List<E> elements = new ArrayList<>();
            for (Numbered<E> one : numbered) {
                E element = one.reading.isEmpty(row) ? null : one.reading.read(row, inquiries, problems);
                if (element != null) {
                    elements.add(element);
                }
            }
            return series.of(elements);
        }

        @Override
        public boolean isPartial() {
            return numbered.stream().anyMatch(one -> one.reading.isPartial());
        }

        /** Elements of which the file has no more than a part keep the rest of the one that had their number. */
        @Override
        public V onto(@Nullable V before, V value, Row row) {
            List<E> had = series.elements(before);
            if (had.isEmpty() || !isPartial()) {
                return series.onto(before, value);
            }
            List<E> elements = new ArrayList<>(series.elements(value));
            int next = 0;
            for (Numbered<E> one : numbered) {
                if (next < elements.size() && !one.reading.isEmpty(row)) {
                    if (one.number <= had.size()) {
                        elements.set(next, one.reading.onto(had.get(one.number - 1), elements.get(next), row));
                    }
                    next++;
                }
            }
            return series.onto(before, series.of(elements));
        }
    }

    @Override
    public Writing<V> writing() {
        return new Written<>(series, element.writing(), most);
    }

    private static final class Written<V, E> implements Writing<V> {

        private final Series<V, E> series;
        private final Writing<E> element;
        private final boolean given;
        private int most;

        Written(Series<V, E> series, Writing<E> element, int most) {
            this.series = series;
            this.element = element;
            this.given = most > 0;
            this.most = Math.max(most, 1);
        }

        @Override
        public boolean isMeasured() {
            return !given || element.isMeasured();
        }

        @Override
        public void measure(@Nullable V value) {
            List<E> elements = series.elements(value);
            if (!given) {
                most = Math.max(most, elements.size());
            }
            elements.forEach(element::measure);
        }

        @Override
        public void addTitles(String title, List<String> titles) {
            for (int number = 1; number <= most; number++) {
                element.addTitles(title + " " + number, titles);
            }
        }

        @Override
        public void addCells(@Nullable V value, Inquiries inquiries, List<String> cells) {
            List<E> elements = series.elements(value);
            if (elements.size() > most) {
                throw new UnwritableFileException("a record has " + elements.size() + " where there are columns for "
                        + most + (given ? "; give more" : ", as it was changed meanwhile; export again"));
            }
            for (int i = 0; i < most; i++) {
                element.addCells(i < elements.size() ? elements.get(i) : null, inquiries, cells);
            }
        }
    }
}
