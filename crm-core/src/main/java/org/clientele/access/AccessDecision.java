package org.clientele.access;

import org.jspecify.annotations.Nullable;

/**
 * Whether an actor may do something with a record, and why.
 *
 * @param reason a sentence: which rule allows it, or how far the rules reach and what lies beyond
 * @param missing the smallest grant that would allow what is denied; null when it is granted or no grant would help
 */
public record AccessDecision(
        boolean granted, String reason, @Nullable Grant missing) {

    /** Does nothing when it is granted; otherwise throws the reason and the mend. */
    public void orThrow() {
        if (!granted) {
            throw new AccessDeniedException(sentence());
        }
    }

    /** The reason and, where one would help, the missing grant. */
    public String sentence() {
        return missing == null ? reason : reason + "; missing: " + missing;
    }
}
