package org.clientele.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientele.exchange.form.Conventions;
import org.clientele.exchange.form.Field;
import org.clientele.exchange.form.RowWriting;
import org.clientele.exchange.row.RowSink;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.property.BooleanProperty;
import org.clientele.property.ChoiceProperty;
import org.clientele.property.DateProperty;
import org.clientele.property.InstantProperty;
import org.clientele.property.MoneyProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.Property;
import org.clientele.property.SetProperty;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits;
import org.clientele.value.Choice;
import org.clientele.value.Currencies;
import org.clientele.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * The template of a file of records: the columns of their type by convention, and one row as an example. Immutable; a session
 * makes it.
 *
 * <p>The values are those that properties declare ({@link Traits.Example}); where there is none, what must be given, what a
 * person knows the record by, and custom properties have one of their kind. No cell names another record: whoever fills the
 * template in names those that there are.
 *
 * @param <R> the type of the records
 */
public final class Template<R extends CrmRecord> {

    private static final LocalDate DAY = LocalDate.of(2000, 1, 31);
    private static final Instant TIME = Instant.parse("2000-01-31T09:30:00Z");

    private final EntityType<R> type;
    private final Schema schema;

    /** The template of a type that has records, with the custom properties that it has when the template is written. */
    public Template(EntityType<R> type, Schema schema) {
        if (type.isAbstract()) {
            throw new IllegalArgumentException(type + " has no records of its own; give a type that extends it");
        }
        this.type = type;
        this.schema = schema;
    }

    /** Writes header and example, then finishes the sink. */
    public void write(RowSink sink) {
        List<Field<R, ?>> fields = new Conventions(schema).fields(type);
        R record = type.newRecord();
        fields.forEach(field -> exemplify(field.property(), record));
        RowWriting<R> row = new RowWriting<>(type, Optional.of(Conventions.ID), fields);
        row.measure(record);
        sink.write(row.titles());
        List<String> cells = new ArrayList<>(row.cells(record));
        cells.set(0, "");
        sink.write(cells);
        sink.finish();
    }

    private <V> void exemplify(Property<? super R, V> property, R record) {
        V value = example(property);
        if (value != null && property.lacks(property.get(record))) {
            property.set(record, value);
        }
    }

    @SuppressWarnings(
            "unchecked") // the example of a property is one of its values, and each kind has values of one class
    private <V> @Nullable V example(Property<?, V> property) {
        return property.trait(Traits.Example.class)
                .map(example -> (V) example.value())
                .orElseGet(() -> isExpected(property) ? (V) ofKind(property) : null);
    }

    private static boolean isExpected(Property<?, ?> property) {
        return property.has(Traits.Required.class) || property.has(Traits.Identity.class) || property.isCustom();
    }

    private @Nullable Object ofKind(Property<?, ?> property) {
        if (property instanceof TextProperty<?>) {
            return text(property);
        } else if (property instanceof SetProperty<?>) {
            return Set.of(text(property));
        } else if (property instanceof NumberProperty<?, ?> number) {
            return number(number);
        } else if (property instanceof ChoiceProperty<?, ?> choice) {
            return firstOf(choice);
        } else if (property instanceof MoneyProperty<?>) {
            return Money.of("100", base());
        } else if (property instanceof DateProperty<?>) {
            return DAY;
        } else if (property instanceof InstantProperty<?>) {
            return TIME;
        }
        return property instanceof BooleanProperty<?> ? true : null;
    }

    private String text(Property<?, ?> property) {
        StringBuilder text = new StringBuilder("Example ").append(property.label());
        int least = property.trait(Traits.MinLength.class)
                .map(Traits.MinLength::characters)
                .orElse(0);
        int most = property.trait(Traits.MaxLength.class)
                .map(Traits.MaxLength::characters)
                .orElse(Integer.MAX_VALUE);
        while (text.length() < least) {
            text.append('.');
        }
        text.setLength(Math.min(text.length(), most));
        return property.has(Traits.CurrencyCode.class) ? base() : text.toString();
    }

    private String base() {
        return schema.setting(Currencies.SETTING).base();
    }

    private static <N extends Number & Comparable<N>> N number(NumberProperty<?, N> number) {
        BigDecimal usual = number.isPercent() ? new BigDecimal("0.5") : BigDecimal.ONE;
        BigDecimal least = number.trait(Traits.Range.class)
                .map(range -> BigDecimal.valueOf(range.least()))
                .orElse(usual);
        BigDecimal most = number.trait(Traits.Range.class)
                .map(range -> BigDecimal.valueOf(range.greatest()))
                .orElse(usual);
        return number.plus(null, usual.max(least).min(most));
    }

    private <C extends Choice> @Nullable C firstOf(ChoiceProperty<?, C> choice) {
        return schema.dictionary(choice).values().stream().findFirst().orElse(null);
    }
}
