package org.clientele.testkit.engine;

import java.util.ArrayList;
import java.util.List;

/** Numbers that a generator threw, one for each decision in making a world; when they run out, they begin again. */
final class Dice {

    private final List<Integer> numbers;
    private int next;

    Dice(List<Integer> numbers) {
        this.numbers = numbers;
    }

    /** A number from 0, below the bound. */
    int below(int bound) {
        int number = numbers.get(next++ % numbers.size());
        return Math.floorMod(number, bound);
    }

    boolean oneIn(int bound) {
        return below(bound) == bound - 1;
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** Some of them, in their order. */
    <T> List<T> some(List<T> choices) {
        List<T> some = new ArrayList<>();
        for (T choice : choices) {
            if (oneIn(2)) {
                some.add(choice);
            }
        }
        return some;
    }
}
