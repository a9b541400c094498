package org.clientele.merge;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.clientele.property.CollectionProperty;
import org.clientele.property.Property;
import org.clientele.property.Traits;

/**
 * Where values come from when a merge does not say: by the strategies that a host put in force, else by the property's
 * own trait.
 *
 * @param strategies the strategies that stand in the place of the properties' own
 */
public record MergeDefaults(Map<Property<?, ?>, MergeStrategy> strategies) {

    public MergeDefaults {
        strategies = Map.copyOf(strategies);
    }

    /** The properties' own strategies. */
    public static MergeDefaults ofProperties() {
        return new MergeDefaults(Map.of());
    }

    /** These defaults with another strategy for one property. */
    public MergeDefaults with(CollectionProperty<?, ?, ?> property, MergeStrategy strategy) {
        Map<Property<?, ?>, MergeStrategy> more = new LinkedHashMap<>(strategies);
        more.put(property, Objects.requireNonNull(strategy, "strategy"));
        return new MergeDefaults(more);
    }

    /** Calculated values and single ones are the master's. */
    MergeSource source(Property<?, ?> property, UUID master) {
        boolean appends = property instanceof CollectionProperty<?, ?, ?>
                && !property.has(Traits.Calculated.class)
                && strategy(property) == MergeStrategy.APPEND;
        return appends ? new MergeSource.AllRecords() : new MergeSource.OneRecord(master);
    }

    private MergeStrategy strategy(Property<?, ?> property) {
        MergeStrategy own = property.trait(MergeStrategy.class).orElse(MergeStrategy.APPEND);
        return strategies.getOrDefault(property, own);
    }
}
