package org.clientele.jpa;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.clientele.model.CrmRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction found one by one, until it is written: the door asks for the same owners, accounts and customers again
 * and again.
 */
final class Remembered {

    private static final int MOST = 1_000;

    private final Map<UUID, CrmRecord> found = new HashMap<>();

    @Nullable
    CrmRecord get(UUID id) {
        return found.get(id);
    }

    void keep(CrmRecord record) {
        if (found.size() >= MOST) {
            found.clear();
        }
        found.put(record.getId(), record);
    }

    void forget(UUID id) {
        found.remove(id);
    }

    void forgetAll() {
        found.clear();
    }
}
