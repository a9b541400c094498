package org.clientele.journal;

import java.util.List;
import org.clientele.model.CrmRecord;

/**
 * A record as it was.
 *
 * @param record the record, which is not to be saved: its version is older than any
 * @param entries the entries that it was made out of; none when nothing happened to it since
 * @param untold what it had and can not show any more, each as a property's name and a sentence
 */
public record Past<R extends CrmRecord>(R record, List<JournalEntry> entries, List<Untold> untold) {

    /**
     * A value that can not be shown any more.
     *
     * @param property the name of the property that had it
     * @param sentence why not
     */
    public record Untold(String property, String sentence) {}

    public Past {
        entries = List.copyOf(entries);
        untold = List.copyOf(untold);
    }
}
