package org.clientele.commerce;

import static org.clientele.property.Traits.label;
import static org.clientele.property.Traits.maxLength;
import static org.clientele.property.Traits.required;

import java.math.BigDecimal;
import java.util.Optional;
import org.clientele.property.ItemType;
import org.clientele.property.MoneyProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.Property;
import org.clientele.property.TextProperty;
import org.clientele.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line of a request for a quote: so much of a product, at a price that the customer has in mind. Immutable.
 *
 * <pre>{@code
 * RequestedItem.of("SKU-1", "100", "item", Money.of("9", "USD"));
 * }</pre>
 */
public final class RequestedItem implements Line {

    /** The number by which the seller knows the product. */
    public static final TextProperty<RequestedItem> PRODUCT_SKU = TextProperty.<RequestedItem>of(
                    "productSku", item -> item.productSku)
            .with(label("Product SKU"), maxLength(255));
    /** What is wanted, where it has no number. */
    public static final TextProperty<RequestedItem> FREE_FORM_PRODUCT = TextProperty.<RequestedItem>of(
                    "freeFormProduct", item -> item.freeFormProduct)
            .with(maxLength(255));
    /** How much; more than 0. */
    public static final NumberProperty<RequestedItem, BigDecimal> QUANTITY = NumberProperty.<RequestedItem>ofDecimal(
                    "quantity", Money.SCALE, item -> item.quantity)
            .with(required(), new AboveZero());
    /** What the quantity counts, such as {@code item} or {@code kg}. */
    public static final TextProperty<RequestedItem> UNIT =
            TextProperty.<RequestedItem>of("unit", item -> item.unit).with(required(), maxLength(255));
    /** What one unit should cost; it may be left open. */
    public static final MoneyProperty<RequestedItem> PRICE =
            MoneyProperty.<RequestedItem>of("price", item -> item.price).with(new NotNegative(), label("Target price"));

    public static final TextProperty<RequestedItem> COMMENT =
            TextProperty.<RequestedItem>of("comment", item -> item.comment);

    /** For properties that hold such items; a record may have several that are alike. */
    public static final ItemType<RequestedItem> TYPE = ItemType.define(
                    "requested item",
                    RequestedItem::new,
                    PRODUCT_SKU,
                    FREE_FORM_PRODUCT,
                    QUANTITY,
                    UNIT,
                    PRICE,
                    COMMENT)
            .repeatable();

    private @Nullable String productSku;
    private @Nullable String freeFormProduct;
    private @Nullable BigDecimal quantity;
    private @Nullable String unit;
    private @Nullable Money price;
    private @Nullable String comment;

    /** For persistence. */
    private RequestedItem() {}

    private RequestedItem(ItemType.Values<RequestedItem> values) {
        productSku = values.get(PRODUCT_SKU);
        freeFormProduct = values.get(FREE_FORM_PRODUCT);
        quantity = Line.exact(values.get(QUANTITY));
        unit = values.get(UNIT);
        price = values.get(PRICE);
        comment = values.get(COMMENT);
    }

    /** So much of a product; the price is that of one unit, null when it is not known. */
    public static RequestedItem of(String sku, String quantity, String unit, @Nullable Money price) {
        return TYPE.make(new ItemType.Values<RequestedItem>()
                .put(PRODUCT_SKU, sku)
                .put(QUANTITY, new BigDecimal(quantity))
                .put(UNIT, unit)
                .put(PRICE, price));
    }

    /** The number of the product, or what it is called. */
    String product() {
        return Line.product(productSku, freeFormProduct);
    }

    /** Whether it says what is wanted. */
    boolean hasProduct() {
        return Line.isProduct(productSku, freeFormProduct);
    }

    /** This item with another value in one place. */
    public <V> RequestedItem with(Property<RequestedItem, V> property, @Nullable V value) {
        return TYPE.with(this, property, value);
    }

    /** The value in one place. */
    public <V> @Nullable V get(Property<RequestedItem, V> property) {
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
        return other instanceof RequestedItem item && TYPE.values(this).equals(TYPE.values(item));
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
