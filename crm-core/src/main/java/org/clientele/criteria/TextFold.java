package org.clientele.criteria;

import java.util.Locale;

/** The one way in which texts are made comparable: lower case, independent of any language. */
public final class TextFold {

    private TextFold() {}

    /** The text as it is compared. */
    public static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
