package org.clientele.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.InstantProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.Property;
import org.jspecify.annotations.Nullable;

/**
 * A change of folded values of one record, made upon whatever they are when it is made; see {@link Records#adjust}.
 *
 * @param <R> the type of the record
 * @param type the record's type, or one that it extends
 * @param steps each of another property
 */
public record Adjustment<R extends CrmRecord>(EntityType<R> type, UUID id, List<Step<R>> steps) {

    public Adjustment {
        steps = List.copyOf(steps);
    }

    /** What becomes of one value. */
    public sealed interface Step<R> {

        /** The property that has the value. */
        Property<? super R, ?> property();
    }

    /** Makes the change on a record. */
    public void applyTo(R record) {
        for (Step<R> step : steps) {
            if (step instanceof Add<R> add) {
                add(add.property(), record, add.amount());
            } else if (step instanceof Raise<R> raise) {
                Instant former = raise.property().get(record);
                if (former == null || former.isBefore(raise.least())) {
                    raise.property().set(record, raise.least());
                }
            } else if (step instanceof Put<R, ?> put) {
                put(put, record);
            }
        }
    }

    private static <R, N extends Number & Comparable<N>> void add(
            NumberProperty<R, N> property, R record, BigDecimal amount) {
        property.set(record, property.plus(property.get(record), amount));
    }

    private static <R, V> void put(Put<R, V> put, R record) {
        put.property().set(record, put.value());
    }

    /** The value becomes greater by an amount, or less by a negative one; nothing counts as 0. */
    public record Add<R>(NumberProperty<? super R, ?> property, BigDecimal amount) implements Step<R> {}

    /** The value becomes this time unless it is later already. */
    public record Raise<R>(InstantProperty<? super R> property, Instant least) implements Step<R> {}

    /** The value becomes this one, whatever it was. */
    public record Put<R, V>(
            Property<? super R, V> property, @Nullable V value) implements Step<R> {}
}
