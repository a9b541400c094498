package org.clientele.door;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.clientele.criteria.Relation;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Reference;
import org.clientele.model.Schema;
import org.clientele.property.Property;
import org.clientele.property.Traits;
import org.clientele.property.Traits.WhenTargetGoes;
import org.clientele.store.Fate;
import org.clientele.store.Records;
import org.clientele.store.StaleRecordException;
import org.clientele.store.Write;
import org.jspecify.annotations.Nullable;

/**
 * Holds what one transaction makes something point to, and what it deletes, so that nothing comes to point to what goes at the
 * same time. Owners, organizations and who wrote last are not held: almost every record points to them by itself, and all who
 * write would wait for each other.
 */
final class Keeping {

    private final Records stored;
    private final Schema schema;
    private final Set<UUID> staying = new HashSet<>();
    private final Set<UUID> going = new HashSet<>();

    Keeping(Records stored) {
        this.stored = stored;
        this.schema = stored.schema();
    }

    /** Holds records of which some may be deleted, before anybody looks for what points to them. */
    void goes(Map<EntityType<?>, ? extends Collection<UUID>> some) {
        ByRoot sought = new ByRoot();
        some.forEach((type, ids) -> ids.stream().filter(going::add).forEach(id -> sought.add(type, id)));
        sought.ids.forEach((type, ids) -> stored.hold(type, ids, Fate.GOES));
    }

    /**
     * Holds that to which these writes make something point, and that whose values they change, before they are done; what
     * they change itself as well, so that all is held in one order and nobody waits for another who waits for him.
     *
     * @throws StaleRecordException when something was to point to a record that is gone since it was looked for
     */
    void stays(Collection<Write<?>> writes, Folding folding) {
        Sought sought = new Sought(writes);
        folding.eachTarget(sought::add);
        if (!sought.all.ids.isEmpty()) {
            writes.forEach(sought::addChanging);
        }
        sought.all.ids.forEach((type, ids) -> {
            Set<UUID> lost = new LinkedHashSet<>(ids);
            lost.removeAll(stored.hold(type, ids, sought.changing.contains(type) ? Fate.GOES : Fate.STAYS));
            lost.retainAll(sought.pointedTo);
            if (!lost.isEmpty()) {
                throw StaleRecordException.gone(type + " " + lost.iterator().next());
            }
        });
    }

    /** Identities by the type at the top of those that their records' types extend, always in the same order of types. */
    private static final class ByRoot {

        private final Map<EntityType<?>, Set<UUID>> ids = new TreeMap<>(Comparator.comparing(EntityType::name));

        void add(EntityType<?> type, UUID id) {
            ids.computeIfAbsent(type.root(), root -> new LinkedHashSet<>()).add(id);
        }
    }

    /** What is not held yet and not among the writes themselves: what these change, the store looks after. */
    private final class Sought {

        private final Set<UUID> own = new HashSet<>();
        private final Set<UUID> pointedTo = new HashSet<>();
        private final ByRoot all = new ByRoot();
        private final Set<EntityType<?>> changing = new HashSet<>();
        private final Map<EntityType<?>, List<? extends Reference<?>>> references = new HashMap<>();

        Sought(Collection<Write<?>> writes) {
            writes.forEach(write -> own.add(write.record().getId()));
            writes.forEach(this::addPointedTo);
        }

        void add(EntityType<?> type, UUID id) {
            if (!own.contains(id) && !going.contains(id) && staying.add(id)) {
                all.add(type, id);
            }
        }

        void addChanging(Write<?> write) {
            if (write instanceof Write.Update<?> && going.add(write.record().getId())) {
                all.add(write.type(), write.record().getId());
                changing.add(write.type().root());
            }
        }

        private <R extends CrmRecord> void addPointedTo(Write<R> write) {
            if (write instanceof Write.Insert<R> insert) {
                references(write.type()).forEach(reference -> addTargets(reference, null, insert.after()));
            } else if (write instanceof Write.Update<R> update) {
                references(write.type()).forEach(reference -> addTargets(reference, update.before(), update.after()));
            }
        }

        private <R extends CrmRecord> void addTargets(Reference<R> reference, @Nullable R before, R after) {
            Property<? super R, ?> by = reference.property();
            if (before == null || !Objects.equals(by.get(before), by.get(after))) {
                reference.eachTarget(after, (type, id) -> {
                    if (before == null || !reference.points(before, Set.of(id))) {
                        pointedTo.add(id);
                        add(schema.target(reference, type), id);
                    }
                });
            }
        }

        @SuppressWarnings("unchecked") // kept under the type that they are of
        private <R extends CrmRecord> List<Reference<R>> references(EntityType<R> type) {
            return (List<Reference<R>>) references.computeIfAbsent(type, Keeping.this::references);
        }
    }

    private <R extends CrmRecord> List<Reference<R>> references(EntityType<R> type) {
        return schema.references(type).stream()
                .filter(reference -> !isSetByItself(reference) && reference.whenTargetGoes() != WhenTargetGoes.STAY)
                .toList();
    }

    /** Whether a reference says whose the record is or who wrote it. */
    private boolean isSetByItself(Reference<?> reference) {
        return reference.isOwnership()
                || (reference.property().has(Traits.Calculated.class)
                        && reference.property() instanceof Relation<?, ?, ?> relation
                        && schema.type(relation.target()).owning().isPresent());
    }
}
