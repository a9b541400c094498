package org.clientele.sync;

import org.clientele.model.CrmException;

/** Says that a remote does not answer now: a time-out, a broken connection. A connector throws it. */
public final class RemoteUnavailableException extends CrmException {

    private static final long serialVersionUID = 1L;

    /** With a sentence that names the remote and what it said. */
    public RemoteUnavailableException(String sentence) {
        super(sentence);
    }
}
