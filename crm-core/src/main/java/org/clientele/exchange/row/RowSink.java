package org.clientele.exchange.row;

import java.util.List;
import java.util.Set;

/**
 * Something that rows can be written to: a format implements it for its files. The first row is the header. What was
 * written appears as a whole with {@link #finish()}; a sink that is closed without it leaves nothing behind.
 */
public interface RowSink extends AutoCloseable {

    /**
     * Says which columns hold numbers, by their places from 0; called once before the first row, or not at all. For a
     * format that marks texts; others need not care.
     */
    default void numbersIn(Set<Integer> columns) {}

    /**
     * Writes one row.
     *
     * @throws UnwritableFileException when that can not be done
     */
    void write(List<String> cells);

    /** Makes everything written so far appear, in the place of what was there; nothing is written after it. */
    void finish();

    @Override
    void close();
}
