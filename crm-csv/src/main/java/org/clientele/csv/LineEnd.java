package org.clientele.csv;

/** What ends a line. */
enum LineEnd {
    CR_LF("CR LF"),
    LF("LF"),
    CR("CR");

    private final String label;

    LineEnd(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }
}
