package org.clientele.duplicates;

import java.util.List;
import org.clientele.duplicates.Rule.Formed;
import org.clientele.duplicates.Rule.Means;
import org.jspecify.annotations.Nullable;

/** Entries that agree when they are equal: a hash each. */
final class SameColumn implements Column {

    private final boolean isAgainst;
    private final Places starts = new Places();
    private final Places records = new Places();
    private final Numbers hashes = new Numbers();

    SameColumn(Means means) {
        isAgainst = means == Means.DIFFERENT;
        starts.add(0);
    }

    @Override
    public void add(int kind, List<Formed> formed) {
        int record = starts.size() - 1;
        for (Formed one : formed) {
            hashes.add(hash(kind, one));
            records.add(record);
        }
        starts.add(hashes.size());
    }

    static long hash(int kind, Formed formed) {
        return Mixed.of(kind, formed.form());
    }

    @Override
    public double agreement(int one, int other) {
        int from = starts.get(one);
        int to = starts.get(one + 1);
        int otherFrom = starts.get(other);
        int otherTo = starts.get(other + 1);
        if (from == to || otherFrom == otherTo) {
            return Rule.SAYS_NOTHING;
        }
        boolean isSame = false;
        for (int i = from; i < to && !isSame; i++) {
            for (int j = otherFrom; j < otherTo && !isSame; j++) {
                isSame = hashes.get(i) == hashes.get(j);
            }
        }
        return isSame == isAgainst ? 0 : 1;
    }

    /** What speaks against makes no pair. */
    @Override
    public void keys(Keys keys) {
        for (int entry = 0; entry < hashes.size() && !isAgainst; entry++) {
            keys.add(hashes.get(entry), entry);
        }
    }

    @Override
    public int record(int entry) {
        return records.get(entry);
    }

    @Override
    public void agreeing(int[] entries, Agreeing agreeing) {
        for (int i = 0; i < entries.length; i++) {
            for (int j = i + 1; j < entries.length; j++) {
                if (hashes.get(entries[i]) == hashes.get(entries[j])) {
                    agreeing.add(entries[i], entries[j]);
                }
            }
        }
    }

    long hash(int entry) {
        return hashes.get(entry);
    }

    @Override
    public int entries() {
        return hashes.size();
    }

    @Override
    public @Nullable String common(List<Integer> entries) {
        return null;
    }
}
