package org.clientele.exchange.cell;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.clientele.value.Money;

/** Numbers and amounts of money as texts of cells: a point before the decimals, nothing between the thousands. */
public final class Amounts {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,40}(\\.\\d{1,40})?");

    private Amounts() {}

    /** The number that a cell is; IllegalArgumentException with a sentence when it is none. */
    static BigDecimal number(String cell) {
        if (!NUMBER.matcher(cell).matches()) {
            throw new IllegalArgumentException("'" + cell + "' is no number; write digits and a point, such as 1234.5");
        }
        return new BigDecimal(cell);
    }

    /** A number as it is written. */
    public static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** The amount that a cell is in the currency that it says; IllegalArgumentException with a sentence when it is none. */
    public static Money read(String cell) {
        int space = cell.lastIndexOf(' ');
        if (space < 1 || !NUMBER.matcher(cell.substring(0, space)).matches()) {
            throw new IllegalArgumentException("'" + cell + "' is no money; write amount, blank, currency: 12.5 USD");
        }
        return new Money(new BigDecimal(cell.substring(0, space)), cell.substring(space + 1));
    }

    /** The amount that a cell is in a currency; IllegalArgumentException with a sentence when it is none. */
    public static Money of(String cell, String currency) {
        return new Money(number(cell), currency);
    }
}
