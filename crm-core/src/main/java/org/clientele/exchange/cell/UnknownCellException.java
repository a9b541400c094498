package org.clientele.exchange.cell;

/** A cell means nothing that is known; a codec may be told to take that for no value. */
final class UnknownCellException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    UnknownCellException(String sentence) {
        super(sentence);
    }
}
