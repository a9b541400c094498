package org.clientele.exchange.cell;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientele.value.Money;

/**
 * Numbers and amounts of money as texts of cells: a point before the decimals, nothing between the thousands; or, where that
 * is said, a comma before the decimals, and points or blanks between the thousands.
 */
public final class Amounts {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,40}(\\.\\d{1,40})?");

    private static final Pattern WITH_COMMA =
            Pattern.compile("(?<whole>[+-]?(\\d{1,3}(?<mark>[. \u00A0\u202F])\\d{3}(\\k<mark>\\d{3}){0,12}|\\d{1,40}))"
                    + "(,(?<decimals>\\d{1,40}))?(?<rest>([ \u00A0\u202F%].*)?)");

    private static final Pattern MARKS = Pattern.compile("[. \u00A0\u202F]");

    private Amounts() {}

    /** A cell with a comma before its decimals, as one with a point; IllegalArgumentException with a sentence when it is none. */
    static String withPoint(String cell) {
        Matcher found = WITH_COMMA.matcher(cell);
        if (!found.matches()) {
            throw new IllegalArgumentException(
                    "'" + cell + "' is no number with a comma before its decimals; write it as 1234,5 or 1.234,5");
        }
        String decimals = found.group("decimals");
        return MARKS.matcher(found.group("whole")).replaceAll("")
                + (decimals == null ? "" : "." + decimals)
                + found.group("rest").replace('\u00A0', ' ').replace('\u202F', ' ');
    }

    /** A cell with a point before its decimals, as one with a comma. */
    static String withComma(String cell) {
        return cell.replace('.', ',');
    }

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
