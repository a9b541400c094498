package org.clientele.testkit.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.clientele.Session;
import org.clientele.access.Permission;
import org.clientele.journal.Change;
import org.clientele.journal.ChangeSet;
import org.clientele.journal.Journal;
import org.clientele.journal.JournalEntry;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.store.RecordStore;
import org.clientele.testkit.world.World;
import org.clientele.value.TextForm;
import org.jspecify.annotations.Nullable;

/** Reads the whole journal and asks about each change by itself who may see it. */
final class Onlooker {

    private final World world;
    private final Session session;
    private final List<ChangeSet> newestFirst;
    private final Set<List<Object>> entries = new HashSet<>();

    Onlooker(World world, Session session, RecordStore store) {
        this.world = world;
        this.session = session;
        this.newestFirst = new ArrayList<>(store.inTransaction(records -> new Journal(records).all()));
        Collections.reverse(newestFirst);
        session.select(JournalEntry.TYPE).list().forEach(entry -> {
            Object set = value(entry, "changeSet").orElseThrow();
            value(entry, "recordId").ifPresent(id -> entries.add(List.of(set, id)));
            value(entry, "records")
                    .ifPresent(many -> TextForm.split((String) many)
                            .forEach(id -> entries.add(List.of(set, UUID.fromString(id)))));
        });
    }

    private static Optional<Object> value(JournalEntry entry, String property) {
        return JournalEntry.TYPE.properties().stream()
                .filter(each -> each.name().equals(property))
                .<@Nullable Object>map(each -> each.get(entry))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The change sets that meet a condition, with those of their changes that meet another and are shown. */
    List<ChangeSet> history(Predicate<ChangeSet> sets, Predicate<Change> changes) {
        return newestFirst.stream()
                .filter(sets)
                .map(set -> set.of(set.changes().stream()
                        .filter(changes)
                        .filter(change -> isShown(set.id(), change))
                        .toList()))
                .filter(set -> !set.changes().isEmpty())
                .toList();
    }

    boolean isOf(EntityType<?> type, Change change) {
        return world.crm().schema().type(change.record().type()).is(type);
    }

    private boolean isShown(UUID set, Change change) {
        EntityType<?> type = world.crm().schema().type(change.record().type());
        return find(type, change.record().id())
                .map(record -> session.may(Permission.VIEW, record))
                .orElseGet(() -> entries.contains(List.of(set, change.record().id())));
    }

    private <R extends CrmRecord> Optional<R> find(EntityType<R> type, UUID id) {
        return world.crm().asSystem().find(type, id);
    }
}
