package org.clientele.door;

import java.util.List;
import org.clientele.model.Violation;
import org.clientele.store.Write;

/**
 * What writes would become if they were done now, and what speaks against them.
 *
 * @param writes the writes as they would be stored: stamped, with what they bring along, without those that change nothing
 * @param consequences likewise the writes that would follow of themselves, and updates of what carries values of others
 * @param denials what the actor may not, each a sentence
 * @param violations which rules would be broken
 */
public record Outlook(
        List<Write<?>> writes, List<Write<?>> consequences, List<String> denials, List<Violation> violations) {

    public Outlook {
        writes = List.copyOf(writes);
        consequences = List.copyOf(consequences);
        denials = List.copyOf(denials);
        violations = List.copyOf(violations);
    }
}
