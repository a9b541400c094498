package org.clientele.duplicates;

import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/**
 * How similar two texts are, by the letters that have to be exchanged, added or left out to make one of the other
 * (Levenshtein's distance): 1 less that number for each letter of the longer text. 1 when they are equal.
 *
 * @param least how similar they must be to be called similar at all, from 0.5 to 1
 */
record Similarity(double least) {

    /** So that 0.9 of ten letters is nine of them, whatever the product is rounded to. */
    private static final double ROUNDING = 1e-9;

    private static final int LONGEST = 256;

    Similarity {
        if (!(least >= 0.5 && least <= 1)) {
            throw new IllegalArgumentException("texts that are similar to at least " + least
                    + " may have less than half of their letters in common; give from 0.5 to 1");
        }
    }

    /** The part of a long text that is compared: its first 256 letters. */
    static @Nullable String compared(@Nullable String form) {
        return form == null || form.length() <= LONGEST ? form : form.substring(0, LONGEST);
    }

    /** The most letters by which two texts may differ of which the longer has this many. */
    int mostApart(int length) {
        return (int) Math.floor((1 - least) * length + ROUNDING);
    }

    /** How similar they are; 0 when that is less than the least. */
    double of(CharSequence one, CharSequence other) {
        int longer = Math.max(one.length(), other.length());
        int most = mostApart(longer);
        if (Math.abs(one.length() - other.length()) > most) {
            return 0;
        }
        int apart = new LevenshteinDistance(most).apply(one, other);
        return apart < 0 ? 0 : 1 - (double) apart / longer;
    }
}
