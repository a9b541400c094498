package org.clientele.merge;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.clientele.model.CrmRecord;
import org.clientele.property.CollectionProperty;
import org.clientele.property.Property;
import org.clientele.property.Traits;

/**
 * What makes the values of merged records when a merge does not say: the strategies that a host put in force, else the
 * property's own trait. Without either, collections are appended and all else is the master's. Calculated values are always
 * the master's.
 *
 * @param strategies the strategies that stand in the place of the properties' own
 */
public record MergeDefaults(Map<Property<?, ?>, MergeStrategy<?, ?>> strategies) {

    public MergeDefaults {
        strategies = Map.copyOf(strategies);
    }

    /** The properties' own strategies. */
    public static MergeDefaults ofProperties() {
        return new MergeDefaults(Map.of());
    }

    /** These defaults with another strategy for one property; IllegalArgumentException for a calculated one. */
    public <R extends CrmRecord, V> MergeDefaults with(Property<R, V> property, MergeStrategy<? super R, V> strategy) {
        Objects.requireNonNull(strategy, "strategy");
        if (property.has(Traits.Calculated.class)) {
            throw new IllegalArgumentException(property + " follows from other values, and a merge does not make it by "
                    + strategy.name() + "; leave it out, or choose it within a single merge");
        }
        Map<Property<?, ?>, MergeStrategy<?, ?>> more = new LinkedHashMap<>(strategies);
        more.put(property, strategy);
        return new MergeDefaults(more);
    }

    MergeStrategy<?, ?> strategy(Property<?, ?> property) {
        if (property.has(Traits.Calculated.class)) {
            return MergeStrategies.replace();
        }
        MergeStrategy<?, ?> ours =
                property instanceof CollectionProperty<?, ?, ?> ? MergeStrategies.append() : MergeStrategies.replace();
        MergeStrategy<?, ?> own = property.trait(MergeStrategy.class).orElse(ours);
        return strategies.getOrDefault(property, own);
    }
}
