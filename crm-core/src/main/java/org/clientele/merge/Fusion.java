package org.clientele.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Reference;
import org.clientele.model.Schema;
import org.clientele.property.CollectionProperty;
import org.clientele.property.Property;
import org.clientele.property.Traits;
import org.jspecify.annotations.Nullable;

/** Makes the values of the merged record out of those of all records, before its own rules are asked. */
final class Fusion<R extends CrmRecord> {

    private final EntityType<R> type;
    private final List<Property<R, ?>> properties;
    private final R master;
    private final List<R> absorbed;
    private final Map<Property<R, ?>, MergeSource> sources = new LinkedHashMap<>();
    private final Map<Property<R, ?>, @Nullable Object> wanted = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();
    private final StrategyAnswers<R> answers;
    private final R fused;

    @SuppressWarnings("unchecked") // a property of a type above is one of this type's
    Fusion(Schema schema, R master, List<R> absorbed, MergeRequest<R> request, MergeDefaults defaults) {
        this.type = schema.typeOf(master);
        this.properties = (List<Property<R, ?>>) (List<?>) schema.properties(type);
        this.master = master;
        this.absorbed = absorbed;
        this.fused = type.copy(master);
        this.answers = new StrategyAnswers<>(type, properties, master, absorbed);
        for (Property<R, ?> property : properties) {
            MergeSource source = request.sources().get(property);
            MergeStrategy<?, ?> preferred = request.preferred();
            if (source != null) {
                fuse(property, source, false);
            } else if (preferred != null && isPreferable(property)) {
                fuse(property, MergeSource.ByStrategy.of(preferred), true);
            } else {
                fuse(property, MergeSource.ByStrategy.of(defaults.strategy(property)), false);
            }
        }
    }

    /** Whether a strategy for the whole merge says what becomes of a property that nobody chose by itself. */
    private boolean isPreferable(Property<R, ?> property) {
        return !(property instanceof CollectionProperty<?, ?, ?>)
                && !property.has(Traits.Calculated.class)
                && !property.has(Traits.Fixed.class)
                && !property.has(Traits.BearsRights.class)
                && type.ownership().filter(by -> by.isKeptIn(property)).isEmpty();
    }

    R master() {
        return master;
    }

    List<R> absorbed() {
        return absorbed;
    }

    List<Property<R, ?>> properties() {
        return properties;
    }

    /** The master with its merged values. */
    R fused() {
        return fused;
    }

    /** Where a property's value was to come from. */
    MergeSource source(Property<R, ?> property) {
        return Objects.requireNonNull(sources.get(property));
    }

    /** The value that the source gave. */
    @Nullable
    Object wanted(Property<R, ?> property) {
        return wanted.get(property);
    }

    private <V> void fuse(Property<R, V> property, MergeSource source, boolean onlyChooses) {
        if (source instanceof MergeSource.ByStrategy by) {
            fuse(property, by.strategy(), onlyChooses);
        } else {
            put(property, value(property, source));
            sources.put(property, source);
        }
        wanted.put(property, Values.of(property, fused));
        loosen(property, fused, inward(property));
    }

    private <V> void put(Property<R, V> property, @Nullable V value) {
        if (!Objects.equals(value, property.get(master))) {
            property.set(fused, value);
        }
    }

    /** What a strategy gives is put to the test at once, while it is known who gave it; the master's value stands in for a bad one. */
    private <V> void fuse(Property<R, V> property, MergeStrategy<?, ?> strategy, boolean onlyChooses) {
        StrategyAnswers.Answer<V> answer = answers.ask(strategy, property, onlyChooses);
        List<String> objections =
                answer.fault() == null ? objections(property, answer.value()) : List.of(answer.fault());
        if (!objections.isEmpty()) {
            property.copy(master, fused);
            objections.forEach(objection -> faults.add(property + " by " + strategy.name() + " " + objection));
        }
        sources.put(property, new MergeSource.ByStrategy(strategy, answer.from()));
    }

    private <V> List<String> objections(Property<R, V> property, @Nullable V value) {
        try {
            put(property, value);
            V stored = property.get(fused);
            return Objects.equals(stored, property.get(master)) ? List.of() : property.objections(stored);
        } catch (RuntimeException unfit) {
            return List.of("is what it can not hold (" + unfit + "); mend the strategy, or choose a value");
        }
    }

    /** What strategies did wrong, each to stand after the record's name. */
    List<String> faults() {
        return faults;
    }

    @SuppressWarnings("unchecked") // a given value came in by a method that fits it to the property
    private <V> @Nullable V value(Property<R, V> property, MergeSource source) {
        if (source instanceof MergeSource.Given given) {
            return (V) given.value();
        }
        return source instanceof MergeSource.OneRecord one ? property.get(record(one.record())) : property.get(master);
    }

    private R record(UUID id) {
        return absorbed.stream()
                .filter(record -> record.getId().equals(id))
                .findFirst()
                .orElse(master);
    }

    /** The records that the merged one must not point to: those that go, and itself unless the master did so before. */
    private Set<UUID> inward(Property<R, ?> property) {
        Set<UUID> ids = new LinkedHashSet<>();
        absorbed.forEach(record -> ids.add(record.getId()));
        if (!points(property, master, Set.of(master.getId()))) {
            ids.add(master.getId());
        }
        return ids;
    }

    private boolean points(Property<R, ?> property, R record, Set<UUID> ids) {
        return Reference.isBy(property) && new Reference<>(type, property).points(record, ids);
    }

    private void loosen(Property<R, ?> property, R record, Set<UUID> ids) {
        if (points(property, record, ids)) {
            new Reference<>(type, property).repoint(record, ids, null);
        }
    }

    /** What a record's value has to lose in any case, because the merged record would point to itself. */
    <V> List<String> inwardParts(Property<R, V> property, R record) {
        R bare = type.copy(record);
        loosen(property, bare, inward(property));
        return Values.lost(property, Values.of(property, record), Values.of(property, bare));
    }
}
