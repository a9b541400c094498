package org.clientele.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.clientele.value.TimeOrderedId;
import org.jspecify.annotations.Nullable;

/**
 * Puts what was noted into entries. One entry tells of many records that changed alike, and of records that appeared one
 * after another: their identities lie close together, so that who looks for one of them meets this entry and hardly any
 * other. What changed or went lies anywhere and has an entry for each record.
 */
final class Bundling {

    /** So many that appeared are read at once by who asks for one of them. */
    static final int MOST_TOGETHER = 100;

    private static final int MOST_CHARACTERS = 50_000;
    private static final long LONGEST_TIME = 60_000;

    private final List<List<Noted>> entries = new ArrayList<>();
    private final List<Noted> together = new ArrayList<>();
    private int characters;

    private Bundling() {}

    /** What each entry is to tell, in this order. */
    static List<List<Noted>> of(List<Noted> noted) {
        Bundling bundling = new Bundling();
        noted.forEach(bundling::add);
        bundling.close();
        return bundling.entries;
    }

    private void add(Noted noted) {
        int length = length(noted);
        if (!fits(noted, length)) {
            close();
        }
        if (noted.records().size() > 1) {
            parts(noted).forEach(part -> entries.add(List.of(part)));
        } else {
            together.add(noted);
            characters += length;
        }
    }

    private void close() {
        if (!together.isEmpty()) {
            entries.add(List.copyOf(together));
            together.clear();
            characters = 0;
        }
    }

    private boolean fits(Noted noted, int length) {
        return !together.isEmpty()
                && together.size() < MOST_TOGETHER
                && characters + length <= MOST_CHARACTERS
                && noted.records().size() == 1
                && noted.isLike(together.get(0))
                && noted.action() == Change.Action.CREATE
                && isSoonAfter(id(together.get(0)), id(together.get(together.size() - 1)), id(noted));
    }

    private static UUID id(Noted noted) {
        return noted.records().get(0);
    }

    /** The order of other identities is not the same in every database. */
    private static boolean isSoonAfter(UUID first, UUID last, UUID next) {
        return TimeOrderedId.isOne(first)
                && TimeOrderedId.isOne(next)
                && last.compareTo(next) < 0
                && TimeOrderedId.millis(next) - TimeOrderedId.millis(first) <= LONGEST_TIME;
    }

    private static int length(Noted noted) {
        int length = noted.name().length();
        for (Delta delta : noted.deltas()) {
            length += length(delta.before()) + length(delta.after());
        }
        return length;
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    /** An entry tells of no more records than it is good to read at once. */
    private static List<Noted> parts(Noted alike) {
        List<UUID> sorted = alike.records().stream().sorted().toList();
        int most = most(alike.action(), sorted);
        List<Noted> parts = new ArrayList<>();
        for (int from = 0; from < sorted.size(); from += most) {
            parts.add(alike.about(sorted.subList(from, Math.min(from + most, sorted.size()))));
        }
        return parts;
    }

    private static int most(Change.Action action, List<UUID> ids) {
        if (!ids.stream().allMatch(TimeOrderedId::isOne)) {
            return 1;
        }
        return action == Change.Action.CREATE ? MOST_TOGETHER : JournalEntry.MOST_RECORDS;
    }
}
