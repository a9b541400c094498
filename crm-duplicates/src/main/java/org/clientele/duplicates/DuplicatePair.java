package org.clientele.duplicates;

import java.util.List;
import java.util.Locale;
import org.clientele.model.CrmRecord;

/**
 * Two records that may mean the same.
 *
 * @param one the record with the lesser identity
 * @param score from above 0 to 1; see {@link DuplicateRules}
 * @param reasons a sentence for each rule that applies, such as "same e-mail ada@acme.example"
 */
public record DuplicatePair<R extends CrmRecord>(
        Candidate<R> one, Candidate<R> other, double score, List<String> reasons) {

    public DuplicatePair {
        reasons = List.copyOf(reasons);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s = %s (%.2f: %s)", one, other, score, String.join("; ", reasons));
    }
}
