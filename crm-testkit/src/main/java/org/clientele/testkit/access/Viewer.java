package org.clientele.testkit.access;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.clientele.Session;
import org.clientele.access.Permission;
import org.clientele.model.CrmException;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.testkit.world.World;

/**
 * An actor who looks at a world, and what of it the decision lets the actor view.
 *
 * @param session the actor's session within one transaction, for what only reads
 * @param alone the actor's session in which each call is a transaction of its own
 * @param seen what may be viewed, type by type
 * @param shown the identities of all that may be viewed
 * @param known the names of all that may be viewed, and the actor's own
 */
record Viewer(
        World world,
        Session session,
        Session alone,
        Map<EntityType<?>, List<CrmRecord>> seen,
        Set<UUID> shown,
        Set<String> known) {

    /** The actor of a session, judged record by record. */
    static Viewer of(World world, Session session, Session alone, Map<EntityType<?>, List<CrmRecord>> all) {
        Map<EntityType<?>, List<CrmRecord>> seen = new LinkedHashMap<>();
        Set<UUID> shown = new HashSet<>();
        Set<String> known = new HashSet<>(Set.of(session.actor().name()));
        all.forEach((type, records) -> {
            List<CrmRecord> visible = new ArrayList<>();
            for (CrmRecord record : records) {
                if (shown.contains(record.getId()) || session.may(Permission.VIEW, record)) {
                    visible.add(record);
                    shown.add(record.getId());
                    known.add(Scene.nameOf(world, record));
                }
            }
            seen.put(type, visible);
        });
        return new Viewer(world, session, alone, seen, shown, known);
    }

    /** The records of a type that may be viewed. */
    <R extends CrmRecord> List<R> seen(EntityType<R> type) {
        return seen.getOrDefault(type, List.of()).stream()
                .map(type.recordClass()::cast)
                .toList();
    }

    /** All that may be viewed. */
    Stream<CrmRecord> shownRecords() {
        return seen.values().stream().flatMap(List::stream).distinct();
    }

    /** Does something in a transaction that is undone; gives the refusal, or nothing when it was done. */
    String refusal(Consumer<Session> work) {
        try {
            alone.inTransaction(within -> {
                work.accept(within);
                throw new Undone();
            });
            throw new AssertionError("a transaction went on after an exception");
        } catch (Undone done) {
            return "";
        } catch (CrmException refused) {
            return refused.getClass().getSimpleName() + " " + refused.getMessage();
        }
    }

    /** Ends a transaction that is to leave nothing. */
    private static final class Undone extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Undone() {
            super("undone", null, false, false);
        }
    }
}
