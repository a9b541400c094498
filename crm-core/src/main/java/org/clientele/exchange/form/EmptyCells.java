package org.clientele.exchange.form;

/** What an empty cell means for the property of its column. */
public enum EmptyCells {
    /** Nothing: the property stays as it is. */
    KEEP,
    /** There is to be no value; a required property stays as it is all the same. */
    CLEAR
}
