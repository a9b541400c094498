package org.clientele.duplicates;

import java.util.ArrayList;
import java.util.List;

/**
 * Compares only what has a key in common, and of a key that too many have nothing: the work grows with the records and not
 * with their pairs. A key and its entry are one number, so that sorting the numbers brings together what belongs together.
 */
final class Blocks {

    private final Column column;
    private final int most;
    private final int entryBits;
    private final Numbers keys = new Numbers();

    /** Takes two records with entries that agree. */
    interface Pairs {
        void add(int one, int other);
    }

    /** Takes the entries of a key that too many have. */
    interface TooLarge {
        void add(List<Integer> entries);
    }

    /**
     * The blocks of a column.
     *
     * @param most the most entries of a key that are compared
     */
    Blocks(Column column, int most) {
        this.column = column;
        this.most = most;
        this.entryBits = Long.SIZE - Long.numberOfLeadingZeros(column.entries());
        column.keys((hash, entry) -> keys.add((hash << entryBits) | entry));
        keys.sort();
    }

    void each(Pairs pairs, TooLarge tooLarge) {
        int from = 0;
        for (int to = 1; to <= keys.size(); to++) {
            if (to == keys.size() || keys.get(to) >>> entryBits != keys.get(from) >>> entryBits) {
                if (to - from > most) {
                    tooLarge.add(entries(from, to));
                } else if (to - from > 1) {
                    compare(from, to, pairs);
                }
                from = to;
            }
        }
    }

    private List<Integer> entries(int from, int to) {
        List<Integer> entries = new ArrayList<>(to - from);
        for (int at = from; at < to; at++) {
            entries.add(entry(at));
        }
        return entries;
    }

    private int entry(int at) {
        return (int) (keys.get(at) & ((1L << entryBits) - 1));
    }

    private void compare(int from, int to, Pairs pairs) {
        int[] block = new int[to - from];
        for (int at = from; at < to; at++) {
            block[at - from] = entry(at);
        }
        column.agreeing(block, (one, other) -> {
            if (column.record(one) != column.record(other)) {
                pairs.add(column.record(one), column.record(other));
            }
        });
    }
}
