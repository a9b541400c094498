package org.clientele.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.clientele.criteria.Attribute;
import org.clientele.model.Schema;
import org.clientele.property.BooleanProperty;
import org.clientele.property.ChoiceProperty;
import org.clientele.property.PeriodOf;
import org.clientele.property.ReferenceProperty;
import org.clientele.value.DatePeriod;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** The values of each attribute for which there is to be a row, whether a record has them or not. */
final class Domain {

    private static final int MOST = 1_000_000;

    private final String title;
    private final Schema schema;
    private final Labels labels;

    Domain(String title, Schema schema, Labels labels) {
        this.title = title;
        this.schema = schema;
        this.labels = labels;
    }

    /**
     * Every combination of the values that each attribute could have.
     *
     * @param occurring for each attribute the values that records have
     * @throws IllegalArgumentException when there are more than a million
     */
    List<List<@Nullable Object>> of(List<? extends Attribute<?, ?>> attributes, List<Set<@Nullable Object>> occurring) {
        List<List<@Nullable Object>> keys = List.of(List.of());
        for (int i = 0; i < attributes.size(); i++) {
            Set<@Nullable Object> values = of(attributes.get(i), occurring.get(i));
            requireFew((long) keys.size() * values.size());
            List<List<@Nullable Object>> longer = new ArrayList<>();
            for (List<@Nullable Object> key : keys) {
                for (Object value : values) {
                    List<@Nullable Object> further = new ArrayList<>(key);
                    further.add(value);
                    longer.add(further);
                }
            }
            keys = longer;
        }
        return keys;
    }

    private void requireFew(long rows) {
        if (rows > MOST) {
            throw new IllegalArgumentException("'" + title + "' with empty groups would have " + rows
                    + " rows and more; narrow what takes part, group by longer periods, or leave the empty groups out");
        }
    }

    private Set<@Nullable Object> of(Attribute<?, ?> attribute, Set<@Nullable Object> occurring) {
        Set<@Nullable Object> values = new LinkedHashSet<>();
        if (attribute instanceof ChoiceProperty<?, ?> choice) {
            values.addAll(schema.dictionary(choice).values());
        } else if (attribute instanceof BooleanProperty<?>) {
            values.addAll(List.of(false, true));
        } else if (attribute instanceof ReferenceProperty<?, ?>) {
            for (UUID id : labels.known(attribute)) {
                values.add(new Ref<>(id));
            }
        } else if (attribute instanceof PeriodOf<?, ?>) {
            addPeriods(occurring, values);
        }
        values.addAll(occurring);
        return values;
    }

    private void addPeriods(Set<@Nullable Object> occurring, Set<@Nullable Object> values) {
        List<DatePeriod> periods = occurring.stream()
                .filter(Objects::nonNull)
                .map(DatePeriod.class::cast)
                .sorted()
                .toList();
        if (!periods.isEmpty()) {
            DatePeriod last = periods.get(periods.size() - 1);
            for (DatePeriod at = periods.get(0); at.compareTo(last) <= 0; at = at.next()) {
                values.add(at);
                requireFew(values.size());
            }
        }
    }
}
