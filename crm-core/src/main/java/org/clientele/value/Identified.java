package org.clientele.value;

import java.util.UUID;

/** What has an identity of its own that lasts, whatever else changes. */
public interface Identified {

    /** The identity, given at birth and never changed. */
    UUID getId();
}
