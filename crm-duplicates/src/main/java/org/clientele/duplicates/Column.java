package org.clientele.duplicates;

import java.util.List;
import org.clientele.duplicates.Rule.Formed;
import org.jspecify.annotations.Nullable;

/**
 * What one rule compares of every record that was read, as compact as it can be held. Records are numbers in the order of
 * reading, from 0; a column keeps entries, of which a record has any number, and offers keys: entries that agree have a key
 * in common.
 */
interface Column {

    /** Adds the entries of the next record. */
    void add(int kind, List<Formed> formed);

    /** How far the rule applies to two records; as {@link Rule#agreement}, but for hashes that are the same by chance. */
    double agreement(int one, int other);

    /** Gives all keys, each with its entry. */
    void keys(Keys keys);

    /** The record that an entry belongs to. */
    int record(int entry);

    /** Tells which of these entries agree. */
    void agreeing(int[] entries, Agreeing agreeing);

    /** How many entries there are. */
    int entries();

    /** What these entries, which are at least one, have in common, to be told; null when only their records can tell. */
    @Nullable
    String common(List<Integer> entries);

    /** Takes two entries that agree. */
    interface Agreeing {
        void add(int one, int other);
    }

    /** Takes keys. */
    interface Keys {
        void add(long hash, int entry);
    }
}
