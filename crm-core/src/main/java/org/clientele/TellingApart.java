package org.clientele;

import java.util.List;
import org.clientele.access.Capability;
import org.clientele.door.Door;
import org.clientele.merge.DistinctPair;
import org.clientele.merge.DistinctPairs;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.jspecify.annotations.Nullable;

/** Remembers which records are not the same, however alike. */
final class TellingApart {

    private final Work work;

    TellingApart(Work work) {
        this.work = work;
    }

    <R extends CrmRecord> void mark(R one, R other) {
        work.<@Nullable Void>inTransaction("no duplicates", door -> {
            new DistinctPairs(door).mark(typeOfBoth(door, one, other), one.getId(), other.getId());
            return null;
        });
    }

    <R extends CrmRecord> void unmark(R one, R other) {
        work.<@Nullable Void>inTransaction("perhaps duplicates", door -> {
            new DistinctPairs(door).unmark(typeOfBoth(door, one, other), one.getId(), other.getId());
            return null;
        });
    }

    private static <R extends CrmRecord> EntityType<R> typeOfBoth(Door door, R one, R other) {
        door.decide(Capability.MERGE).orThrow();
        EntityType<R> type = door.schema().typeOf(one);
        if (door.schema().typeOf(other) != type || one.equals(other)) {
            throw new IllegalArgumentException("a pair is of two records of one type, and not of " + type + " "
                    + one.getId() + " and " + door.schema().typeOf(other) + " " + other.getId());
        }
        door.seen(type, one);
        door.seen(type, other);
        return type;
    }

    <R extends CrmRecord> List<DistinctPair> pairs(EntityType<R> type) {
        return work.read(door -> new DistinctPairs(door).seen(type));
    }
}
