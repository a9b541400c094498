package org.clientele.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.clientele.property.AnyReferenceProperty;
import org.clientele.property.BooleanProperty;
import org.clientele.property.ChoiceProperty;
import org.clientele.property.DateProperty;
import org.clientele.property.InstantProperty;
import org.clientele.property.MoneyProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.ReferenceSetProperty;
import org.clientele.property.SetProperty;
import org.clientele.property.TextProperty;
import org.clientele.value.AnyRef;
import org.clientele.value.Choice;
import org.clientele.value.Dictionary;
import org.clientele.value.Identified;
import org.clientele.value.Money;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * Makes properties that need no field: their values live in the record's custom values. Every kind is offered that makes
 * sense without a class of its own.
 *
 * @param <R> the type that gets the property
 */
public final class CustomProperties<R extends CrmRecord> {

    CustomProperties() {}

    public TextProperty<R> text(String name) {
        return TextProperty.of(name, this.<String>read(name), this.<String>write(name))
                .asCustom();
    }

    public NumberProperty<R, Integer> integer(String name) {
        return NumberProperty.ofInteger(name, this.<Integer>read(name), this.<Integer>write(name))
                .asCustom();
    }

    public NumberProperty<R, BigDecimal> decimal(String name, int scale) {
        return NumberProperty.ofDecimal(name, scale, this.<BigDecimal>read(name), this.<BigDecimal>write(name))
                .asCustom();
    }

    public NumberProperty<R, BigDecimal> percent(String name) {
        return NumberProperty.ofPercent(name, this.<BigDecimal>read(name), this.<BigDecimal>write(name))
                .asCustom();
    }

    public MoneyProperty<R> money(String name) {
        return MoneyProperty.of(name, this.<Money>read(name), this.<Money>write(name))
                .asCustom();
    }

    public DateProperty<R> date(String name) {
        return DateProperty.of(name, this.<LocalDate>read(name), this.<LocalDate>write(name))
                .asCustom();
    }

    public InstantProperty<R> instant(String name) {
        return InstantProperty.of(name, this.<Instant>read(name), this.<Instant>write(name))
                .asCustom();
    }

    public BooleanProperty<R> bool(String name) {
        return BooleanProperty.of(name, this.<Boolean>read(name), this.<Boolean>write(name))
                .asCustom();
    }

    public <C extends Choice> ChoiceProperty<R, C> choice(String name, Dictionary<C> dictionary) {
        return ChoiceProperty.of(name, dictionary, this.<C>read(name), this.<C>write(name))
                .asCustom();
    }

    public <T extends Identified> ReferenceProperty<R, T> reference(String name, Class<T> target) {
        return ReferenceProperty.of(name, target, this.<Ref<T>>read(name), this.<Ref<T>>write(name))
                .asCustom();
    }

    public AnyReferenceProperty<R> anyReference(String name) {
        return AnyReferenceProperty.of(name, this.<AnyRef>read(name), this.<AnyRef>write(name))
                .asCustom();
    }

    public SetProperty<R> set(String name) {
        return SetProperty.of(name, readSet(name), this.<Set<String>>write(name))
                .asCustom();
    }

    public <T extends Identified> ReferenceSetProperty<R, T> references(String name, Class<T> target) {
        return ReferenceSetProperty.of(name, target, this.<Ref<T>>readSet(name), this.<Set<Ref<T>>>write(name))
                .asCustom();
    }

    @SuppressWarnings("unchecked")
    private <V> Function<R, @Nullable V> read(String name) {
        return record -> (V) record.customValue(name);
    }

    @SuppressWarnings("unchecked")
    private <E> Function<R, @Nullable Set<E>> readSet(String name) {
        return record -> {
            Object value = record.customValue(name);
            return value == null ? Set.of() : (Set<E>) value;
        };
    }

    private <V> BiConsumer<R, @Nullable V> write(String name) {
        return (record, value) ->
                record.setCustomValue(name, value instanceof Set<?> set && set.isEmpty() ? null : value);
    }
}
