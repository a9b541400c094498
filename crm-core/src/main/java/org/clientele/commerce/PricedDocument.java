package org.clientele.commerce;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.clientele.model.Situation;
import org.clientele.value.Currencies;
import org.clientele.value.Money;
import org.jspecify.annotations.Nullable;

/** A document whose lines have prices, all in the one currency of the document, and come to a subtotal. */
public abstract class PricedDocument extends CommerceDocument {

    static final String ONE_CURRENCY =
            "has an amount in another currency than its own; give all of them in the currency of the document";
    static final String COUNTABLE =
            "comes to more than any amount of money can be; make the quantities or the prices smaller, or part it";

    static final String TOTAL_COUNTABLE =
            "comes to more in all than any amount of money can be; make the amounts smaller, or part it";

    private @Nullable String currency;
    private @Nullable Money subtotal;

    PricedDocument() {}

    /** The lines, in their order. */
    abstract List<? extends Line> lines();

    /** The amounts that are not prices of lines. */
    Stream<@Nullable Money> extras() {
        return Stream.of();
    }

    /** A document without a currency has that of its first price, and the base currency when there is none. */
    final void price(Situation<? extends PricedDocument> situation) {
        if (currency == null || currency.isBlank()) {
            currency = prices().findFirst()
                    .map(Money::currency)
                    .orElseGet(() -> situation.setting(Currencies.SETTING).base());
        }
        subtotal = isInOneCurrency() ? Money.find(sum(), currency).orElse(null) : null;
    }

    private BigDecimal sum() {
        return lines().stream().filter(Line::counts).map(Line::worth).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The sum, in which nothing stands for no amount added; null when there is none, of one currency, that money can be. */
    static @Nullable Money plus(@Nullable Money one, @Nullable Money other) {
        return one == null || other == null ? one : added(one, other.amount(), other.currency());
    }

    static @Nullable Money minus(@Nullable Money one, Money other) {
        return one == null ? null : added(one, other.amount().negate(), other.currency());
    }

    private static @Nullable Money added(Money one, BigDecimal amount, String currency) {
        return one.currency().equals(currency)
                ? Money.find(one.amount().add(amount), currency).orElse(null)
                : null;
    }

    private Stream<Money> prices() {
        return lines().stream().map(Line::price).filter(Objects::nonNull);
    }

    /** Whether all amounts are in the document's currency. */
    final boolean isInOneCurrency() {
        return Stream.concat(prices(), extras().filter(Objects::nonNull))
                .allMatch(money -> money.currency().equals(currency));
    }

    /** Whether the lines come to an amount, if their currency lets them. */
    final boolean isCountable() {
        return subtotal != null || currency == null || !Money.isCurrency(currency) || !isInOneCurrency();
    }

    /** The ISO 4217 code of the currency of all amounts. */
    public @Nullable String getCurrency() {
        return currency;
    }

    public void setCurrency(@Nullable String currency) {
        this.currency = currency;
    }

    /** What the lines come to, in all: the exact sum of what each comes to. */
    public @Nullable Money getSubtotal() {
        return subtotal;
    }

    final void takeSubtotal(@Nullable Money newSubtotal) {
        subtotal = newSubtotal;
    }
}
