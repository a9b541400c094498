package org.clientele.criteria;

import java.util.List;
import java.util.Optional;

/**
 * The next records of a result, and how to go on.
 *
 * @param next the text that asks for what comes after these; empty when nothing does
 */
public record Slice<R>(List<R> records, Optional<String> next) {

    public Slice {
        records = List.copyOf(records);
    }
}
