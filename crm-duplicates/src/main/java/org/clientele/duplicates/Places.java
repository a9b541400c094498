package org.clientele.duplicates;

import java.util.Arrays;

/** Small numbers one after another, as compact as an array. */
final class Places {

    private static final int FEW = 16;

    private int[] places = new int[FEW];
    private int size;

    void add(int place) {
        if (size == places.length) {
            places = Arrays.copyOf(places, Numbers.grown(size));
        }
        places[size++] = place;
    }

    int get(int at) {
        return places[at];
    }

    int size() {
        return size;
    }
}
