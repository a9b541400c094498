package org.clientele.duplicates;

import java.util.Arrays;

/** Texts that begin or end alike. Most that are not similar are told apart by which letters follow, without looking at them again. */
final class Together {

    private static final int LETTERS_OF_ONE = 2;
    private static final int NEIGHBOURS_OF_ONE = 4;

    /** Parts letters that follow each other in the alphabet. */
    private static final int SPREAD = 23;

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
            letters[i] = letters(from[i] + beginning, to[i] - end);
            neighbours[i] = neighbours(from[i] + beginning, to[i] - end);
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

    /** Which letters occur from one place to another, by their last bits: one that is exchanged changes two of these at most. */
    private long letters(int begin, int end) {
        long found = 0;
        for (int i = begin; i < end; i++) {
            found |= 1L << text[i];
        }
        return found;
    }

    /** Which letters stand side by side, each two by one of 64 bits: one that is exchanged changes four of these at most. */
    private long neighbours(int begin, int end) {
        long found = 0;
        for (int i = begin + 1; i < end; i++) {
            found |= 1L << (text[i - 1] * SPREAD + text[i]);
        }
        return found;
    }
}
