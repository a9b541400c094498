package org.clientele.exchange.row;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The titles of a file's columns, each once but for blank ones; one may hold why a row was refused before. Immutable. */
public final class Header {

    /** The title of the column that says why a row was refused. */
    public static final String REASON = "Refused because";

    private final List<String> titles;
    private final Map<String, Integer> indexes = new LinkedHashMap<>();

    /** The titles of a file; UnreadableFileException when two are the same. */
    public Header(String file, List<String> titles) {
        this.titles = List.copyOf(titles);
        for (int i = 0; i < titles.size(); i++) {
            if (indexes.putIfAbsent(titles.get(i), i) != null && !titles.get(i).isBlank()) {
                throw new UnreadableFileException(
                        file + " has two columns '" + titles.get(i) + "'; rename or remove one of them");
            }
        }
    }

    /** The place of the column with this title, from 0; empty when there is none. */
    public Optional<Integer> find(String title) {
        return Optional.ofNullable(indexes.get(title));
    }

    /** All titles, in their order. */
    public List<String> titles() {
        return titles;
    }

    /** How many columns there are. */
    public int size() {
        return titles.size();
    }

    private boolean saysReasons() {
        return indexes.containsKey(REASON);
    }

    /** What is wrong with a row that has too many or too few cells; the column for reasons does not count. */
    public Optional<String> misfit(List<String> cells) {
        int reasons = saysReasons() ? 1 : 0;
        return cells.size() == titles.size()
                ? Optional.empty()
                : Optional.of("expected " + (titles.size() - reasons) + " columns, got " + (cells.size() - reasons)
                        + "; see whether a separator or a quote is missing or too much");
    }

    /** The titles with the one for reasons, which comes first unless it is there already. */
    public List<String> withReason() {
        return saysReasons() ? titles : with(REASON, titles);
    }

    /**
     * A refused row's cells as they are, with the reason; a row with too many or too few cells keeps that fault, which is why
     * the reason comes first: there it stands below its title whatever follows.
     */
    public List<String> withReason(List<String> cells, String reason) {
        Integer at = indexes.get(REASON);
        if (at == null) {
            return with(reason, cells);
        }
        List<String> replaced = new ArrayList<>(cells);
        if (at == 0 || cells.size() == titles.size()) {
            replaced.set(at, reason);
        }
        return replaced;
    }

    private static List<String> with(String first, List<String> further) {
        List<String> all = new ArrayList<>(further.size() + 1);
        all.add(first);
        all.addAll(further);
        return all;
    }

    /** The titles, quoted. */
    @Override
    public String toString() {
        return titles.stream().map(title -> "'" + title + "'").collect(Collectors.joining(", "));
    }
}
