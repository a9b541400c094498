package org.clientele.jpa;

import java.util.ArrayList;
import java.util.List;
import org.clientele.criteria.Attribute;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.CollectionProperty;
import org.clientele.property.Property;
import org.jspecify.annotations.Nullable;

/** Some attributes of records, read without the records. */
final class ValueRows {

    private final List<Column> columns = new ArrayList<>();
    private final List<String> expressions = new ArrayList<>();

    private final @Nullable Class<?> onlyKind;

    /** An attribute and the first of its cells. */
    private record Column(Attribute<?, ?> attribute, Term term, int at) {}

    /**
     * The attributes of the records under an alias.
     *
     * @param onlyKind the class of all of them, which is not asked for then: EclipseLink refuses to; null when they are of several
     */
    ValueRows(List<? extends Attribute<?, ?>> attributes, String alias, @Nullable Class<?> onlyKind) {
        this.onlyKind = onlyKind;
        for (Attribute<?, ?> attribute : attributes) {
            if (isOnlyKind(attribute)) {
                columns.add(new Column(attribute, Term.of(""), 0));
                continue;
            }
            Term term = Term.mapped(attribute, alias);
            columns.add(new Column(attribute, term, expressions.size()));
            expressions.addAll(Cells.expressions(term));
        }
        do {
            expressions.add(alias + ".id");
        } while (expressions.size() == 1); // so that a row is never a single cell
    }

    private boolean isOnlyKind(Attribute<?, ?> attribute) {
        return onlyKind != null && attribute == CrmRecord.KIND;
    }

    /** Whether an attribute is a column of all records of the type, or two. */
    static boolean isColumn(Mapping mapping, EntityType<?> type, Attribute<?, ?> attribute) {
        Class<?> root = mapping.root(type.recordClass());
        return attribute == CrmRecord.ID
                || attribute == CrmRecord.KIND
                || (attribute instanceof Property<?, ?> property
                        && !property.isCustom()
                        && !(property instanceof CollectionProperty<?, ?, ?>)
                        && mapping.holder(root, property) == root);
    }

    /** What to select. */
    String expressions() {
        return String.join(", ", expressions);
    }

    /** The values of one row, in the order of the attributes. */
    List<@Nullable Object> read(@Nullable Object[] cells) {
        List<@Nullable Object> values = new ArrayList<>(columns.size());
        for (Column column : columns) {
            values.add(value(column, cells));
        }
        return values;
    }

    private @Nullable Object value(Column column, @Nullable Object[] cells) {
        if (isOnlyKind(column.attribute)) {
            return onlyKind;
        }
        return column.attribute instanceof Property<?, ?> property
                ? Cells.read(property, column.term, cells, column.at)
                : cells[column.at];
    }
}
