package org.clientele.merge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.door.Affected;
import org.clientele.door.AtOnce;
import org.clientele.model.CrmRecord;
import org.clientele.model.Reference;
import org.clientele.property.Carried;
import org.clientele.property.Property;
import org.clientele.store.MassUpdate;
import org.clientele.store.Records;
import org.clientele.value.AnyRef;
import org.jspecify.annotations.Nullable;

/** Moves all references from one place to the master at once; of the records that point it reads only what tells them apart. */
final class MassMove<H extends CrmRecord> {

    private final Reference<H> reference;
    private final Bond bond;
    private final Records all;
    private final List<Attribute<? super H, ?>> columns = new ArrayList<>();
    private final Map<UUID, List<@Nullable Object>> rows = new LinkedHashMap<>();

    /** Looks at the records that point to the absorbed, those of the merge itself apart. */
    MassMove(Reference<H> reference, Bond bond, Records all) {
        this.reference = reference;
        this.bond = bond;
        this.all = all;
        columns.add(CrmRecord.ID);
        Affected.told(reference.type(), changing()).forEach(this::read);
        distinctions().forEach(together -> together.forEach(this::read));
        rows(where()).forEach(row -> rows.put((UUID) Objects.requireNonNull(row.get(0)), row));
    }

    private void read(Attribute<? super H, ?> attribute) {
        if (!columns.contains(attribute)) {
            columns.add(attribute);
        }
    }

    /** What the move changes: the reference, and what comes by it. */
    private List<Property<? super H, ?>> changing() {
        List<Property<? super H, ?>> changing = new ArrayList<>();
        changing.add(reference.property());
        changing.addAll(carriedProperties());
        return changing;
    }

    private List<List<Property<? super H, ?>>> distinctions() {
        return reference.type().distinctions().stream()
                .filter(together -> together.contains(reference.property()))
                .toList();
    }

    private List<Property<? super H, ?>> carriedProperties() {
        List<Property<? super H, ?>> carried = new ArrayList<>();
        for (Property<? super H, ?> property : all.schema().properties(reference.type())) {
            if (Carried.comesBy(reference.property(), property)) {
                carried.add(property);
            }
        }
        return carried;
    }

    private List<List<@Nullable Object>> rows(Criterion<H> where) {
        Criterion<H> own =
                where.and(new Criterion.OfClass<>(Set.of(reference.type().recordClass())));
        return all.values(reference.type(), Query.<H>of(own), columns).toList();
    }

    private Criterion<H> where() {
        return reference.pointsTo(bond.target(), bond.absorbed()).and(bond.<H>others());
    }

    Reference<H> reference() {
        return reference;
    }

    /** The records whose references move. */
    Set<UUID> ids() {
        return Collections.unmodifiableSet(rows.keySet());
    }

    /** Leaves some records out, which go before. */
    void leave(Set<UUID> ids) {
        rows.keySet().removeAll(ids);
    }

    /**
     * The records that would become the same as others where no two may be, each with the reason: what points to the master
     * already stays, and of several that come to it the one that pointed to the oldest of the absorbed: then it is no matter
     * which of them are merged first.
     *
     * @param going records that go before
     */
    Map<UUID, String> doubles(Set<UUID> going) {
        Map<UUID, String> doubles = new LinkedHashMap<>();
        for (List<Property<? super H, ?>> together : distinctions()) {
            Set<List<Object>> taken = new LinkedHashSet<>();
            if (!rows.isEmpty()) {
                rows(reference.pointsTo(bond.target(), Set.of(bond.master()))).stream()
                        .filter(row -> !going.contains((UUID) row.get(0)))
                        .forEach(row -> key(together, row).ifPresent(taken::add));
            }
            byFormerTarget().forEach(row -> {
                UUID id = (UUID) Objects.requireNonNull(row.get(0));
                boolean isDouble = !doubles.containsKey(id)
                        && key(together, row).filter(key -> !taken.add(key)).isPresent();
                if (isDouble) {
                    doubles.put(id, Doubles.reason(reference.type(), together));
                }
            });
        }
        return doubles;
    }

    private List<List<@Nullable Object>> byFormerTarget() {
        int column = columns.indexOf(reference.property());
        return rows.values().stream()
                .sorted(Comparator.comparing(row -> Reference.id(Objects.requireNonNull(row.get(column)))))
                .toList();
    }

    /** The values by which a record will be told apart; empty when it lacks one, and is free. */
    private Optional<List<Object>> key(List<Property<? super H, ?>> together, List<@Nullable Object> row) {
        List<Object> key = new ArrayList<>();
        for (Property<? super H, ?> property : together) {
            Object value = property == reference.property() ? bond.master() : row.get(columns.indexOf(property));
            if (value == null) {
                return Optional.empty();
            }
            key.add(value);
        }
        return Optional.of(key);
    }

    /** The update that moves them, with what they will carry of the merged record. */
    MassUpdate<H> update(CrmRecord merged) {
        AnyRef master = new AnyRef(bond.target().name(), bond.master());
        return new MassUpdate<>(reference.type(), where(), AtOnce.puts(reference, master, merged, all.schema()));
    }

    /** The records that the update will change, as they were read. */
    Affected<H> affected(MassUpdate<H> update) {
        List<Attribute<? super H, ?>> told = Affected.told(reference.type(), changing());
        Map<List<@Nullable Object>, List<UUID>> before = new LinkedHashMap<>();
        rows.forEach((id, row) -> {
            List<@Nullable Object> values = new ArrayList<>(told.size());
            told.forEach(attribute -> values.add(row.get(columns.indexOf(attribute))));
            before.computeIfAbsent(values, key -> new ArrayList<>()).add(id);
        });
        return new Affected<>(update, before);
    }

    /** How many of the records will carry another value than now. */
    List<CarriedOver> carried(MassUpdate<H> update) {
        List<CarriedOver> carried = new ArrayList<>();
        update.puts().stream().skip(1).forEach(put -> {
            int column = columns.indexOf(put.property());
            int count = (int) rows.values().stream()
                    .filter(row -> !Objects.equals(row.get(column), put.value()))
                    .count();
            if (count > 0) {
                carried.add(
                        new CarriedOver(reference.type().name(), put.property().name(), count));
            }
        });
        return carried;
    }
}
