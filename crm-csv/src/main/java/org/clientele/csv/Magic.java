package org.clientele.csv;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Files of other kinds that are taken for CSV now and then, by their first bytes. */
enum Magic {
    ZIP("is a zip archive or a workbook (.xlsx, .ods)", "unpack it, or save the sheet as CSV", "PK\u0003\u0004"),
    EMPTY_ZIP("is an empty zip archive", "give the CSV file itself", "PK\u0005\u0006"),
    OLD_WORKBOOK("is a workbook (.xls)", "save the sheet as CSV", "\u00D0\u00CF\u0011\u00E0"),
    GZIP("is compressed by gzip", "let its name end in .gz, or unpack it", "\u001F\u008B"),
    PDF("is a PDF", "save the table that it was made of as CSV", "%PDF-");

    /** How many bytes it takes to tell. */
    static final int BYTES = 8;

    private final String what;
    private final String mend;
    /** The first bytes, a character each. */
    private final String first;

    Magic(String what, String mend, String first) {
        this.what = what;
        this.mend = mend;
        this.first = first;
    }

    /** The kind that a file with these first bytes is of; empty when of none. */
    static Optional<Magic> of(byte[] head) {
        String begins = new String(head, StandardCharsets.ISO_8859_1);
        return Arrays.stream(values())
                .filter(kind -> begins.startsWith(kind.first))
                .findFirst();
    }

    /** What to say of a file of this kind. */
    String sentence(String file) {
        return file + " " + what + ", not CSV; " + mend;
    }
}
