package org.clientele.exchange.cell;

import java.util.Optional;
import org.clientele.exchange.row.Row;

/**
 * A look at a whole column for a codec that can not tell from one cell alone how all are to be read. For one column of one
 * file.
 *
 * @param <V> the values of the column
 */
public final class Look<V> {

    private final Codec<V> codec;
    private final Study<Codec.Reader<V>> study;

    private Look(Codec<V> codec, Study<Codec.Reader<V>> study) {
        this.codec = codec;
        this.study = study;
    }

    /** The look that a codec needs; empty when it needs none. */
    public static <V> Optional<Look<V>> of(Codec<V> codec) {
        return codec.study().map(study -> new Look<>(codec, study));
    }

    /** Looks at a cell. */
    public void at(Row row, String cell) {
        study.look(row, cell);
    }

    /** The codec once all cells were looked at; IllegalArgumentException with a sentence when they do not tell. */
    public Codec<V> settled() {
        return codec.settled(study);
    }
}
