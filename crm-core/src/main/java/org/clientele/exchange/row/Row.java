package org.clientele.exchange.row;

import java.util.List;

/**
 * One row as it was read.
 *
 * @param number which row of data it is, from 1; the header does not count
 * @param line the line on which it begins, from 1; the header counts. The number again where there are no lines
 * @param cells the texts exactly as they stand there, as many as the row has
 */
public record Row(long number, long line, List<String> cells) {

    public Row {
        cells = List.copyOf(cells);
    }
}
