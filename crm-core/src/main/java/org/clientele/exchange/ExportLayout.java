package org.clientele.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientele.model.CrmRecord;
import org.clientele.property.Property;

/**
 * Collects the columns of an export, in their order; used within the lambda of an export only.
 *
 * @param <R> the type of the records
 */
public final class ExportLayout<R extends CrmRecord> {

    final List<Column<R, ?>> columns = new ArrayList<>();
    Optional<String> idTitle = Optional.empty();

    ExportLayout() {}

    /** A column of the property, titled by its label. */
    public <V> ExportLayout<R> column(Property<? super R, V> property) {
        return column(property.label(), property);
    }

    /** A column of the property. */
    public <V> ExportLayout<R> column(String title, Property<? super R, V> property) {
        return column(title, property, Codecs.of(property));
    }

    /** A column of the property, written so. */
    public <V> ExportLayout<R> column(String title, Property<? super R, V> property, Codec<V> codec) {
        return column(new Column<R, V>(title, property, codec));
    }

    /** A column that was made before, for an import perhaps. */
    public ExportLayout<R> column(Column<R, ?> column) {
        columns.add(column);
        return this;
    }

    /** A first column of the records' identities, by which an import finds them again. */
    public ExportLayout<R> id(String title) {
        idTitle = Optional.of(title);
        return this;
    }
}
