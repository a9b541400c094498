package org.clientele.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.store.Fate;

/**
 * Holds records by locks on their rows, which others wait for: a shared one for what stays, so that many can point to it, an
 * exclusive one for what goes. Where values are folded, what stays has an exclusive lock at once: the row is likely to be
 * adjusted, and of two who hold it shared and both adjust it, one would have to give way. Rows are locked in the order of
 * their identities, so that nobody waits in a circle.
 */
final class Holding {

    private static final Comparator<UUID> ORDER = Comparator.comparing(
                    UUID::getMostSignificantBits, Long::compareUnsigned)
            .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

    private final EntityManager entityManager;
    private final Schema schema;
    private final Mapping mapping;

    Holding(EntityManager entityManager, Schema schema, Mapping mapping) {
        this.entityManager = entityManager;
        this.schema = schema;
        this.mapping = mapping;
    }

    /** The identities of those that are there once they are held. */
    Set<UUID> hold(EntityType<?> type, Collection<UUID> ids, Fate fate) {
        List<UUID> ordered = ids.stream().distinct().sorted(ORDER).toList();
        LockModeType lock = fate == Fate.GOES || isFolded(type.root())
                ? LockModeType.PESSIMISTIC_WRITE
                : LockModeType.PESSIMISTIC_READ;
        Set<UUID> there = new LinkedHashSet<>();
        for (int from = 0; from < ordered.size(); from += Statement.AT_ONCE) {
            there.addAll(hold(
                    type.root(), ordered.subList(from, Math.min(from + Statement.AT_ONCE, ordered.size())), lock));
        }
        return there;
    }

    /** Whether values of the type, or of one that extends it, follow from other records. */
    private boolean isFolded(EntityType<?> root) {
        return schema.types().stream()
                .filter(type -> type.is(root))
                .anyMatch(type -> !schema.folded(type).isEmpty());
    }

    private List<UUID> hold(EntityType<?> root, List<UUID> ids, LockModeType lock) {
        Statement statement = new Statement();
        String jpql = "select e.id from " + mapping.row(root.recordClass()) + " e where " + statement.in("e.id", ids)
                + " order by e.id";
        return statement
                .query(entityManager, jpql, UUID.class)
                .setLockMode(lock)
                .getResultList();
    }
}
