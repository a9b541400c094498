package org.clientele.duplicates;

import java.util.Arrays;

/** Texts that begin or end alike. Most that are not similar are told apart by which letters follow, without looking at them again. */
final class Together {

    private static final int LETTERS_OF_ONE = 2;
    private static final int NEIGHBOURS_OF_ONE = 4;

    private final char[] text;
    private final int[] from;
    private final int[] to;
    private final long[] letters;
    private final long[] neighbours;

    /** Texts one behind the other, each from its first place to the one after its last; at least one. */
    Together(char[] text, int[] from, int[] to) {
        this.text = text;
        this.from = from;
        this.to = to;
        this.letters = new long[from.length];
        this.neighbours = new long[from.length];
        int beginning = beginning();
        int end = end(beginning);
        for (int i = 0; i < from.length; i++) {
            letters[i] = Similarity.letters(text, from[i] + beginning, to[i] - end);
            neighbours[i] = Similarity.neighbours(text, from[i] + beginning, to[i] - end);
        }
    }

    private int size(int i) {
        return to[i] - from[i];
    }

    /** How many letters all begin with. */
    private int beginning() {
        int beginning = size(0);
        for (int i = 1; i < from.length; i++) {
            int most = Math.min(beginning, size(i));
            int differs = Arrays.mismatch(text, from[0], from[0] + most, text, from[i], from[i] + most);
            beginning = differs < 0 ? most : differs;
        }
        return beginning;
    }

    /** How many letters all end with, besides those that they begin with. */
    private int end(int beginning) {
        int end = size(0) - beginning;
        for (int i = 1; i < from.length; i++) {
            int most = Math.min(end, size(i) - beginning);
            end = 0;
            while (end < most && text[to[0] - 1 - end] == text[to[i] - 1 - end]) {
                end++;
            }
        }
        return end;
    }

    /** Whether two of the texts are similar. */
    boolean agree(int one, int other, Similarity similarity) {
        int most = similarity.mostApart(Math.max(size(one), size(other)));
        return Long.bitCount(letters[one] ^ letters[other]) <= LETTERS_OF_ONE * most
                && Long.bitCount(neighbours[one] ^ neighbours[other]) <= NEIGHBOURS_OF_ONE * most
                && similarity.of(text, from[one], to[one], from[other], to[other]) > 0;
    }
}
