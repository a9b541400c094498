package org.clientele.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.exchange.cell.Codec;
import org.clientele.exchange.cell.Codecs;
import org.clientele.exchange.cell.Column;
import org.clientele.exchange.form.Conventions;
import org.clientele.exchange.form.Field;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.property.CollectionProperty;
import org.clientele.property.Property;

/**
 * Collects the columns of an export, in their order; used within the lambda of an export only.
 *
 * @param <R> the type of the records
 */
public final class ExportLayout<R extends CrmRecord> {

    private static final int NOWHERE = -1;

    Optional<String> idTitle = Optional.empty();

    private final EntityType<R> type;
    private final Conventions conventions;
    private final List<Field<R, ?>> named = new ArrayList<>();
    private final Map<Property<?, ?>, Integer> numbers = new HashMap<>();
    private int conventionalAt = NOWHERE;

    ExportLayout(EntityType<R> type, Schema schema) {
        this.type = type;
        this.conventions = new Conventions(schema);
    }

    /**
     * The columns of the type by convention: the identity in a first column {@code Id}, then all properties that somebody
     * gives and that the layout does not name itself, a host's and custom ones included, as {@link #columns(Property)} has
     * them; sets of words, such as tags, come last. {@link ImportLayout#conventional()} reads them again.
     */
    public ExportLayout<R> conventional() {
        conventionalAt = named.size();
        return this;
    }

    /**
     * The columns that hold the property by convention. For most kinds that is one column. Items have a column for each of
     * their parts, by number: {@code Emails 2 Email}, the primary one first; of several records that are pointed to, likewise,
     * and of one, columns for what a person knows it by: {@code Default Contact First name}; money has an amount and a
     * currency. There are as many numbers as the record has that has most, and one at least; for that, records are read twice.
     */
    public <V> ExportLayout<R> columns(Property<? super R, V> property) {
        return add(conventions.field(property));
    }

    /** The columns that hold the property by convention, with titles that begin with this one. */
    public <V> ExportLayout<R> columns(String title, Property<? super R, V> property) {
        return add(conventions.field(title, property));
    }

    /**
     * How many elements of the property have columns, from 1, instead of as many as occur. The export fails when a record has
     * more, as nothing is left out.
     */
    public ExportLayout<R> numbered(CollectionProperty<? super R, ?, ?> property, int most) {
        if (most < 1) {
            throw new IllegalArgumentException(property + " in " + most + " columns; give 1 or more");
        }
        numbers.put(property, most);
        return this;
    }

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
        return add(Field.of(column));
    }

    private ExportLayout<R> add(Field<R, ?> field) {
        named.add(field);
        return this;
    }

    /** A first column of the records' identities, by which an import finds them again. */
    public ExportLayout<R> id(String title) {
        idTitle = Optional.of(title);
        return this;
    }

    /** The title of the column of identities, if there is one. */
    Optional<String> idTitle() {
        return conventionalAt == NOWHERE ? idTitle : idTitle.or(() -> Optional.of(Conventions.ID));
    }

    /** All fields, in their order. */
    List<Field<R, ?>> fields() {
        List<Field<R, ?>> all = new ArrayList<>(named);
        if (conventionalAt != NOWHERE) {
            all.addAll(
                    conventionalAt,
                    conventions.fields(type).stream()
                            .filter(field ->
                                    Conventions.find(named, field.property()).isEmpty())
                            .toList());
        }
        all.replaceAll(this::numbered);
        return all;
    }

    private <V> Field<R, V> numbered(Field<R, V> field) {
        Integer most = numbers.get(field.property());
        return most == null ? field : conventions.numbered(field, most);
    }
}
