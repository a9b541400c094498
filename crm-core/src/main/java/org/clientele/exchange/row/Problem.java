package org.clientele.exchange.row;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing for which a row was refused.
 *
 * @param column the title of the column at fault; null when it is the row as a whole
 * @param value the cell as it stands there; null when there is none
 * @param sentence what is wrong, and the mend
 */
public record Problem(@Nullable String column, @Nullable String value, String sentence) {

    public Problem {
        Objects.requireNonNull(sentence, "sentence");
    }

    /** Column and sentence. */
    @Override
    public String toString() {
        return column == null ? sentence : column + ": " + sentence;
    }
}
