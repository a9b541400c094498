package org.clientele.testkit.journal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.journal.ChangeSet;
import org.clientele.journal.Journal;
import org.clientele.model.CrmException;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.Property;
import org.clientele.store.RecordStore;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.testkit.world.Blueprint;
import org.clientele.testkit.world.World;
import org.clientele.testkit.world.Worlds;

/** A world whose acts are taken back, seen as plain maps. */
final class UndoCase {

    final RecordStore store;
    final World world;
    final Session system;

    UndoCase(Blueprint blueprint, RecordStore store) {
        RolePolicy policy =
                RolePolicy.of(Worlds.ROLES.stream().map(Role::administrator).toArray(Role[]::new));
        this.store = store;
        this.world = blueprint.build(Crm.open(
                store, config -> config.entity(Partner.TYPE, Visit.TYPE).access(policy)));
        this.system = world.crm().asSystem();
    }

    List<ChangeSet> journal() {
        return store.inTransaction(records -> new Journal(records).all());
    }

    /** Does something, and gives the change set that it became; none when it was refused or changed nothing. */
    Optional<UUID> done(Act act) {
        return done(() -> act.isDone(system, world));
    }

    /** The same of any call. */
    Optional<UUID> done(Consumer<Session> call) {
        return done(() -> {
            try {
                call.accept(system);
                return true;
            } catch (CrmException refused) {
                return false;
            }
        });
    }

    private Optional<UUID> done(BooleanSupplier work) {
        int before = journal().size();
        boolean isDone = work.getAsBoolean();
        List<ChangeSet> after = journal();
        return isDone && after.size() > before
                ? Optional.of(after.get(after.size() - 1).id())
                : Optional.empty();
    }

    /**
     * All records but history, by identity: each one's values by the names of its properties, with the time when it was first
     * saved. There is no value where there is nothing.
     */
    Map<UUID, Map<String, Object>> state() {
        return state(world.crm());
    }

    /** The same of any CRM. */
    static Map<UUID, Map<String, Object>> state(Crm crm) {
        Map<UUID, Map<String, Object>> state = new TreeMap<>();
        for (EntityType<?> type : crm.schema().types()) {
            if (!type.isAbstract() && !type.isHistory() && !type.name().equals("journal entry")) {
                crm.asSystem().select(type).list().forEach(record -> state.put(record.getId(), values(crm, record)));
            }
        }
        return state;
    }

    private static <R extends CrmRecord> Map<String, Object> values(Crm crm, R record) {
        EntityType<R> type = crm.schema().typeOf(record);
        Map<String, Object> values = new TreeMap<>();
        values.put("type", type.name());
        values.put("createdAt", String.valueOf(record.getCreatedAt()));
        crm.schema().properties(type).forEach(property -> put(property, record, values));
        return values;
    }

    private static <R, V> void put(Property<R, V> property, R record, Map<String, Object> values) {
        V value = property.get(record);
        if (value != null && !(value instanceof Collection<?> many && many.isEmpty())) {
            values.put(property.name(), value instanceof Set<?> set ? new TreeSet<>(set) : value);
        }
    }

    /** Counts everything that follows from other records anew. */
    void recount() {
        world.crm().schema().types().stream()
                .filter(type -> !world.crm().schema().folded(type).isEmpty())
                .forEach(system::recount);
    }
}
