package org.clientele.grid;

import java.util.List;
import org.clientele.model.CrmRecord;

/**
 * One row of a grid: a record, and what stands in its columns as a person reads it.
 *
 * @param cells the name of what a reference points to, as far as the viewer may see it, the label of a choice, the primary one
 *     of a list; empty where there is none
 */
public record GridRow<R extends CrmRecord>(R record, List<String> cells) {

    public GridRow {
        cells = List.copyOf(cells);
    }
}
