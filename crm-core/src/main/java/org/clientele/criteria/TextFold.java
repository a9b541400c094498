package org.clientele.criteria;

import java.util.Locale;

/**
 * The one way in which texts are made comparable: lower case, independent of any language. Databases lower the Greek final
 * sigma and the Turkish letters I, with and without dot, in more than one way; here each has one form, so that every store
 * can agree on it.
 */
public final class TextFold {

    private static final char FINAL_SIGMA = '\u03C2';
    private static final char SIGMA = '\u03C3';
    private static final char DOTLESS_I = '\u0131';
    private static final String DOTTED_I = "i\u0307";

    private TextFold() {}

    /** The text as it is compared. */
    public static String fold(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace(FINAL_SIGMA, SIGMA)
                .replace(DOTTED_I, "i")
                .replace(DOTLESS_I, 'i');
    }
}
