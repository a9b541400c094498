package org.clientele.magento;

import static org.clientele.property.Traits.label;
import static org.clientele.property.Traits.maxLength;
import static org.clientele.property.Traits.range;
import static org.clientele.property.Traits.required;

import java.math.BigDecimal;
import java.util.Objects;
import org.clientele.property.ItemType;
import org.clientele.property.MoneyProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.Property;
import org.clientele.property.TextProperty;
import org.clientele.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * What somebody ordered. Immutable.
 *
 * <pre>{@code
 * new OrderItem("Analytical engine", new BigDecimal("2"), Money.of("17000", "USD")).with(OrderItem.TAX, Money.of("3400", "USD"));
 * }</pre>
 */
public final class OrderItem {

    public static final TextProperty<OrderItem> SKU =
            TextProperty.<OrderItem>of("sku", item -> item.sku).with(maxLength(255), label("SKU"));
    public static final TextProperty<OrderItem> NAME =
            TextProperty.<OrderItem>of("name", item -> item.name).with(required(), maxLength(255));
    public static final TextProperty<OrderItem> PRODUCT_OPTIONS = TextProperty.<OrderItem>of(
                    "productOptions", item -> item.productOptions)
            .with(maxLength(2000));
    public static final NumberProperty<OrderItem, BigDecimal> QUANTITY = NumberProperty.<OrderItem>ofDecimal(
                    "quantity", 4, item -> item.quantity)
            .with(required(), range(0, 999_999_999_999_999.0), label("Qty"));
    public static final MoneyProperty<OrderItem> PRICE =
            MoneyProperty.<OrderItem>of("price", item -> item.price).with(required());
    /** What is taken off the whole row; its sign does not matter. */
    public static final MoneyProperty<OrderItem> DISCOUNT = MoneyProperty.of("discount", item -> item.discount);
    /** The tax on the whole row, as the shop has reckoned it. */
    public static final MoneyProperty<OrderItem> TAX = MoneyProperty.of("tax", item -> item.tax);

    /** For properties that hold such items. */
    public static final ItemType<OrderItem> TYPE = ItemType.define(
                    "order item", OrderItem::new, SKU, NAME, PRODUCT_OPTIONS, QUANTITY, PRICE, DISCOUNT, TAX)
            .repeatable();

    private @Nullable String sku;
    private @Nullable String name;
    private @Nullable String productOptions;
    private @Nullable BigDecimal quantity;
    private @Nullable Money price;
    private @Nullable Money discount;
    private @Nullable Money tax;

    /** For persistence. */
    private OrderItem() {}

    private OrderItem(ItemType.Values<OrderItem> values) {
        sku = values.get(SKU);
        name = values.get(NAME);
        productOptions = values.get(PRODUCT_OPTIONS);
        BigDecimal given = values.get(QUANTITY);
        quantity = given == null ? null : QUANTITY.exact(given);
        price = values.get(PRICE);
        discount = values.get(DISCOUNT);
        tax = values.get(TAX);
    }

    public OrderItem(String name, BigDecimal quantity, Money price) {
        this.name = name;
        this.quantity = QUANTITY.exact(quantity);
        this.price = price;
    }

    /** This item with another value in one place. */
    public <V> OrderItem with(Property<OrderItem, V> property, @Nullable V value) {
        return TYPE.with(this, property, value);
    }

    /** The value in one place. */
    public <V> @Nullable V get(Property<OrderItem, V> property) {
        return property.get(this);
    }

    /**
     * What the item comes to: price times quantity, rounded to four decimals if it has more, halves to the even neighbour; less
     * the discount, whatever its sign; plus the tax. Null when the item has no price, or when no money is so much.
     */
    public @Nullable Money rowTotal() {
        return price == null
                ? null
                : Money.find(row().total(), price.currency()).orElse(null);
    }

    Row row() {
        return new Row(quantity, price, discount, tax);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OrderItem item
                && row().equals(item.row())
                && Objects.equals(sku, item.sku)
                && Objects.equals(name, item.name)
                && Objects.equals(productOptions, item.productOptions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(sku, name, quantity, price);
    }

    /** Quantity and name. */
    @Override
    public String toString() {
        return quantity + " x " + name;
    }
}
