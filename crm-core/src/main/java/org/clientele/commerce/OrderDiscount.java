package org.clientele.commerce;

import static org.clientele.property.Traits.maxLength;
import static org.clientele.property.Traits.range;

import java.math.BigDecimal;
import org.clientele.property.ItemType;
import org.clientele.property.MoneyProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.Property;
import org.clientele.property.TextProperty;
import org.clientele.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is taken off an order: a share of its subtotal or an amount. Immutable.
 *
 * <pre>{@code
 * OrderDiscount.percent("Spring sale", new BigDecimal("0.05"));    // five percent
 * OrderDiscount.amount("Voucher", Money.of("10", "USD"));
 * }</pre>
 */
public final class OrderDiscount {

    public static final TextProperty<OrderDiscount> DESCRIPTION = TextProperty.<OrderDiscount>of(
                    "description", item -> item.description)
            .with(maxLength(255));
    /** The share of the subtotal, from 0 to 1. */
    public static final NumberProperty<OrderDiscount, BigDecimal> PERCENT = NumberProperty.<OrderDiscount>ofPercent(
                    "percent", item -> item.percent)
            .with(range(0, 1));

    public static final MoneyProperty<OrderDiscount> AMOUNT =
            MoneyProperty.<OrderDiscount>of("amount", item -> item.amount).with(new NotNegative());

    /** For properties that hold such items; a record may have several that are alike. */
    public static final ItemType<OrderDiscount> TYPE = ItemType.define(
                    "order discount", OrderDiscount::new, DESCRIPTION, PERCENT, AMOUNT)
            .repeatable();

    private @Nullable String description;
    private @Nullable BigDecimal percent;
    private @Nullable Money amount;

    /** For persistence. */
    private OrderDiscount() {}

    private OrderDiscount(ItemType.Values<OrderDiscount> values) {
        description = values.get(DESCRIPTION);
        percent = Line.exact(values.get(PERCENT));
        amount = values.get(AMOUNT);
    }

    /** A share of the subtotal, from 0 to 1. */
    public static OrderDiscount percent(String description, BigDecimal share) {
        return TYPE.make(new ItemType.Values<OrderDiscount>()
                .put(DESCRIPTION, description)
                .put(PERCENT, share));
    }

    /** An amount in the currency of the order. */
    public static OrderDiscount amount(String description, Money amount) {
        return TYPE.make(new ItemType.Values<OrderDiscount>()
                .put(DESCRIPTION, description)
                .put(AMOUNT, amount));
    }

    /** Whether it is either a share or an amount. */
    boolean isClear() {
        return (percent == null) != (amount == null);
    }

    /** The amount, if it is one. */
    @Nullable
    Money amount() {
        return amount;
    }

    /** What it takes off so much: a share to four decimals, halves to the even neighbour. */
    BigDecimal of(BigDecimal subtotal) {
        if (amount != null) {
            return amount.amount();
        }
        return percent == null ? BigDecimal.ZERO : Line.rounded(subtotal, percent);
    }

    /** This item with another value in one place. */
    public <V> OrderDiscount with(Property<OrderDiscount, V> property, @Nullable V value) {
        return TYPE.with(this, property, value);
    }

    /** The value in one place. */
    public <V> @Nullable V get(Property<OrderDiscount, V> property) {
        return property.get(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OrderDiscount item && TYPE.values(this).equals(TYPE.values(item));
    }

    @Override
    public int hashCode() {
        return TYPE.values(this).hashCode();
    }

    @Override
    public String toString() {
        return String.valueOf(description);
    }
}
