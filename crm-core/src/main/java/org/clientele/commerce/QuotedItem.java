package org.clientele.commerce;

import static org.clientele.property.Traits.label;
import static org.clientele.property.Traits.maxLength;
import static org.clientele.property.Traits.required;

import java.math.BigDecimal;
import java.util.Optional;
import org.clientele.property.BooleanProperty;
import org.clientele.property.ItemType;
import org.clientele.property.MoneyProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.Property;
import org.clientele.property.TextProperty;
import org.clientele.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line of a quote: an offer of so much of a product at a price. A product may be offered several times, as in other
 * quantities at other prices; all but one of these offers are then alternatives, which do not count in the quote. Immutable.
 *
 * <pre>{@code
 * QuotedItem.of("SKU-1", "100", "item", Money.of("9.50", "USD"));
 * QuotedItem.of("SKU-1", "500", "item", Money.of("9", "USD")).asAlternative();
 * }</pre>
 */
public final class QuotedItem implements Line {

    /** The number by which the seller knows the product. */
    public static final TextProperty<QuotedItem> PRODUCT_SKU = TextProperty.<QuotedItem>of(
                    "productSku", item -> item.productSku)
            .with(label("Product SKU"), maxLength(255));
    /** What is offered, where it has no number. */
    public static final TextProperty<QuotedItem> FREE_FORM_PRODUCT = TextProperty.<QuotedItem>of(
                    "freeFormProduct", item -> item.freeFormProduct)
            .with(maxLength(255));
    /** How much; more than 0. */
    public static final NumberProperty<QuotedItem, BigDecimal> QUANTITY = NumberProperty.<QuotedItem>ofDecimal(
                    "quantity", Money.SCALE, item -> item.quantity)
            .with(required(), new AboveZero());
    /** What the quantity counts, such as {@code item} or {@code kg}. */
    public static final TextProperty<QuotedItem> UNIT =
            TextProperty.<QuotedItem>of("unit", item -> item.unit).with(required(), maxLength(255));
    /** What one unit is to cost. */
    public static final MoneyProperty<QuotedItem> PRICE =
            MoneyProperty.<QuotedItem>of("price", item -> item.price).with(new NotNegative(), label("Offered price"));
    /** Whether another offer of the quote counts in its place. */
    public static final BooleanProperty<QuotedItem> ALTERNATIVE =
            BooleanProperty.<QuotedItem>of("alternative", item -> item.alternative);

    public static final TextProperty<QuotedItem> COMMENT = TextProperty.<QuotedItem>of("comment", item -> item.comment);

    /** For properties that hold such items; a record may have several that are alike. */
    public static final ItemType<QuotedItem> TYPE = ItemType.define(
                    "quoted item",
                    QuotedItem::new,
                    PRODUCT_SKU,
                    FREE_FORM_PRODUCT,
                    QUANTITY,
                    UNIT,
                    PRICE,
                    ALTERNATIVE,
                    COMMENT)
            .repeatable();

    private @Nullable String productSku;
    private @Nullable String freeFormProduct;
    private @Nullable BigDecimal quantity;
    private @Nullable String unit;
    private @Nullable Money price;
    private boolean alternative;
    private @Nullable String comment;

    /** For persistence. */
    private QuotedItem() {}

    private QuotedItem(ItemType.Values<QuotedItem> values) {
        productSku = values.get(PRODUCT_SKU);
        freeFormProduct = values.get(FREE_FORM_PRODUCT);
        quantity = Line.exact(values.get(QUANTITY));
        unit = values.get(UNIT);
        price = values.get(PRICE);
        alternative = Boolean.TRUE.equals(values.get(ALTERNATIVE));
        comment = values.get(COMMENT);
    }

    /** So much of a product; the price is that of one unit, null when it is not known. */
    public static QuotedItem of(String sku, String quantity, String unit, @Nullable Money price) {
        return TYPE.make(new ItemType.Values<QuotedItem>()
                .put(PRODUCT_SKU, sku)
                .put(QUANTITY, new BigDecimal(quantity))
                .put(UNIT, unit)
                .put(PRICE, price));
    }

    /** An offer of what is wanted, at the price that the customer has in mind. */
    static QuotedItem offer(RequestedItem wanted) {
        return TYPE.make(new ItemType.Values<QuotedItem>()
                .put(PRODUCT_SKU, wanted.get(RequestedItem.PRODUCT_SKU))
                .put(FREE_FORM_PRODUCT, wanted.get(RequestedItem.FREE_FORM_PRODUCT))
                .put(QUANTITY, wanted.quantity())
                .put(UNIT, wanted.get(RequestedItem.UNIT))
                .put(PRICE, wanted.price())
                .put(COMMENT, wanted.get(RequestedItem.COMMENT)));
    }

    /** The same offer, beside another one that counts. */
    public QuotedItem asAlternative() {
        return with(ALTERNATIVE, true);
    }

    @Override
    public boolean counts() {
        return !alternative;
    }

    private String product() {
        return Line.product(productSku, freeFormProduct);
    }

    /** Whether it says what is meant. */
    boolean hasProduct() {
        return Line.isProduct(productSku, freeFormProduct);
    }

    /** This item with another value in one place. */
    public <V> QuotedItem with(Property<QuotedItem, V> property, @Nullable V value) {
        return TYPE.with(this, property, value);
    }

    /** The value in one place. */
    public <V> @Nullable V get(Property<QuotedItem, V> property) {
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
        return other instanceof QuotedItem item && TYPE.values(this).equals(TYPE.values(item));
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
