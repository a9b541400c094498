package org.clientele.commerce;

import static org.clientele.property.Traits.label;
import static org.clientele.property.Traits.maxLength;
import static org.clientele.property.Traits.required;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.clientele.property.DateProperty;
import org.clientele.property.ItemType;
import org.clientele.property.MoneyProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.Property;
import org.clientele.property.TextProperty;
import org.clientele.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line of an order: so much of a product, known by its number or described freely, at a price. Immutable.
 *
 * <pre>{@code
 * OrderLineItem.of("SKU-1", "2", "item", Money.of("12.50", "USD"));
 * }</pre>
 */
public final class OrderLineItem implements Line {

    /** The number by which the seller knows the product. */
    public static final TextProperty<OrderLineItem> PRODUCT_SKU = TextProperty.<OrderLineItem>of(
                    "productSku", item -> item.productSku)
            .with(label("Product SKU"), maxLength(255));
    /** What is ordered, where it has no number. */
    public static final TextProperty<OrderLineItem> FREE_FORM_PRODUCT = TextProperty.<OrderLineItem>of(
                    "freeFormProduct", item -> item.freeFormProduct)
            .with(maxLength(255));
    /** How much; more than 0. */
    public static final NumberProperty<OrderLineItem, BigDecimal> QUANTITY = NumberProperty.<OrderLineItem>ofDecimal(
                    "quantity", Money.SCALE, item -> item.quantity)
            .with(required(), new AboveZero());
    /** What the quantity counts, such as {@code item} or {@code kg}. */
    public static final TextProperty<OrderLineItem> UNIT =
            TextProperty.<OrderLineItem>of("unit", item -> item.unit).with(required(), maxLength(255));
    /** What one unit costs. */
    public static final MoneyProperty<OrderLineItem> PRICE =
            MoneyProperty.<OrderLineItem>of("price", item -> item.price).with(new NotNegative());
    /** The last day on which it is to be sent. */
    public static final DateProperty<OrderLineItem> SHIP_BY =
            DateProperty.<OrderLineItem>of("shipBy", item -> item.shipBy);

    public static final TextProperty<OrderLineItem> COMMENT =
            TextProperty.<OrderLineItem>of("comment", item -> item.comment);

    /** For properties that hold such items; a record may have several that are alike. */
    public static final ItemType<OrderLineItem> TYPE = ItemType.define(
                    "order line item",
                    OrderLineItem::new,
                    PRODUCT_SKU,
                    FREE_FORM_PRODUCT,
                    QUANTITY,
                    UNIT,
                    PRICE,
                    SHIP_BY,
                    COMMENT)
            .repeatable();

    private @Nullable String productSku;
    private @Nullable String freeFormProduct;
    private @Nullable BigDecimal quantity;
    private @Nullable String unit;
    private @Nullable Money price;
    private @Nullable LocalDate shipBy;
    private @Nullable String comment;

    /** For persistence. */
    private OrderLineItem() {}

    private OrderLineItem(ItemType.Values<OrderLineItem> values) {
        productSku = values.get(PRODUCT_SKU);
        freeFormProduct = values.get(FREE_FORM_PRODUCT);
        quantity = Line.exact(values.get(QUANTITY));
        unit = values.get(UNIT);
        price = values.get(PRICE);
        shipBy = values.get(SHIP_BY);
        comment = values.get(COMMENT);
    }

    /** So much of a product; the price is that of one unit, null when it is not known. */
    public static OrderLineItem of(String sku, String quantity, String unit, @Nullable Money price) {
        return TYPE.make(new ItemType.Values<OrderLineItem>()
                .put(PRODUCT_SKU, sku)
                .put(QUANTITY, new BigDecimal(quantity))
                .put(UNIT, unit)
                .put(PRICE, price));
    }

    /** A line for what was offered. */
    static OrderLineItem of(QuotedItem offered) {
        return TYPE.make(new ItemType.Values<OrderLineItem>()
                .put(PRODUCT_SKU, offered.get(QuotedItem.PRODUCT_SKU))
                .put(FREE_FORM_PRODUCT, offered.get(QuotedItem.FREE_FORM_PRODUCT))
                .put(QUANTITY, offered.quantity())
                .put(UNIT, offered.get(QuotedItem.UNIT))
                .put(PRICE, offered.price())
                .put(COMMENT, offered.get(QuotedItem.COMMENT)));
    }

    /** A line for what is in a shopping list. */
    static OrderLineItem of(ShoppingListItem meant) {
        return TYPE.make(new ItemType.Values<OrderLineItem>()
                .put(PRODUCT_SKU, meant.get(ShoppingListItem.PRODUCT_SKU))
                .put(QUANTITY, meant.quantity())
                .put(UNIT, meant.get(ShoppingListItem.UNIT))
                .put(PRICE, meant.price())
                .put(COMMENT, meant.get(ShoppingListItem.NOTES)));
    }

    private String product() {
        return Line.product(productSku, freeFormProduct);
    }

    /** Whether it says what is meant. */
    boolean hasProduct() {
        return Line.isProduct(productSku, freeFormProduct);
    }

    /** This item with another value in one place. */
    public <V> OrderLineItem with(Property<OrderLineItem, V> property, @Nullable V value) {
        return TYPE.with(this, property, value);
    }

    /** The value in one place. */
    public <V> @Nullable V get(Property<OrderLineItem, V> property) {
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
        return other instanceof OrderLineItem item && TYPE.values(this).equals(TYPE.values(item));
    }

    @Override
    public int hashCode() {
        return TYPE.values(this).hashCode();
    }

    @Override
    public String toString() {
        return Line.told(this, product(), unit);
    }
}
