package org.clientele.commerce;

import static org.clientele.property.Traits.label;
import static org.clientele.property.Traits.maxLength;
import static org.clientele.property.Traits.required;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.clientele.property.ItemType;
import org.clientele.property.MoneyProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.Property;
import org.clientele.property.TextProperty;
import org.clientele.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line of a shopping list: so much of a product. Immutable.
 *
 * <pre>{@code
 * ShoppingListItem.of("SKU-1", "2", "item", Money.of("12.50", "USD"));
 * }</pre>
 */
public final class ShoppingListItem implements Line {

    /** The number by which the seller knows the product. */
    public static final TextProperty<ShoppingListItem> PRODUCT_SKU = TextProperty.<ShoppingListItem>of(
                    "productSku", item -> item.productSku)
            .with(required(), label("Product SKU"), maxLength(255));

    public static final TextProperty<ShoppingListItem> PRODUCT_NAME = TextProperty.<ShoppingListItem>of(
                    "productName", item -> item.productName)
            .with(maxLength(255));
    /** How much; more than 0, and 1 when nothing is said. */
    public static final NumberProperty<ShoppingListItem, BigDecimal> QUANTITY =
            NumberProperty.<ShoppingListItem>ofDecimal("quantity", Money.SCALE, item -> item.quantity)
                    .with(required(), new AboveZero());
    /** What the quantity counts, such as {@code item} or {@code kg}. */
    public static final TextProperty<ShoppingListItem> UNIT =
            TextProperty.<ShoppingListItem>of("unit", item -> item.unit).with(required(), maxLength(255));
    /** What one unit costs; it may be unknown. */
    public static final MoneyProperty<ShoppingListItem> PRICE =
            MoneyProperty.<ShoppingListItem>of("price", item -> item.price).with(new NotNegative());

    public static final TextProperty<ShoppingListItem> NOTES =
            TextProperty.<ShoppingListItem>of("notes", item -> item.notes);

    /** For properties that hold such items; a record may have several that are alike. */
    public static final ItemType<ShoppingListItem> TYPE = ItemType.define(
                    "shopping list item",
                    ShoppingListItem::new,
                    PRODUCT_SKU,
                    PRODUCT_NAME,
                    QUANTITY,
                    UNIT,
                    PRICE,
                    NOTES)
            .repeatable();

    private @Nullable String productSku;
    private @Nullable String productName;
    private @Nullable BigDecimal quantity;
    private @Nullable String unit;
    private @Nullable Money price;
    private @Nullable String notes;

    /** For persistence. */
    private ShoppingListItem() {}

    private ShoppingListItem(ItemType.Values<ShoppingListItem> values) {
        productSku = values.get(PRODUCT_SKU);
        productName = values.get(PRODUCT_NAME);
        quantity = Line.exact(Objects.requireNonNullElse(values.get(QUANTITY), BigDecimal.ONE));
        unit = values.get(UNIT);
        price = values.get(PRICE);
        notes = values.get(NOTES);
    }

    /** So much of a product; the price is that of one unit, null when it is not known. */
    public static ShoppingListItem of(String sku, String quantity, String unit, @Nullable Money price) {
        return TYPE.make(new ItemType.Values<ShoppingListItem>()
                .put(PRODUCT_SKU, sku)
                .put(QUANTITY, new BigDecimal(quantity))
                .put(UNIT, unit)
                .put(PRICE, price));
    }

    /** One item of a product whose price is not known. */
    public static ShoppingListItem of(String sku) {
        return of(sku, "1", "item", null);
    }

    /** This much more of the same. */
    ShoppingListItem plus(BigDecimal more) {
        return with(QUANTITY, quantity == null ? more : quantity.add(more));
    }

    /** Whether it is the same product in the same unit. */
    boolean isSameProduct(ShoppingListItem other) {
        return Objects.equals(productSku, other.productSku) && Objects.equals(unit, other.unit);
    }

    private String product() {
        return productSku != null ? productSku : String.valueOf(productName);
    }

    /** This item with another value in one place. */
    public <V> ShoppingListItem with(Property<ShoppingListItem, V> property, @Nullable V value) {
        return TYPE.with(this, property, value);
    }

    /** The value in one place. */
    public <V> @Nullable V get(Property<ShoppingListItem, V> property) {
        return property.get(this);
    }

    @Override
    public @Nullable BigDecimal quantity() {
        return quantity;
    }

    @Override
    public @Nullable Money price() {
        return price;
    }

    /**
     * What the line comes to: price times quantity, to four decimals, halves to the even neighbour. Empty without a price, and
     * when no money is as much.
     */
    public Optional<Money> total() {
        return Line.total(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ShoppingListItem item && TYPE.values(this).equals(TYPE.values(item));
    }

    @Override
    public int hashCode() {
        return TYPE.values(this).hashCode();
    }

    @Override
    public String toString() {
        return product() + ", "
                + (quantity == null ? "no" : quantity.stripTrailingZeros().toPlainString()) + " " + unit
                + (price == null ? "" : " at " + price);
    }
}
