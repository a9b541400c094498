package org.clientele.exchange.job;

import org.clientele.model.CrmException;

/**
 * An import is further than it knows: somebody else goes on with it at the same time, or a commit was kept though the store
 * reported that it was lost. Nothing of the rows at hand was written.
 */
public final class OvertakenImportException extends CrmException {

    private static final long serialVersionUID = 1L;

    OvertakenImportException(String source) {
        super("the import of " + source + " has gone on meanwhile, by somebody else or by a commit of its own that was"
                + " reported as lost; see that nobody else runs it, and run it again to go on from there");
    }
}
