package org.clientele.search;

import java.util.Optional;

/** How close what was looked for is to what a record is called, the closest first. Case never counts. */
public enum Rank {
    /** The name is what was looked for; or each word is a part of the name that stands by itself, as a last name does. */
    EXACT,
    /** The name, or for each word a part of it, begins so. */
    BEGINNING,
    /** Each word stands at the beginning of the name or after a blank in it. */
    WORD,
    /** Each word is somewhere in the name. */
    WITHIN,
    /** Some word is not in the name, but elsewhere in the record. */
    ELSEWHERE;

    /** The next closer one; empty for the closest. */
    Optional<Rank> closer() {
        return switch (this) {
            case EXACT -> Optional.empty();
            case BEGINNING -> Optional.of(EXACT);
            case WORD -> Optional.of(BEGINNING);
            case WITHIN -> Optional.of(WORD);
            case ELSEWHERE -> Optional.of(WITHIN);
        };
    }
}
