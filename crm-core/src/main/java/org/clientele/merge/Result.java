package org.clientele.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.clientele.model.CrmRecord;
import org.clientele.model.Schema;
import org.clientele.property.CollectionProperty;
import org.clientele.property.Property;
import org.clientele.property.Traits;
import org.clientele.value.AnyRef;
import org.jspecify.annotations.Nullable;

/** Compares the merged record as it would be stored with the records that it was made of. */
final class Result<R extends CrmRecord> {

    private final Schema schema;
    private final Fusion<R> fusion;
    private final R merged;

    Result(Schema schema, Fusion<R> fusion, R merged) {
        this.schema = schema;
        this.fusion = fusion;
        this.merged = merged;
    }

    /** How the master changes. */
    List<MergeChange<R>> changes() {
        List<MergeChange<R>> changes = new ArrayList<>();
        for (Property<R, ?> property : fusion.properties()) {
            Object before = Values.of(property, fusion.master());
            Object after = Values.of(property, merged);
            if (!Objects.equals(before, after)) {
                changes.add(new MergeChange<>(property, before, after, source(property, after)));
            }
        }
        return changes;
    }

    private MergeSource source(Property<R, ?> property, @Nullable Object after) {
        boolean asWanted = Objects.equals(fusion.wanted(property), after);
        return asWanted ? fusion.source(property) : new MergeSource.Rules();
    }

    /**
     * Values of the absorbed that the merged record has not, and references of the master to the absorbed. Calculated
     * values are left out: nobody entered them. Of items that may be alike each is kept for one record only, for the master
     * first.
     */
    List<Dropped> losses() {
        List<Dropped> losses = new ArrayList<>();
        for (Property<R, ?> property : fusion.properties()) {
            add(property, fusion.master(), fusion.inwardParts(property, fusion.master()), losses);
        }
        for (R record : fusion.absorbed()) {
            for (Property<R, ?> property : fusion.properties()) {
                if (!property.has(Traits.Calculated.class)) {
                    add(property, record, lost(property, record), losses);
                }
            }
        }
        return losses;
    }

    private <V> List<String> lost(Property<R, V> property, R record) {
        V kept = Values.of(property, merged);
        return Values.mayBeAlike(property)
                ? Values.left(Values.of(property, record), keptFor(property, record, kept)).stream()
                        .map(element -> Values.collection(property).elementToText(element))
                        .toList()
                : Values.lost(property, Values.of(property, record), kept);
    }

    /** What those before a record leave of the items that are kept. */
    private List<Object> keptFor(Property<R, ?> property, R record, @Nullable Object kept) {
        List<Object> left = Values.left(kept, Values.of(property, fusion.master()));
        for (R other : fusion.absorbed().subList(0, fusion.absorbed().indexOf(record))) {
            left = Values.left(left, Values.of(property, other));
        }
        return left;
    }

    private <V> void add(Property<R, V> property, R record, List<String> parts, List<Dropped> losses) {
        if (parts.isEmpty()) {
            return;
        }
        List<String> inward = fusion.inwardParts(property, record);
        String other = property instanceof CollectionProperty<?, ?, ?>
                ? Values.mayBeAlike(property)
                        ? "of items that are alike as many are kept as one record has"
                        : "it is not among those kept"
                : "the merged record has " + Values.text(property, Values.of(property, merged));
        for (String part : parts) {
            losses.add(new Dropped(
                    new AnyRef(schema.typeOf(record).name(), record.getId()),
                    schema.typeOf(record).nameOf(record),
                    property.name(),
                    part,
                    inward.contains(part) ? "the merged record would point to itself" : other));
        }
    }

    /**
     * What was chosen, or left to a strategy, but does not come about, because a strategy gives nothing that can be taken or
     * the record's own rules say otherwise.
     */
    List<String> unheeded(Predicate<Property<R, ?>> isChosen) {
        String master = schema.nameOf(fusion.master()) + ": ";
        return Stream.concat(fusion.faults().stream().map(fault -> master + fault), overruled(isChosen))
                .toList();
    }

    private Stream<String> overruled(Predicate<Property<R, ?>> isChosen) {
        return fusion.properties().stream()
                .filter(isChosen)
                .filter(property -> !isHeeded(property))
                .map(property ->
                        schema.nameOf(fusion.master()) + ": " + property + " would not become what was chosen but "
                                + Values.text(property, Values.of(property, merged))
                                + ", by the rules of the record; leave it out of the choices");
    }

    private <V> boolean isHeeded(Property<R, V> property) {
        V result = Values.of(property, merged);
        @SuppressWarnings("unchecked")
        V wanted = fusion.source(property) instanceof MergeSource.Given
                ? (V) fusion.wanted(property)
                : Values.of(property, fusion.fused());
        return property instanceof CollectionProperty<?, ?, ?>
                ? Values.lost(property, wanted, result).isEmpty()
                : Objects.equals(wanted, result);
    }
}
