package org.clientele.duplicates;

import java.util.Arrays;
import java.util.List;
import org.clientele.duplicates.Rule.Formed;

/**
 * Entries that agree when they are similar: their letters, one text behind the other.
 *
 * <p>A text has its first and its last half as keys, and of an odd number of letters either way of halving. When one letter
 * is exchanged, added or left out, it is in one half, and the other is a key of both texts.
 */
final class SimilarColumn implements Column {

    private static final int FEW = 256;
    private static final long BEGINNING = 1;
    private static final long END = 2;
    private static final long WHOLE = 3;

    private final Similarity similarity;
    private final Places starts = new Places();
    private final Places records = new Places();
    private final Places ends = new Places();

    private final Places kinds = new Places();

    private char[] text = new char[FEW];
    private int length;

    SimilarColumn(Similarity similarity) {
        this.similarity = similarity;
        starts.add(0);
        ends.add(0);
    }

    @Override
    public void add(int kind, List<Formed> formed) {
        int record = starts.size() - 1;
        for (Formed one : formed) {
            add(one.form());
            records.add(record);
            kinds.add(kind);
        }
        starts.add(records.size());
    }

    private void add(String form) {
        int size = Math.min(form.length(), Similarity.LONGEST);
        while (length + size > text.length) {
            text = Arrays.copyOf(text, Numbers.grown(text.length));
        }
        form.getChars(0, size, text, length);
        length += size;
        ends.add(length);
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
        double most = 0;
        for (int i = from; i < to; i++) {
            for (int j = otherFrom; j < otherTo; j++) {
                most = Math.max(most, similarity(i, j));
            }
        }
        return most;
    }

    private double similarity(int one, int other) {
        return similarity.of(text, ends.get(one), ends.get(one + 1), ends.get(other), ends.get(other + 1));
    }

    @Override
    public void agreeing(int[] entries, Agreeing agreeing) {
        Together together = gathered(entries);
        for (int i = 0; i < entries.length; i++) {
            for (int j = i + 1; j < entries.length; j++) {
                if (together.agree(i, j, similarity)) {
                    agreeing.add(entries[i], entries[j]);
                }
            }
        }
    }

    /** Entries lie anywhere in memory, which is reached for all at once before each is compared with the others. */
    private Together gathered(int[] entries) {
        int[] from = new int[entries.length];
        int[] to = new int[entries.length];
        int letters = 0;
        for (int i = 0; i < entries.length; i++) {
            from[i] = ends.get(entries[i]);
            to[i] = ends.get(entries[i] + 1);
            letters += to[i] - from[i];
        }
        char[] gathered = new char[letters];
        int end = 0;
        for (int i = 0; i < entries.length; i++) {
            int size = to[i] - from[i];
            System.arraycopy(text, from[i], gathered, end, size);
            from[i] = end;
            end += size;
            to[i] = end;
        }
        return new Together(gathered, from, to);
    }

    private int size(int entry) {
        return ends.get(entry + 1) - ends.get(entry);
    }

    private String text(int entry) {
        return new String(text, ends.get(entry), size(entry));
    }

    @Override
    public void keys(Keys keys) {
        for (int entry = 0; entry < records.size(); entry++) {
            int size = size(entry);
            if (similarity.mostApart(size + 1) == 0) {
                keys.add(hash(entry, WHOLE, 0, size), entry);
            } else {
                addHalves(keys, entry, size);
            }
        }
    }

    private void addHalves(Keys keys, int entry, int size) {
        for (int half = size / 2; half <= (size + 1) / 2; half++) {
            if (half > 0) {
                keys.add(hash(entry, BEGINNING, 0, half), entry);
                keys.add(hash(entry, END, size - half, size), entry);
            }
        }
    }

    private long hash(int entry, long part, int from, int to) {
        long hash = Mixed.with(Mixed.start(kinds.get(entry)), part);
        int start = ends.get(entry);
        for (int i = start + from; i < start + to; i++) {
            hash = Mixed.with(hash, text[i]);
        }
        return Mixed.end(hash);
    }

    @Override
    public int record(int entry) {
        return records.get(entry);
    }

    @Override
    public int entries() {
        return records.size();
    }

    /** The letters at the beginning or at the end, whichever are more. */
    @Override
    public String common(List<Integer> entries) {
        String first = text(entries.get(0));
        int beginning = first.length();
        int end = first.length();
        for (int entry : entries) {
            String other = text(entry);
            beginning = Math.min(beginning, common(first, other, false));
            end = Math.min(end, common(first, other, true));
        }
        if (beginning == first.length()) {
            return first;
        }
        return beginning >= end ? first.substring(0, beginning) + "..." : "..." + first.substring(first.length() - end);
    }

    private static int common(String one, String other, boolean fromEnd) {
        int shorter = Math.min(one.length(), other.length());
        int common = 0;
        while (common < shorter && at(one, common, fromEnd) == at(other, common, fromEnd)) {
            common++;
        }
        return common;
    }

    private static char at(String text, int place, boolean fromEnd) {
        return text.charAt(fromEnd ? text.length() - 1 - place : place);
    }
}
