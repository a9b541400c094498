package org.clientele.exchange.row;

import org.clientele.model.CrmException;
import org.jspecify.annotations.Nullable;

/** A file can not be imported as it is, whatever is in its rows. */
public final class UnreadableFileException extends CrmException {

    private static final long serialVersionUID = 1L;

    public UnreadableFileException(String sentence) {
        super(sentence);
    }

    public UnreadableFileException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
