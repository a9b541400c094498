package org.clientele.store;

import org.clientele.model.CrmException;
import org.jspecify.annotations.Nullable;

/** A record was to be written that somebody else has changed or deleted since it was read. Nothing was written. */
public final class StaleRecordException extends CrmException {

    private static final long serialVersionUID = 1L;

    /**
     * @param record the record as a person knows it
     * @param given the version that the writer had read; null for a record that was never read
     * @param stored the version that is stored; null when the record is gone
     */
    public StaleRecordException(String record, @Nullable Long given, @Nullable Long stored) {
        super(
                given == null && stored == null
                        ? record + " was never saved; save it first, or leave it out"
                        : record + " was read in version " + given + ", but "
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

    /** For a record that something was to point to and that is gone. */
    public static StaleRecordException gone(String record) {
        return new StaleRecordException(record
                + ", to which a record was to point, was deleted or merged by somebody else meanwhile; read again and let it"
                + " point to another");
    }

    /** For a record that was to go and that something else points to now. */
    public static StaleRecordException pointedTo(String record) {
        return new StaleRecordException(
                record
                        + " was to go, but somebody else has made a record point to it meanwhile; read again and repeat the change");
    }

    /** For changes of many records at once, when they are no longer those that were read. */
    public static StaleRecordException amongMany(String record) {
        return new StaleRecordException(
                record + " was changed by somebody else meanwhile; read again and repeat the change");
    }
}
