package org.clientele.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether an actor may do something, and why: a tree, rule by rule.
 *
 * @param reason a sentence: which rule allows it, or how far the rules reach and what lies beyond
 * @param missing the smallest grant that would allow what is denied; null when it is granted or no grant would help
 * @param parts what each rule said on its own
 */
public record AccessDecision(
        boolean granted, String reason, @Nullable Grant missing, List<AccessDecision> parts) {

    public AccessDecision {
        parts = List.copyOf(parts);
    }

    /** A decision that stands on its own. */
    public static AccessDecision of(boolean granted, String reason) {
        return new AccessDecision(granted, reason, null, List.of());
    }

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

    /** The sentence, and below it, indented, what each rule said; for a person to read. */
    public String explain() {
        StringBuilder text = new StringBuilder();
        tell("", text);
        return text.toString();
    }

    private void tell(String indent, StringBuilder text) {
        text.append(indent).append(granted ? "yes  " : "no   ").append(sentence());
        for (AccessDecision part : parts) {
            text.append('\n');
            part.tell(indent + "     ", text);
        }
    }
}
