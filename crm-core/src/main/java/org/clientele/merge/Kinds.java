package org.clientele.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.clientele.criteria.Criterion;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Reference;
import org.clientele.model.Schema;
import org.clientele.property.ReferenceProperty;
import org.clientele.value.Identified;

/**
 * Of which kinds of related records a merge keeps one member's only. A kind is a type whose records point to the merged ones,
 * or one whose parts do: a call is related by its links, which are parts of it.
 */
final class Kinds {

    private final Schema schema;
    private final Map<EntityType<?>, UUID> kept;

    Kinds(Map<EntityType<?>, UUID> kept, Schema schema) {
        this.schema = schema;
        this.kept = Map.copyOf(kept);
    }

    /**
     * That of the records that point from somewhere and meet a condition only those stay that point to one member.
     *
     * @param kind the kind as it was chosen
     */
    record Kept<H>(EntityType<?> kind, Criterion<H> where, UUID member) {}

    /** What was chosen for the records that point from here. */
    <H extends CrmRecord> List<Kept<H>> from(Reference<H> reference) {
        List<Kept<H>> chosen = new ArrayList<>();
        kept.forEach((kind, member) ->
                concerned(kind, reference.type()).ifPresent(where -> chosen.add(new Kept<>(kind, where, member))));
        return chosen;
    }

    /** Which records of a type are of a kind or parts of it; empty when none can be. */
    private <H extends CrmRecord> Optional<Criterion<H>> concerned(EntityType<?> kind, EntityType<H> type) {
        if (type.is(kind)) {
            return Optional.of(Criterion.always());
        }
        List<Criterion<? super H>> parts = new ArrayList<>();
        for (ReferenceProperty<? super H, ?> whole : type.wholes()) {
            if (whole.target().isAssignableFrom(kind.recordClass())) {
                parts.add(isOf(whole, kind));
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(new Criterion.Any<>(parts));
    }

    private <H, T extends Identified> Criterion<H> isOf(ReferenceProperty<H, T> whole, EntityType<?> kind) {
        Set<Class<?>> classes = schema.typesBelow(kind.recordClass())
                .map(EntityType::recordClass)
                .collect(Collectors.toSet());
        return whole.matches(new Criterion.OfClass<>(classes));
    }

    /** The chosen kinds of which nothing can point to records of a type. */
    List<EntityType<?>> unrelated(EntityType<?> target) {
        List<Reference<?>> references = schema.referencesTo(target);
        return kept.keySet().stream()
                .filter(kind -> references.stream()
                        .noneMatch(
                                reference -> concerned(kind, reference.type()).isPresent()))
                .<EntityType<?>>map(kind -> kind)
                .toList();
    }
}
