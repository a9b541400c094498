package org.clientele.undo;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.clientele.criteria.Relation;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Reference;
import org.clientele.model.Schema;
import org.clientele.property.Property;
import org.clientele.property.Traits;
import org.clientele.property.Traits.WhenTargetGoes;
import org.clientele.store.Records;
import org.clientele.store.Write;
import org.jspecify.annotations.Nullable;

/** References that would be put back to records that are gone since: cleared where they may be, else in the way. */
final class LostTargets {

    private final Schema schema;
    private final Survivors survivors;
    private final Findings findings;
    private final Set<UUID> there = new HashSet<>();

    LostTargets(Records all, Survivors survivors, List<Reversal<?>> reversals, Findings findings) {
        this.schema = all.schema();
        this.survivors = survivors;
        this.findings = findings;
        Map<EntityType<?>, Set<UUID>> sought = new LinkedHashMap<>();
        for (Reversal<?> each : reversals) {
            if (each.write() instanceof Write.Insert<?>) {
                there.add(each.id());
            }
            seek(each, (type, id) -> {
                Set<UUID> some = sought.computeIfAbsent(type, first -> new LinkedHashSet<>());
                some.add(id);
                some.add(survivors.of(id));
            });
        }
        sought.forEach((type, ids) -> all.findAll(type, ids).forEach(record -> there.add(record.getId())));
    }

    private <R extends CrmRecord> void seek(Reversal<R> each, BiConsumer<EntityType<?>, UUID> target) {
        Write<R> write = each.write();
        if (write != null) {
            for (Property<? super R, ?> property : schema.properties(each.type())) {
                if (Reference.isBy(property) && write.changes(property)) {
                    new Reference<>(each.type(), property)
                            .eachTarget(write.record(), (type, id) -> target.accept(target(property, type), id));
                }
            }
        }
    }

    private EntityType<?> target(Property<?, ?> property, @Nullable String type) {
        return type == null ? schema.type(((Relation<?, ?, ?>) property).target()) : schema.type(type);
    }

    /** Lets what is to be written let go of what is not there. */
    <R extends CrmRecord> void letGo(Reversal<R> each) {
        Write<R> write = each.write();
        if (write == null) {
            return;
        }
        for (Property<? super R, ?> property : schema.properties(each.type())) {
            if (Reference.isBy(property) && write.changes(property)) {
                letGo(each, new Reference<>(each.type(), property), write.record());
            }
        }
    }

    private <R extends CrmRecord> void letGo(Reversal<R> each, Reference<R> reference, R record) {
        Map<UUID, @Nullable UUID> lost = new HashMap<>();
        reference.eachTarget(record, (type, id) -> {
            if (!there.contains(id)) {
                UUID survivor = survivors.of(id);
                lost.put(id, there.contains(survivor) ? survivor : null);
            }
        });
        lost.forEach((id, survivor) -> {
            if (survivor == null && mustPoint(reference)) {
                findings.block(
                        each.id(),
                        "points to " + id + " by " + reference.property()
                                + ", which is not there any more; bring that back first");
                return;
            }
            reference.repoint(record, Set.of(id), survivor);
            if (survivor == null) {
                findings.keep(
                        each,
                        reference.property().name(),
                        null,
                        Optional.empty(),
                        "does not point to " + id + " again, which is not there any more");
            }
        });
    }

    private static boolean mustPoint(Reference<?> reference) {
        return reference.isOwnership()
                || reference.property().has(Traits.Required.class)
                || reference.whenTargetGoes() == WhenTargetGoes.GO_ALONG;
    }
}
