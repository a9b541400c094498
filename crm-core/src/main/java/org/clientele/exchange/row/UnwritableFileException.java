package org.clientele.exchange.row;

import org.clientele.model.CrmException;
import org.jspecify.annotations.Nullable;

/** A file can not be written, or could not be read again if it were. What was at its place before is still there. */
public final class UnwritableFileException extends CrmException {

    private static final long serialVersionUID = 1L;

    public UnwritableFileException(String sentence) {
        super(sentence);
    }

    public UnwritableFileException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
