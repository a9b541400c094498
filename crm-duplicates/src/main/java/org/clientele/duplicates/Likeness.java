package org.clientele.duplicates;

import java.util.List;

/**
 * How far two records are the same by rules, and why.
 *
 * @param score from 0 to 1; see {@link DuplicateRules}
 * @param reasons a sentence for each rule that applies, those that speak for the same first; empty when none does
 */
public record Likeness(double score, List<String> reasons) {

    public Likeness {
        reasons = List.copyOf(reasons);
    }
}
