package org.clientele.exchange.form;

import java.util.List;
import org.clientele.exchange.cell.Amounts;
import org.clientele.exchange.cell.Inquiries;
import org.clientele.exchange.row.Problem;
import org.clientele.exchange.row.Row;
import org.clientele.value.Currencies;
import org.clientele.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * An amount, and its currency in a further column: "Budget Amount", "Budget Amount Currency" (OroCRM documentation,
 * Opportunities: budget). Without a currency an amount is in the base currency, unless it says its own.
 */
record MoneyForm() implements Form<Money> {

    private static final List<String> CURRENCY = List.of("Currency", "currency");

    @Override
    public @Nullable Reading<Money> reading(List<String> titles, Binding file) {
        int amount = file.take(titles);
        int currency = file.take(Field.below(titles, CURRENCY));
        return amount < 0 && currency < 0 ? null : new Read(file.header().titles(), amount, currency);
    }

    private record Read(List<String> titles, int amount, int currency) implements Reading<Money> {

        @Override
        public int[] columns() {
            return amount < 0 || currency < 0 ? new int[] {Math.max(amount, currency)} : new int[] {amount, currency};
        }

        /** A currency alone is no money. */
        @Override
        public boolean isEmpty(Row row) {
            return cell(row, amount).isEmpty();
        }

        private static String cell(Row row, int column) {
            return column < 0 ? "" : row.cells().get(column);
        }

        @Override
        public @Nullable Money read(Row row, Inquiries inquiries, List<Problem> problems) {
            String text = cell(row, amount);
            String code = cell(row, currency);
            try {
                boolean saysCurrency = text.indexOf(' ') >= 0;
                Money money = saysCurrency ? Amounts.read(text) : Amounts.of(text, currency(code, inquiries));
                if (saysCurrency && !code.isEmpty() && !money.currency().equals(code)) {
                    throw new IllegalArgumentException("'" + text + "' is not in " + code
                            + ", as the column of the currency says; leave one of them out");
                }
                return money;
            } catch (IllegalArgumentException bad) {
                problems.add(new Problem(titles.get(amount), text, String.valueOf(bad.getMessage())));
                return null;
            }
        }

        private static String currency(String code, Inquiries inquiries) {
            return code.isEmpty()
                    ? inquiries.lookups().schema().setting(Currencies.SETTING).base()
                    : code;
        }
    }

    @Override
    public Writing<Money> writing() {
        return new Written();
    }

    private record Written() implements Writing<Money> {

        @Override
        public void addTitles(String title, List<String> titles) {
            titles.add(title);
            titles.add(title + " " + CURRENCY.get(0));
        }

        @Override
        public void addCells(@Nullable Money money, Inquiries inquiries, List<String> cells) {
            cells.add(money == null ? "" : Amounts.plain(money.amount()));
            cells.add(money == null ? "" : money.currency());
        }
    }
}
