package org.clientele.sync;

import org.clientele.model.CrmException;

/** Says that a remote does not take one record, with the reason. A connector throws it. */
public final class RemoteRefusalException extends CrmException {

    private static final long serialVersionUID = 1L;

    /** With a sentence that names the remote and what it said. */
    public RemoteRefusalException(String sentence) {
        super(sentence);
    }
}
