package org.clientele.csv;

/** The most that a row may have; a file may have any number of them. */
final class Limits {

    /** Characters of a row, delimiters and quotes included: what an open quote takes in before it is told. */
    static final int CHARACTERS = 16_000_000;

    /** Cells of a row: as many as a sheet of the common spreadsheet programs has. */
    static final int CELLS = 16_384;

    private Limits() {}
}
