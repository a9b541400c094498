package org.clientele.duplicates;

import java.util.Arrays;

/** Numbers one after another, as compact as an array; grows by half. */
final class Numbers {

    private static final int FEW = 16;

    private long[] numbers = new long[FEW];
    private int size;

    void add(long number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, grown(size));
        }
        numbers[size++] = number;
    }

    /** The capacity that follows; IllegalStateException when no array can have it. */
    static int grown(int size) {
        int grown = (int) Math.min(Integer.MAX_VALUE - 8L, size + (size >> 1) + 1L);
        if (grown <= size) {
            throw new IllegalStateException("more values than one search for duplicates can hold, " + size
                    + "; search in parts, by conditions of the selection");
        }
        return grown;
    }

    long get(int at) {
        return numbers[at];
    }

    int size() {
        return size;
    }

    void sort() {
        Arrays.sort(numbers, 0, size);
    }

    /** Puts the numbers in order, and each of several equal ones away but one. */
    void sortDistinct() {
        sort();
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (kept == 0 || numbers[i] != numbers[kept - 1]) {
                numbers[kept++] = numbers[i];
            }
        }
        size = kept;
    }
}
