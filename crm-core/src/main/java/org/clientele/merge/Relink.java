package org.clientele.merge;

import java.util.UUID;

/**
 * References that a merge moves from the absorbed records to the master.
 *
 * @param type the name of the type that points
 * @param property the name of the property by which it points
 * @param count how many records
 * @param mark tells these records from others without naming them: the one who merges may not see all of them
 */
public record Relink(String type, String property, int count, UUID mark) {

    @Override
    public String toString() {
        return type + "." + property + ": " + count;
    }
}
