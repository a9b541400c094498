package org.clientele.tag;

import org.clientele.model.CrmException;

/** A tag was to be given a name that is in use. Nothing was done. */
public final class TagTakenException extends CrmException {

    private static final long serialVersionUID = 1L;

    public TagTakenException(String from, String to) {
        super("the tag '" + from + "' can not be renamed to '" + to + "', which records carry already;"
                + " make one of the two by merge(\"" + to + "\", \"" + from + "\")");
    }
}
