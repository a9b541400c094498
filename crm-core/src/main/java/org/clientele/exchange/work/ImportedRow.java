package org.clientele.exchange.work;

import java.util.List;
import org.clientele.exchange.cell.Codec;
import org.clientele.exchange.cell.Lookups;
import org.clientele.exchange.row.Header;
import org.clientele.exchange.row.Problem;
import org.clientele.exchange.row.Row;
import org.jspecify.annotations.Nullable;

/** A row with its titles and codecs, for what a column alone can not say. Valid while the row is imported. */
public final class ImportedRow {

    private final Header header;
    private final Row row;
    private final Lookups lookups;

    ImportedRow(Header header, Row row, Lookups lookups) {
        this.header = header;
        this.row = row;
        this.lookups = lookups;
    }

    /** Which row of data it is, from 1. */
    public long number() {
        return row.number();
    }

    /** Whether the file has a column with this title. */
    public boolean has(String title) {
        return header.find(title).isPresent();
    }

    /** The cell as it stands in the column with this title; IllegalArgumentException when there is no such column. */
    public String cell(String title) {
        int index = header.find(title)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no column '" + title + "', but " + header + "; use one of these"));
        return row.cells().get(index);
    }

    /** The value of a cell; null when it is empty. A cell that can not be read refuses the row. */
    public <V> @Nullable V value(String title, Codec<V> codec) {
        String cell = cell(title);
        try {
            return codec.read(cell, lookups);
        } catch (IllegalArgumentException bad) {
            throw new RefusedRowException(List.of(new Problem(title, cell, String.valueOf(bad.getMessage()))));
        }
    }
}
