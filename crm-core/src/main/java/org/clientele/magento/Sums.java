package org.clientele.magento;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clientele.value.Money;
import org.jspecify.annotations.Nullable;

/** What the items of a cart or an order come to together: numbers of the one currency that all of their amounts have. */
record Sums(BigDecimal quantity, BigDecimal gross, BigDecimal reduction, BigDecimal tax) {

    static Sums of(Collection<Row> rows) {
        return new Sums(
                sum(rows, row -> row.quantity() == null ? BigDecimal.ZERO : row.quantity()),
                sum(rows, Row::gross),
                sum(rows, Row::reduction),
                sum(rows, row -> Row.amount(row.tax())));
    }

    private static BigDecimal sum(Collection<Row> rows, Function<Row, BigDecimal> number) {
        return rows.stream().map(number).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** These sums with amounts that no item explains. */
    Sums with(@Nullable Money furtherReduction, @Nullable Money furtherTax) {
        return new Sums(
                quantity, gross, reduction.add(Row.amount(furtherReduction).abs()), tax.add(Row.amount(furtherTax)));
    }

    /** What is to be paid, without shipping. */
    BigDecimal total() {
        return gross.subtract(reduction).add(tax);
    }

    /** The currency of the first amount that is there, or the other one. */
    static String currency(Stream<Money> amounts, String otherwise) {
        return amounts.map(Money::currency).findFirst().orElse(otherwise);
    }

    /** Whether all amounts are in this currency. */
    static boolean allIn(@Nullable String currency, Stream<Money> amounts) {
        return amounts.allMatch(amount -> amount.currency().equals(currency));
    }
}
