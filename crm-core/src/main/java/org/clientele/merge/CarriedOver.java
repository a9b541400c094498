package org.clientele.merge;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.property.Property;
import org.clientele.property.Traits;
import org.clientele.store.Write;

/**
 * Values that other records carry of records that a merge changes, and that change with them: an opportunity's account
 * when its customer comes to another one.
 *
 * @param type the name of the type that carries the value
 * @param property the name of the property
 * @param count how many records
 */
public record CarriedOver(String type, String property, int count) {

    /**
     * What becomes different in other records besides the references that move.
     *
     * @param relinks the updates that move references
     * @param consequences what these would become, and what would follow from them
     */
    static List<CarriedOver> of(Schema schema, List<Write<?>> relinks, List<Write<?>> consequences) {
        Map<UUID, CrmRecord> moved = new HashMap<>();
        relinks.forEach(write -> moved.put(write.record().getId(), write.record()));
        Map<CarriedOver, Integer> counts = places();
        consequences.forEach(write -> count(schema, write, moved, counts));
        return counted(counts);
    }

    /** Both, place by place. */
    static List<CarriedOver> joined(List<CarriedOver> some, List<CarriedOver> others) {
        Map<CarriedOver, Integer> counts = places();
        Stream.concat(some.stream(), others.stream())
                .forEach(
                        one -> counts.merge(new CarriedOver(one.type(), one.property(), 0), one.count(), Integer::sum));
        return counted(counts);
    }

    private static Map<CarriedOver, Integer> places() {
        return new TreeMap<>(Comparator.comparing(CarriedOver::type).thenComparing(CarriedOver::property));
    }

    private static List<CarriedOver> counted(Map<CarriedOver, Integer> counts) {
        return counts.entrySet().stream()
                .map(entry ->
                        new CarriedOver(entry.getKey().type(), entry.getKey().property(), entry.getValue()))
                .toList();
    }

    private static <H extends CrmRecord> void count(
            Schema schema, Write<H> write, Map<UUID, CrmRecord> moved, Map<CarriedOver, Integer> counts) {
        if (write instanceof Write.Update<H> update) {
            EntityType<H> type = update.type();
            CrmRecord known = moved.getOrDefault(update.after().getId(), update.before());
            H before = type.recordClass().cast(known);
            for (Property<? super H, ?> property : schema.properties(type)) {
                if (!property.has(Traits.Calculated.class)
                        && !Objects.equals(property.get(before), property.get(update.after()))) {
                    counts.merge(new CarriedOver(type.name(), property.name(), 0), 1, Integer::sum);
                }
            }
        }
    }

    @Override
    public String toString() {
        return type + "." + property + ": " + count;
    }
}
