package org.clientele.exchange.cell;

import java.util.Objects;
import org.clientele.property.Property;

/**
 * A column of a table: its title, the property that it holds, and how its cells are written. The same column serves an
 * import and an export.
 *
 * @param <R> the type that has the property
 * @param <V> the values
 */
public record Column<R, V>(String title, Property<? super R, V> property, Codec<V> codec) {

    public Column {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(property, "property");
        Objects.requireNonNull(codec, "codec");
    }
}
