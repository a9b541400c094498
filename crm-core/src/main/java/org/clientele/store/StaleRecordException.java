package org.clientele.store;

import org.clientele.model.CrmException;
import org.jspecify.annotations.Nullable;

/** A record was to be written that somebody else has changed or deleted since it was read. Nothing was written. */
public final class StaleRecordException extends CrmException {

    private static final long serialVersionUID = 1L;

    /**
     * @param record the record as a person knows it
     * @param given the version that the writer had read
     * @param stored the version that is stored; null when the record is gone
     */
    public StaleRecordException(String record, @Nullable Long given, @Nullable Long stored) {
        super(record + " was read in version " + given + ", but "
                + (stored == null ? "is gone" : "is stored in version " + stored)
                + "; read it again and repeat the change");
    }

    /** For stores that can not tell the stored version. */
    public StaleRecordException(String record, Throwable cause) {
        super(
                record
                        + " was changed or deleted by somebody else since it was read; read it again and repeat the change",
                cause);
    }

    private StaleRecordException(String sentence) {
        super(sentence);
    }

    /** For changes of many records at once, when they are no longer those that were read. */
    public static StaleRecordException amongMany(String record) {
        return new StaleRecordException(
                record + " was changed by somebody else meanwhile; read again and repeat the change");
    }
}
