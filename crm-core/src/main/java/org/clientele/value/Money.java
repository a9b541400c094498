package org.clientele.value;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An exact amount in a currency, with up to four decimals and fifteen digits before them. Immutable and thread-safe.
 *
 * <p>Amounts are equal by value: {@code 1.5 USD} equals {@code 1.50 USD}.
 *
 * @param amount always held with four decimals
 * @param currency the ISO 4217 code
 */
public record Money(BigDecimal amount, String currency) implements Comparable<Money>, Serializable {

    /** Decimals that an amount can have. */
    public static final int SCALE = 4;

    private static final int DIGITS = 19;

    /** IllegalArgumentException when the amount has more decimals or digits, or the currency is unknown. */
    public Money {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(currency, "currency");
        requireFewDigits(amount);
        if (amount.scale() != SCALE) {
            amount = withFourDecimals(amount);
        }
        if (!isCurrency(currency)) {
            throw new IllegalArgumentException(
                    "'" + currency + "' is no currency; give an ISO 4217 code such as USD, in upper case");
        }
    }

    /** The amount in this currency, such as {@code of("17000", "USD")}. */
    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    /** The amount in this currency; empty when the currency is none or unknown, or when no money is so much or so fine. */
    public static Optional<Money> find(BigDecimal amount, @Nullable String currency) {
        try {
            return currency == null ? Optional.empty() : Optional.of(new Money(amount, currency));
        } catch (IllegalArgumentException noMoney) {
            return Optional.empty();
        }
    }

    /** Nothing, in this currency. */
    public static Money zero(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** Reads what {@link #toString()} wrote; IllegalArgumentException for anything else. */
    public static Money parse(String text) {
        int space = text.lastIndexOf(' ');
        if (space < 1) {
            throw new IllegalArgumentException("'" + text + "' is no money; write amount, space, currency: 12.50 USD");
        }
        return of(text.substring(0, space), text.substring(space + 1));
    }

    /** The sum; IllegalArgumentException when the currencies differ. */
    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    /** Whether the amount is below zero. */
    public boolean isNegative() {
        return amount.signum() < 0;
    }

    /** The order of amounts; IllegalArgumentException when the currencies differ. */
    @Override
    public int compareTo(Money other) {
        return amount.compareTo(sameCurrency(other).amount);
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    this + " and " + other + " differ in currency; convert one of them first");
        }
        return other;
    }

    private static BigDecimal withFourDecimals(BigDecimal amount) {
        BigDecimal shortest = amount.stripTrailingZeros();
        if (shortest.scale() > SCALE) {
            throw new IllegalArgumentException(
                    "amount " + amount + " has more than " + SCALE + " decimals; round it first");
        }
        return shortest.setScale(SCALE);
    }

    /** Looked at before the number is rewritten: 1E+999999999 written out fills the memory. */
    private static void requireFewDigits(BigDecimal amount) {
        if (amount.signum() != 0 && (long) amount.precision() - amount.scale() > DIGITS - SCALE) {
            throw new IllegalArgumentException("amount " + amount + " has more than " + (DIGITS - SCALE)
                    + " digits before the decimals; no money column holds it");
        }
    }

    /** Whether this is the ISO 4217 code of a currency, in upper case. */
    public static boolean isCurrency(String code) {
        try {
            Currency.getInstance(code);
            return true;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    /** Amount without needless zeros, space, currency: {@code 12.5 USD}. */
    @Override
    public String toString() {
        return (amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString()) + " " + currency;
    }
}
