package org.clientele.grid;

import java.util.List;
import java.util.Optional;
import org.clientele.model.CrmRecord;

/**
 * Some rows of a grid as one viewer sees it.
 *
 * @param titles what stands above the columns
 * @param number which page, from 1; 0 where rows were asked for one after another
 * @param total how many records there are on all pages; -1 where rows were asked for one after another
 * @param next asks for the rows that follow, where they were asked for one after another; empty when none do
 */
public record GridPage<R extends CrmRecord>(
        List<String> titles, List<GridRow<R>> rows, int number, int size, long total, Optional<String> next) {

    public GridPage {
        titles = List.copyOf(titles);
        rows = List.copyOf(rows);
    }
}
