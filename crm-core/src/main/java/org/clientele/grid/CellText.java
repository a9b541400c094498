package org.clientele.grid;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.clientele.model.CrmRecord;
import org.clientele.property.BooleanProperty;
import org.clientele.property.ItemType;
import org.clientele.property.ItemsProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.Property;
import org.clientele.property.ReferenceSetProperty;
import org.clientele.property.SetProperty;
import org.clientele.report.Labels;
import org.clientele.store.Records;
import org.jspecify.annotations.Nullable;

/** What a person reads in the cells of a grid. The names of all records that some rows point to are read at once. */
public final class CellText {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final int PERCENT = 2;

    private final Labels labels;
    private final ZoneId zone;

    private CellText(Labels labels, ZoneId zone) {
        this.labels = labels;
        this.zone = zone;
    }

    /**
     * The rows of some records.
     *
     * @param records where the names of what they point to are read
     * @param zone by whose clocks times are written
     */
    public static <R extends CrmRecord> List<GridRow<R>> rows(
            List<R> shown, List<Property<? super R, ?>> columns, Records records, ZoneId zone) {
        Labels labels = new Labels(records, false);
        columns.forEach(column -> labels.prepare(column, shown.stream().map(record -> column.get(record))));
        CellText text = new CellText(labels, zone);
        List<GridRow<R>> rows = new ArrayList<>();
        for (R record : shown) {
            List<String> cells = new ArrayList<>();
            columns.forEach(column -> cells.add(text.of(column, column.get(record))));
            rows.add(new GridRow<>(record, cells));
        }
        return rows;
    }

    private String of(Property<?, ?> column, @Nullable Object value) {
        if (value == null) {
            return "";
        } else if (column instanceof ItemsProperty<?, ?> items) {
            return first(items.items(), (Collection<?>) value);
        } else if (column instanceof SetProperty<?> || column instanceof ReferenceSetProperty<?, ?>) {
            return ((Collection<?>) value)
                    .stream()
                            .map(element -> labels.of(column, element))
                            .sorted()
                            .collect(Collectors.joining(", "));
        } else if (column instanceof BooleanProperty<?>) {
            return Boolean.TRUE.equals(value) ? "Yes" : "No";
        } else if (value instanceof Instant time) {
            return LocalDateTime.ofInstant(time, zone).format(MINUTES);
        } else if (column instanceof NumberProperty<?, ?> number && number.isPercent()) {
            return new BigDecimal(value.toString())
                            .movePointRight(PERCENT)
                            .stripTrailingZeros()
                            .toPlainString() + "%";
        }
        return labels.of(column, value);
    }

    /** The primary item, or the first: the first of its texts that there is. */
    @SuppressWarnings("unchecked") // the items are of the type
    private static <I> String first(ItemType<I> type, Collection<?> items) {
        List<I> all = (List<I>) List.copyOf(items);
        return all.stream()
                .filter(item -> type.mark()
                        .filter(mark -> Boolean.TRUE.equals(mark.get(item)))
                        .isPresent())
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(item -> type.properties().stream()
                        .map(property -> text(property, item))
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .filter(text -> !text.isBlank())
                        .findFirst()
                        .orElse(""))
                .orElse("");
    }

    private static <I, V> @Nullable String text(Property<I, V> property, I item) {
        V value = property.get(item);
        return value == null ? null : property.toText(value);
    }
}
