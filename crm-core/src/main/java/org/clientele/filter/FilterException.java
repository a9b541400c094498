package org.clientele.filter;

import org.clientele.model.CrmException;

/** A text is no filter. The sentence says what is wrong with it, where, and what would do. */
public final class FilterException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final int position;

    FilterException(int position, String sentence) {
        super("at character " + position + ": " + sentence);
        this.position = position;
    }

    /** The character at which the fault begins, from 1; one after the last when the text ends too early. */
    public int position() {
        return position;
    }
}
