package org.clientele.undo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.criteria.Relation;
import org.clientele.door.AtOnce;
import org.clientele.journal.Change;
import org.clientele.journal.Delta;
import org.clientele.journal.Noted;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Reference;
import org.clientele.model.Schema;
import org.clientele.property.AnyReferenceProperty;
import org.clientele.property.Carried;
import org.clientele.property.Property;
import org.clientele.property.ReferenceProperty;
import org.clientele.store.Records;
import org.clientele.value.AnyRef;

/**
 * Of what happened to many records alike, that which can be taken back alike: references that nobody has turned since. Asks
 * once for each entry of the journal. All else is left to be looked at record by record.
 */
final class Alike {

    private final Records all;
    private final Schema schema;
    private final List<Noted> others = new ArrayList<>();
    private final List<MassReversal<?>> masses = new ArrayList<>();
    private final Map<UUID, Integer> mentions = new HashMap<>();
    private final Map<UUID, Change.Action> last = new HashMap<>();

    Alike(List<Noted> noted, Records all) {
        this.all = all;
        this.schema = all.schema();
        for (Noted each : noted) {
            each.records().forEach(id -> {
                mentions.merge(id, 1, Integer::sum);
                last.put(id, each.action());
            });
        }
        for (Noted each : noted) {
            EntityType<?> type = schema.type(each.type());
            if (each.records().size() == 1
                    || each.action() != Change.Action.UPDATE
                    || !each.followed()
                    || type.isHistory()) {
                others.add(each);
            } else {
                split(each, type);
            }
        }
    }

    /** What is to be looked at record by record. */
    List<Noted> others() {
        return others;
    }

    /** What can be taken back alike. */
    List<MassReversal<?>> masses() {
        return masses;
    }

    private <H extends CrmRecord> void split(Noted noted, EntityType<H> type) {
        Set<UUID> rest = new LinkedHashSet<>(noted.records());
        moved(noted, type).flatMap(move -> reversal(move, noted)).ifPresent(mass -> {
            masses.add(mass);
            rest.removeAll(mass.holders());
        });
        if (!rest.isEmpty()) {
            others.add(new Noted(
                    noted.action(),
                    noted.type(),
                    List.copyOf(rest),
                    noted.name(),
                    noted.deltas(),
                    noted.followed(),
                    noted.organization()));
        }
    }

    /** A reference that led from one record to another. */
    private record Move<H extends CrmRecord>(Reference<H> reference, AnyRef before, AnyRef left) {}

    /** The one reference that was turned, if nothing else changed but what comes by it. */
    private <H extends CrmRecord> Optional<Move<H>> moved(Noted noted, EntityType<H> type) {
        for (Property<? super H, ?> property : schema.properties(type)) {
            Reference<H> reference = new Reference<>(type, property);
            boolean isReference =
                    property instanceof ReferenceProperty<?, ?> || property instanceof AnyReferenceProperty<?>;
            if (isReference && AtOnce.fits(reference, schema)) {
                for (Delta delta : noted.deltas()) {
                    if (delta.property().equals(property.name())
                            && delta.before() != null
                            && delta.after() != null
                            && noted.deltas().stream()
                                    .allMatch(other -> other.equals(delta) || comesBy(other, type, property))) {
                        return Optional.of(new Move<>(
                                reference, target(property, delta.before()), target(property, delta.after())));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private <H extends CrmRecord> boolean comesBy(Delta delta, EntityType<H> type, Property<?, ?> via) {
        return schema.properties(type).stream()
                .filter(property -> property.name().equals(delta.property()))
                .anyMatch(property -> Carried.comesBy(via, property));
    }

    private AnyRef target(Property<?, ?> property, String text) {
        return property instanceof Relation<?, ?, ?> relation
                ? new AnyRef(schema.type(relation.target()).name(), UUID.fromString(text))
                : AnyRef.parse(text);
    }

    private <H extends CrmRecord> Optional<MassReversal<H>> reversal(Move<H> move, Noted noted) {
        EntityType<?> target = schema.type(move.before().type());
        UUID to = move.before().id();
        boolean isThere = all.find(target, to).isPresent();
        boolean isDistinct = move.reference().type().distinctions().stream()
                .anyMatch(together -> together.contains(move.reference().property()));
        if (isThere ? isDistinct : last.get(to) != Change.Action.DELETE) {
            return Optional.empty();
        }
        Set<UUID> holders = unturned(move, noted);
        return holders.size() < 2
                ? Optional.empty()
                : Optional.of(new MassReversal<>(
                        move.reference(), holders, move.left().id(), target, to, !isThere));
    }

    private <H extends CrmRecord> Set<UUID> unturned(Move<H> move, Noted noted) {
        EntityType<H> type = move.reference().type();
        Criterion<CrmRecord> among = new Criterion.OneOf<>(CrmRecord.ID, new HashSet<>(noted.records()));
        Property<? super H, ?> property = move.reference().property();
        Set<UUID> unturned = new LinkedHashSet<>();
        all.values(type, Query.<H>of(among), List.of(CrmRecord.ID, property)).forEach(row -> {
            UUID id = (UUID) row.get(0);
            Object now = row.get(1);
            if (id != null
                    && now != null
                    && move.left().id().equals(Reference.id(now))
                    && Integer.valueOf(1).equals(mentions.get(id))) {
                unturned.add(id);
            }
        });
        return unturned;
    }
}
