package org.clientele.duplicates;

import java.util.Arrays;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * How similar two texts are, by the letters that have to be exchanged, added or left out to make one of the other
 * (Levenshtein's distance): 1 less that number for each letter of the longer text. 1 when they are equal. Of long texts the
 * first 256 letters are compared.
 *
 * @param least how similar they must be to be called similar at all, from 0.5 to 1
 */
record Similarity(double least) {

    /** How many letters of a text are compared. */
    static final int LONGEST = 256;

    /** So that 0.9 of ten letters is nine of them, whatever the product is rounded to. */
    private static final double ROUNDING = 1e-9;

    Similarity {
        if (!(least >= 0.5 && least <= 1)) {
            throw new IllegalArgumentException("texts that are similar to at least " + least
                    + " may have less than half of their letters in common; give from 0.5 to 1");
        }
    }

    /** The most letters by which two texts may differ of which the longer has this many. */
    int mostApart(int length) {
        return (int) Math.floor((1 - least) * length + ROUNDING);
    }

    /** How similar they are; 0 when that is less than the least. */
    double of(String one, String other) {
        char[] text = (compared(one) + compared(other)).toCharArray();
        int first = Math.min(one.length(), LONGEST);
        return of(text, 0, first, first, text.length);
    }

    private static String compared(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /**
     * The same of two parts of a text, each from its first place to the one after its last. What both begin and end with is
     * passed over.
     */
    double of(char[] text, int from, int to, int otherFrom, int otherTo) {
        int longer = Math.max(to - from, otherTo - otherFrom);
        int most = mostApart(longer);
        if (Math.abs((to - from) - (otherTo - otherFrom)) > most) {
            return 0;
        }
        int differs = Arrays.mismatch(text, from, to, text, otherFrom, otherTo);
        if (differs < 0) {
            return 1;
        }
        int a = from + differs;
        int b = otherFrom + differs;
        int aEnd = to;
        int bEnd = otherTo;
        while (aEnd > a && bEnd > b && text[aEnd - 1] == text[bEnd - 1]) {
            aEnd--;
            bEnd--;
        }
        int apart = apart(text, a, aEnd, b, bEnd, most);
        return apart > most ? 0 : 1 - (double) apart / longer;
    }

    private static int apart(char[] text, int a, int aEnd, int b, int bEnd, int most) {
        if (a == aEnd || b == bEnd) {
            return aEnd - a + bEnd - b;
        }
        int apart = new LevenshteinDistance(most).apply(new String(text, a, aEnd - a), new String(text, b, bEnd - b));
        return apart < 0 ? most + 1 : apart;
    }
}
