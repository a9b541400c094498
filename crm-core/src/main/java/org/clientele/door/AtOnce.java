package org.clientele.door;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.clientele.journal.Change;
import org.clientele.journal.Delta;
import org.clientele.journal.Noted;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Ownership;
import org.clientele.model.Reference;
import org.clientele.model.Schema;
import org.clientele.organization.Organization;
import org.clientele.property.AnyReferenceProperty;
import org.clientele.property.Carried;
import org.clientele.property.Follows;
import org.clientele.property.Property;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.Traits;
import org.clientele.store.Adjustment.Put;
import org.clientele.store.MassUpdate;
import org.clientele.store.Records;
import org.clientele.store.StaleRecordException;
import org.clientele.value.AnyRef;
import org.clientele.value.Identified;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * Gives many records the same values at once: reads only what history has to tell of them, and finds out what follows for
 * folded values and for records that carry the values.
 */
public final class AtOnce {

    private final Records stored;
    private final List<Affected<?>> affected;
    private final Folding folding;
    private final List<Noted> noted = new ArrayList<>();
    private final Map<EntityType<?>, Set<UUID>> followers;

    /** Looks at what is stored before anything is changed. */
    AtOnce(Collection<? extends Affected<?>> affected, Records stored) {
        this.stored = stored;
        this.affected = List.copyOf(affected);
        this.folding = new Folding(stored);
        this.affected.forEach(this::look);
        this.followers = Followers.of(
                this.affected.stream().<MassUpdate<?>>map(Affected::update).toList(), stored);
    }

    /**
     * Whether the references of a type can move at once: nothing that the record's own preparations make follows from them, and
     * no rule of the property needs each record to be looked at.
     */
    public static boolean fits(Reference<?> reference, Schema schema) {
        Property<?, ?> property = reference.property();
        boolean isSingle = property instanceof ReferenceProperty<?, ?> || property instanceof AnyReferenceProperty<?>;
        boolean isAlone = property.has(Traits.MovesAlone.class)
                || reference.type().preparations().isEmpty();
        boolean ownsItself = reference
                .type()
                .owning()
                .filter(Ownership.Kind.ORGANIZATION::equals)
                .isPresent();
        return isSingle
                && isAlone
                && !ownsItself
                && !property.isCustom()
                && !property.has(Traits.Unique.class)
                && !property.has(Follows.class)
                && !isRuled(property, reference.type(), schema)
                && schema.properties(reference.type()).stream()
                        .filter(other -> Carried.comesBy(property, other))
                        .noneMatch(Property::isCustom);
    }

    private static boolean isRuled(Property<?, ?> moving, EntityType<?> type, Schema schema) {
        return !schema.rulings(type).isEmpty()
                && schema.properties(type).stream()
                        .filter(property -> property == moving || Carried.comesBy(moving, property))
                        .anyMatch(
                                property -> schema.rulings(type).stream().anyMatch(ruling -> ruling.looksAt(property)));
    }

    /**
     * What makes records point from one place to a record, and carry what comes by that.
     *
     * @param to that record, by the name of its type
     * @param target that record, as it is by then
     */
    @SuppressWarnings("unchecked") // a property carries the values of the type to which the reference leads
    public static <H extends CrmRecord> List<Put<H, ?>> puts(
            Reference<H> reference, AnyRef to, CrmRecord target, Schema schema) {
        List<Put<H, ?>> puts = new ArrayList<>();
        puts.add(pointing(reference.property(), to));
        for (Property<? super H, ?> property : schema.properties(reference.type())) {
            if (Carried.comesBy(reference.property(), property)) {
                Property<Object, ?> from = (Property<Object, ?>)
                        property.trait(Carried.class).orElseThrow().from();
                puts.add(put((Property<H, Object>) property, from.get(target)));
            }
        }
        return puts;
    }

    @SuppressWarnings("unchecked") // a reference holds references, one to anything those that name a type
    private static <H> Put<H, ?> pointing(Property<? super H, ?> property, AnyRef to) {
        return property instanceof AnyReferenceProperty<?>
                ? new Put<H, AnyRef>((AnyReferenceProperty<H>) property, to)
                : new Put<H, Ref<Identified>>((Property<H, Ref<Identified>>) property, new Ref<>(to.id()));
    }

    private static <H, V> Put<H, V> put(Property<H, V> property, @Nullable V value) {
        return new Put<>(property, value);
    }

    /** What was done, for the history. */
    List<Noted> noted() {
        return noted;
    }

    /** The records that carry or follow what was changed, by their types. */
    Map<EntityType<?>, Set<UUID>> followers() {
        return followers;
    }

    /**
     * Does it.
     *
     * @return records that tell of changes of folded values, to be saved
     * @throws StaleRecordException when somebody else has come in between
     */
    List<CrmRecord> run(Instant at) {
        for (Affected<?> some : affected) {
            MassUpdate<?> update = some.update();
            if (stored.update(update, at) != some.count()) {
                throw StaleRecordException.amongMany("one of the " + update.type() + " records whose "
                        + update.puts().get(0).property() + " is to change");
            }
        }
        return folding.adjusted();
    }

    private <H extends CrmRecord> void look(Affected<H> some) {
        folding.look(some.update());
        some.before().forEach((values, ids) -> noted.add(noted(some.update(), values, ids)));
    }

    private static <H extends CrmRecord> Noted noted(
            MassUpdate<H> update, List<@Nullable Object> values, List<UUID> ids) {
        List<Delta> deltas = new ArrayList<>();
        int at = 0;
        for (Put<H, ?> put : update.puts()) {
            addDelta(put, values.get(at++), deltas);
        }
        Object organization = at < values.size() ? values.get(at) : null;
        return new Noted(
                Change.Action.UPDATE,
                update.type().name(),
                ids,
                "",
                deltas,
                true,
                organization instanceof Ref<?> ref ? new Ref<Organization>(ref.id()) : null);
    }

    @SuppressWarnings("unchecked") // the value was read by this very property
    private static <H, V> void addDelta(Put<H, V> put, @Nullable Object before, List<Delta> deltas) {
        if (!Objects.equals(before, put.value())) {
            V after = put.value();
            deltas.add(new Delta(
                    put.property().name(),
                    before == null ? null : put.property().toText((V) before),
                    after == null ? null : put.property().toText(after)));
        }
    }
}
