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

    void clear() {
        size = 0;
    }

    void sort() {
        Arrays.sort(numbers, 0, size);
    }

    /** The numbers in order, none twice. */
    long[] distinct() {
        sort();
        return Arrays.stream(numbers, 0, size).distinct().toArray();
    }
}
