package org.clientele.testkit.engine;

import java.util.ArrayList;
import java.util.List;
import org.clientele.exchange.Codec;
import org.clientele.exchange.Codecs;
import org.clientele.exchange.ExportLayout;
import org.clientele.exchange.ImportLayout;
import org.clientele.exchange.ImportedRow;
import org.clientele.model.CrmRecord;
import org.clientele.property.ItemType;
import org.clientele.property.ItemsProperty;
import org.clientele.property.Property;
import org.jspecify.annotations.Nullable;

/**
 * Columns for items by number, one for each of their parts, such as "Items 2 Price" (reference/behaviour.md, 8.1), made of what
 * every layout offers. An item whose cells are all empty is none.
 *
 * @param most how many items have columns
 */
record NumberedItems<R extends CrmRecord, I>(ItemsProperty<R, I> items, int most) {

    void write(ExportLayout<R> layout) {
        for (int number = 1; number <= most; number++) {
            for (Property<I, ?> part : items.items().properties()) {
                layout.column(title(number, part), items, cells(number, part));
            }
        }
    }

    private String title(int number, Property<I, ?> part) {
        return items.label() + " " + number + " " + part.label();
    }

    private <V> Codec<List<I>> cells(int number, Property<I, V> part) {
        Codec<V> codec = Codecs.of(part);
        return Codec.of(
                (cell, lookups) -> {
                    throw new IllegalArgumentException("one part makes no item");
                },
                (all, lookups) -> number > all.size() ? "" : codec.write(part.get(all.get(number - 1)), lookups));
    }

    void read(ImportLayout<R> layout) {
        for (int number = 1; number <= most; number++) {
            for (Property<I, ?> part : items.items().properties()) {
                layout.ignore(title(number, part));
            }
        }
        layout.derive((row, record) -> items.set(record, items(row)));
    }

    private List<I> items(ImportedRow row) {
        List<I> all = new ArrayList<>();
        for (int number = 1; number <= most; number++) {
            ItemType.Values<I> values = new ItemType.Values<>();
            boolean isThere = false;
            for (Property<I, ?> part : items.items().properties()) {
                isThere |= read(row, title(number, part), part, values);
            }
            if (isThere) {
                all.add(items.items().make(values));
            }
        }
        return all;
    }

    private static <I, V> boolean read(ImportedRow row, String title, Property<I, V> part, ItemType.Values<I> values) {
        @Nullable V value = row.value(title, Codecs.of(part));
        values.put(part, value);
        return value != null;
    }
}
