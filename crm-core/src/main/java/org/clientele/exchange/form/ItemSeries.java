package org.clientele.exchange.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.clientele.property.BooleanProperty;
import org.clientele.property.ItemsProperty;
import org.clientele.property.Property;
import org.jspecify.annotations.Nullable;

/**
 * The items of a record in the order in which they are numbered: the one that is used first comes first, so the mark
 * needs no column (OroCRM documentation, Import: the first e-mail becomes the primary one).
 */
record ItemSeries<R, I>(ItemsProperty<R, I> property) implements Series<List<I>, I> {

    @Override
    public List<I> elements(@Nullable List<I> items) {
        BooleanProperty<I> mark = property.items().mark().orElse(null);
        if (items == null || mark == null) {
            return items == null ? List.of() : items;
        }
        List<I> ordered = new ArrayList<>(items.size());
        items.stream().filter(item -> isMarked(item, mark)).forEach(ordered::add);
        items.stream().filter(item -> !isMarked(item, mark)).forEach(ordered::add);
        return ordered;
    }

    private static <I> boolean isMarked(I item, BooleanProperty<I> mark) {
        return Boolean.TRUE.equals(mark.get(item));
    }

    @Override
    public List<I> of(List<I> items) {
        return items;
    }

    /** The items with the first of them marked; those that are there when they say the same. */
    @Override
    public List<I> onto(@Nullable List<I> before, List<I> items) {
        BooleanProperty<I> mark = property.items().mark().orElse(null);
        List<I> marked = new ArrayList<>(items);
        for (int i = 0; mark != null && i < marked.size(); i++) {
            marked.set(i, property.items().with(marked.get(i), mark, i == 0));
        }
        List<I> united = property.unite(List.of(marked));
        return before != null && said(before, mark).equals(said(united, mark)) ? before : united;
    }

    /** What cells can say of items. */
    private List<List<@Nullable Object>> said(List<I> items, @Nullable BooleanProperty<I> mark) {
        List<List<@Nullable Object>> said = new ArrayList<>();
        for (I item : elements(items)) {
            List<@Nullable Object> values = new ArrayList<>();
            for (Property<I, ?> part : property.items().properties()) {
                if (part != mark) {
                    values.add(said(part.get(item)));
                }
            }
            if (values.stream().anyMatch(Objects::nonNull)) {
                said.add(values);
            }
        }
        return said;
    }

    private static @Nullable Object said(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros();
        }
        return "".equals(value) ? null : value;
    }
}
