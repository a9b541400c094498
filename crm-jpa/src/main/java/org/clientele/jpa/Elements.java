package org.clientele.jpa;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.clientele.property.ItemType;
import org.clientele.property.Property;
import org.jspecify.annotations.Nullable;

/** Reads the elements of collections, one from each row. */
sealed interface Elements<E> {

    /** What to select. */
    String columns();

    /** The clause by which the elements come in their order; empty where they have none. */
    String order();

    /** The element of a row whose cells begin at an index. */
    E element(@Nullable Object[] row, int at);

    /** Texts and identities, which are what a row holds. */
    record Plain(String alias) implements Elements<Object> {
        @Override
        public String columns() {
            return alias;
        }

        @Override
        public String order() {
            return "";
        }

        @Override
        public Object element(@Nullable Object[] row, int at) {
            return Objects.requireNonNull(row[at]);
        }
    }

    /** Items, made of the values of their properties: not every provider can make them itself. */
    record Items<I>(ItemType<I> type, String alias) implements Elements<I> {
        @Override
        public String columns() {
            List<String> columns = new ArrayList<>();
            type.properties().forEach(property -> columns.addAll(Cells.expressions(Term.mapped(property, alias))));
            return String.join(", ", columns);
        }

        @Override
        public String order() {
            return " order by index(" + alias + ")";
        }

        @Override
        public I element(@Nullable Object[] row, int at) {
            ItemType.Values<I> values = new ItemType.Values<>();
            int next = at;
            for (Property<I, ?> property : type.properties()) {
                next += put(property, values, row, next);
            }
            return type.make(values);
        }

        private <V> int put(Property<I, V> property, ItemType.Values<I> values, @Nullable Object[] row, int at) {
            Term term = Term.mapped(property, alias);
            values.put(property, Cells.read(property, term, row, at));
            return Cells.expressions(term).size();
        }
    }
}
