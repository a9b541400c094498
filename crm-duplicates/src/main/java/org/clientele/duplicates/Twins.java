package org.clientele.duplicates;

import java.util.UUID;

/** The identities of two records, the lesser one first. */
record Twins(UUID one, UUID other) {

    static Twins of(UUID one, UUID other) {
        return one.compareTo(other) < 0 ? new Twins(one, other) : new Twins(other, one);
    }
}
