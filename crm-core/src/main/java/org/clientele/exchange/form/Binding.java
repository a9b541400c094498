package org.clientele.exchange.form;

import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clientele.exchange.row.Header;
import org.clientele.exchange.row.UnreadableFileException;

/** Which columns of one file are taken by what is read from it. For one thread. */
public final class Binding {

    private static final int MOST_DIGITS = 9;

    private final String file;
    private final Header header;
    private final NavigableMap<String, Integer> sorted = new TreeMap<>();
    private final BitSet taken = new BitSet();
    private final BitSet closed = new BitSet();

    /**
     * A file of which nothing is taken.
     *
     * @param file what it is called
     */
    public Binding(String file, Header header) {
        this.file = file;
        this.header = header;
        for (int i = 0; i < header.size(); i++) {
            sorted.put(header.titles().get(i), i);
        }
    }

    Header header() {
        return header;
    }

    /** From now on no column is taken that is taken already, or that has one of these titles. */
    public void close(Collection<String> titles) {
        closed.or(taken);
        titles.forEach(title -> header.find(title).ifPresent(closed::set));
    }

    /** All columns can be taken again. */
    public void open() {
        closed.clear();
    }

    /** The column that has one of these titles; -1 when none has. UnreadableFileException when two have. */
    public int take(List<String> titles) {
        int found = -1;
        for (String title : titles) {
            Integer at = sorted.get(title);
            if (at == null || closed.get(at)) {
                continue;
            } else if (found >= 0 && found != at) {
                throw new UnreadableFileException(file + " has two columns for the same, '"
                        + header.titles().get(found) + "' and '" + title
                        + "'; remove one of them, or ignore it by name");
            }
            found = at;
        }
        if (found >= 0) {
            taken.set(found);
        }
        return found;
    }

    /** The numbers that follow one of these beginnings in a title: 2 of "Emails 2 Email". */
    NavigableSet<Integer> numbers(List<String> beginnings) {
        NavigableSet<Integer> numbers = new TreeSet<>();
        for (String beginning : beginnings) {
            String before = beginning + " ";
            for (String title : sorted.tailMap(before, false).keySet()) {
                if (!title.startsWith(before)) {
                    break;
                }
                int number = number(title, before.length());
                if (number > 0) {
                    numbers.add(number);
                }
            }
        }
        return numbers;
    }

    /** The number that begins there and ends with a blank, written as usual; 0 when there is none. */
    private static int number(String title, int begin) {
        int end = begin;
        while (end < title.length() && title.charAt(end) >= '0' && title.charAt(end) <= '9') {
            end++;
        }
        boolean usual = end > begin
                && end - begin <= MOST_DIGITS
                && title.charAt(begin) != '0'
                && end < title.length()
                && title.charAt(end) == ' ';
        return usual ? Integer.parseInt(title, begin, end, 10) : 0;
    }

    /** The titles that nothing has taken. */
    public Set<String> left() {
        Set<String> left = new LinkedHashSet<>();
        for (int i = 0; i < header.size(); i++) {
            if (!taken.get(i)) {
                left.add(header.titles().get(i));
            }
        }
        return left;
    }
}
