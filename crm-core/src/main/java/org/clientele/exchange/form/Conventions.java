package org.clientele.exchange.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.clientele.exchange.cell.Codec;
import org.clientele.exchange.cell.Codecs;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.property.CollectionProperty;
import org.clientele.property.ItemsProperty;
import org.clientele.property.MoneyProperty;
import org.clientele.property.Property;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.ReferenceSetProperty;
import org.clientele.property.SetProperty;
import org.clientele.property.Traits;
import org.clientele.value.Identified;
import org.clientele.value.Ref;

/**
 * How the properties of a type stand in a file unless something else is said (OroCRM documentation, Import: column headers):
 * under their labels; related records by what a person knows them by; what there may be many of by number. Immutable.
 */
public final class Conventions {

    /** The title of the column of identities. */
    public static final String ID = "Id";

    private final Schema schema;

    /** The conventions while these types are in force. */
    public Conventions(Schema schema) {
        this.schema = schema;
    }

    /**
     * The fields of a type's records that somebody gives: its properties, those of a host's that were defined at run time
     * included; sets of words, such as tags, are last.
     */
    public <R extends CrmRecord> List<Field<R, ?>> fields(EntityType<R> type) {
        List<Field<R, ?>> fields = new ArrayList<>();
        List<Field<R, ?>> last = new ArrayList<>();
        for (Property<? super R, ?> property : schema.properties(type)) {
            if (!property.has(Traits.Calculated.class)) {
                (property instanceof SetProperty<?> ? last : fields).add(this.<R>anyField(property));
            }
        }
        fields.addAll(last);
        return fields;
    }

    private <R> Field<R, ?> anyField(Property<? super R, ?> property) {
        return field(property);
    }

    /** The field of one property. */
    public <R, V> Field<R, V> field(Property<? super R, V> property) {
        return Field.of(property, form(property, 0));
    }

    /** The field of one property, with titles that begin with this one. */
    public <R, V> Field<R, V> field(String title, Property<? super R, V> property) {
        return new Field<>(List.of(title), property, form(property, 0));
    }

    /** A field with this many elements, when it has such by number; otherwise as it is. */
    public <R, V> Field<R, V> numbered(Field<R, V> field, int most) {
        return field.form() instanceof NumberedForm<?, ?>
                ? new Field<>(field.titles(), field.property(), form(field.property(), most))
                : field;
    }

    /**
     * The form of a property's values.
     *
     * @param most how many elements of a collection are written; 0 for as many as there are
     */
    @SuppressWarnings("unchecked") // each kind of property has values of one class
    private <V> Form<V> form(Property<?, V> property, int most) {
        Property<?, ?> kind = property;
        Form<?> form;
        if (kind instanceof ItemsProperty<?, ?> items) {
            form = items(items, most);
        } else if (kind instanceof ReferenceSetProperty<?, ?> references) {
            form = references(references, most);
        } else if (kind instanceof ReferenceProperty<?, ?> reference) {
            form = target(reference.target()).<Form<?>>map(this::relation).orElseGet(() -> identity());
        } else if (kind instanceof MoneyProperty<?>) {
            form = new MoneyForm();
        } else {
            Optional<Traits.Words> words = property.trait(Traits.Words.class);
            form = words.<Form<?>>map(each -> words(each, most)).orElseGet(() -> new CellForm<>(Codecs.of(property)));
        }
        return (Form<V>) form;
    }

    private static Form<String> words(Traits.Words words, int most) {
        return new NumberedForm<>(new WordSeries(), new PartForm<>(words.label(), new CellForm<>(Codecs.text())), most);
    }

    /** The mark of the item that is used first has no column: the first one is it. */
    private <R, I> Form<List<I>> items(ItemsProperty<R, I> property, int most) {
        List<Field<I, ?>> parts = new ArrayList<>();
        for (Property<I, ?> part : property.items().properties()) {
            if (property.items().mark().filter(mark -> mark == part).isEmpty()) {
                parts.add(this.<I>anyField(part));
            }
        }
        return new NumberedForm<>(new ItemSeries<>(property), new ItemForm<>(property.items(), parts), most);
    }

    @SuppressWarnings("unchecked") // a reference points to records of its target
    private <T extends Identified> Form<?> references(ReferenceSetProperty<?, T> property, int most) {
        Form<Ref<T>> element = target(property.target())
                .map(type -> (Form<Ref<T>>) (Form<?>) relation(type))
                .orElseGet(Conventions::identity);
        return new NumberedForm<>(new ReferenceSeries<T>(), element, most);
    }

    private static <T extends Identified> Form<Ref<T>> identity() {
        return new PartForm<>(ID, new CellForm<>(Codecs.<T>identity()));
    }

    /** The type of what is pointed to, when a person knows its records by something that a cell can hold. */
    private Optional<EntityType<?>> target(Class<?> recordClass) {
        return schema.types().stream()
                .filter(type -> type.recordClass() == recordClass && !keys(type).isEmpty())
                .findFirst();
    }

    private <T extends CrmRecord> Form<Ref<T>> relation(EntityType<T> type) {
        return new RelationForm<>(type, keys(type));
    }

    private static <T extends CrmRecord> List<RelationForm.Key<T, ?>> keys(EntityType<T> type) {
        List<RelationForm.Key<T, ?>> keys = new ArrayList<>();
        for (Property<? super T, ?> property : known(type)) {
            keys.add(Conventions.<T>anyKey(property));
        }
        return keys;
    }

    private static <T extends CrmRecord> RelationForm.Key<T, ?> anyKey(Property<? super T, ?> property) {
        return key(property);
    }

    private static <T extends CrmRecord, V> RelationForm.Key<T, V> key(Property<? super T, V> property) {
        Codec<V> codec = Codecs.of(property);
        return new RelationForm.Key<>(Field.of(property, new CellForm<>(codec)), codec);
    }

    /** What a person knows the records of a type by, as far as a record can be looked for by it. */
    public static <R extends CrmRecord> List<Property<? super R, ?>> known(EntityType<R> type) {
        return type.identity().stream()
                .filter(property -> !(property instanceof CollectionProperty<?, ?, ?>))
                .toList();
    }

    /** The first of some fields that holds a property. */
    public static <R> Optional<Field<R, ?>> find(Collection<Field<R, ?>> fields, Property<?, ?> property) {
        return fields.stream()
                .filter(field -> field.property().equals(property))
                .findFirst();
    }
}
