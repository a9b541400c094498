package org.clientele.access;

import org.clientele.model.CrmException;

/** An actor asked for something that no rule allows. Nothing was done. */
public final class AccessDeniedException extends CrmException {

    private static final long serialVersionUID = 1L;

    public AccessDeniedException(String sentence) {
        super(sentence);
    }
}
