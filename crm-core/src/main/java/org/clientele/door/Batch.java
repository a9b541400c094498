package org.clientele.door;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clientele.criteria.Lookup;
import org.clientele.model.CrmRecord;
import org.clientele.store.Write;

/** Finds records as they will be once the writes seen so far are done. */
final class Batch implements Lookup {

    private final Lookup stored;
    private final Map<UUID, Optional<CrmRecord>> written = new HashMap<>();

    Batch(Lookup stored) {
        this.stored = stored;
    }

    void add(Write<?> write) {
        boolean goes = write instanceof Write.Delete<?>;
        written.put(write.record().getId(), goes ? Optional.empty() : Optional.of(write.record()));
    }

    /** The identities of records that go. */
    boolean deletes(UUID id) {
        return written.containsKey(id) && written.get(id).isEmpty();
    }

    Set<UUID> ids() {
        return written.keySet();
    }

    @Override
    public <T> Optional<T> find(Class<T> type, UUID id) {
        Optional<CrmRecord> own = written.get(id);
        return own == null
                ? stored.find(type, id)
                : own.filter(type::isInstance).map(type::cast);
    }
}
