package org.clientele.commerce;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.clientele.value.Money;
import org.jspecify.annotations.Nullable;

/** A line of a document: so much of something, at a price. */
interface Line {

    /** How much; null only where the rules refuse the line. */
    @Nullable
    BigDecimal quantity();

    /** What one unit costs. */
    @Nullable
    Money price();

    /** Whether the line is part of what the document comes to. */
    default boolean counts() {
        return true;
    }

    /** Price times quantity, to four decimals, halves to the even neighbour; zero without a price. */
    static BigDecimal worth(Line line) {
        BigDecimal quantity = line.quantity();
        Money price = line.price();
        return quantity == null || price == null ? BigDecimal.ZERO : rounded(price.amount(), quantity);
    }

    /** A product as money has it: four decimals, halves to the even neighbour. */
    static BigDecimal rounded(BigDecimal one, BigDecimal other) {
        return one.multiply(other).setScale(Money.SCALE, RoundingMode.HALF_EVEN);
    }

    /** What the line comes to; empty without a price, and when no money is as much. */
    static Optional<Money> total(Line line) {
        Money price = line.price();
        return price == null ? Optional.empty() : Money.find(worth(line), price.currency());
    }

    /** A number of an item in the form in which it is kept; one that is too fine stays as it is, for the rules to see. */
    static @Nullable BigDecimal exact(@Nullable BigDecimal number) {
        return number == null || number.stripTrailingZeros().scale() > Money.SCALE
                ? number
                : number.setScale(Money.SCALE);
    }

    /** What a person calls the product: its number, or what was written in the place of one. */
    static String product(@Nullable String sku, @Nullable String freeForm) {
        return sku != null ? sku : String.valueOf(freeForm);
    }

    /** Whether a product is named at all. */
    static boolean isProduct(@Nullable String sku, @Nullable String freeForm) {
        return (sku != null && !sku.isBlank()) || (freeForm != null && !freeForm.isBlank());
    }

    /** Product, quantity, unit and price, for a person to read. */
    static String told(Line line, String product, @Nullable String unit) {
        BigDecimal quantity = line.quantity();
        Money price = line.price();
        return product + ", "
                + (quantity == null ? "no" : quantity.stripTrailingZeros().toPlainString()) + " " + unit
                + (price == null ? "" : " at " + price);
    }
}
