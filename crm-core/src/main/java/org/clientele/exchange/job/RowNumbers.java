package org.clientele.exchange.job;

import java.util.BitSet;
import java.util.StringJoiner;
import org.clientele.exchange.row.Row;

/** Numbers of rows, in their order; a bit for each row up to the last of them, and as a text a few characters for each stretch. */
final class RowNumbers {

    private final BitSet numbers = new BitSet();

    static RowNumbers of(Iterable<Row> rows) {
        RowNumbers numbers = new RowNumbers();
        rows.forEach(row -> numbers.add(row.number()));
        return numbers;
    }

    /** As {@link #toString} writes them. */
    static RowNumbers read(String text) {
        RowNumbers read = new RowNumbers();
        for (String stretch : text.isEmpty() ? new String[0] : text.split(" ")) {
            int hyphen = stretch.indexOf('-');
            int first = Integer.parseInt(hyphen < 0 ? stretch : stretch.substring(0, hyphen));
            int last = hyphen < 0 ? first : Integer.parseInt(stretch.substring(hyphen + 1));
            read.numbers.set(first, last + 1);
        }
        return read;
    }

    void add(long number) {
        numbers.set(Math.toIntExact(number));
    }

    void remove(long number) {
        if (contains(number)) {
            numbers.clear((int) number);
        }
    }

    void removeUpTo(long number) {
        numbers.clear(0, Math.toIntExact(number) + 1);
    }

    void addAll(RowNumbers others) {
        numbers.or(others.numbers);
    }

    void removeAll(RowNumbers others) {
        numbers.andNot(others.numbers);
    }

    boolean contains(long number) {
        return number <= last() && numbers.get((int) number);
    }

    boolean isEmpty() {
        return numbers.isEmpty();
    }

    int size() {
        return numbers.cardinality();
    }

    /** The last of them; 0 when there are none. */
    long last() {
        return Math.max(0, numbers.length() - 1);
    }

    RowNumbers copy() {
        RowNumbers copy = new RowNumbers();
        copy.addAll(this);
        return copy;
    }

    /** Stretches by first and last: "3 7-12". */
    @Override
    public String toString() {
        StringJoiner stretches = new StringJoiner(" ");
        for (int first = numbers.nextSetBit(0); first >= 0; ) {
            int end = numbers.nextClearBit(first);
            stretches.add(end == first + 1 ? String.valueOf(first) : first + "-" + (end - 1));
            first = numbers.nextSetBit(end);
        }
        return stretches.toString();
    }
}
