package org.clientele.examples.quickstart;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clientele.Session;
import org.clientele.sales.AccountsByOpportunities;
import org.clientele.sales.AccountsByOpportunities.Row;

/** The report "accounts by opportunities" as a table. */
final class AccountsTable {

    private final AccountsByOpportunities.Result result;

    AccountsTable(Session viewer) {
        result = viewer.run(AccountsByOpportunities.report());
    }

    void print(PrintStream out) {
        List<Row> rows = new ArrayList<>(result.rows());
        rows.add(result.withoutAccount());
        rows.add(result.totals());
        out.println(AsciiTable.getTable(
                AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS,
                rows,
                List.of(
                        new Column()
                                .header("Account")
                                .dataAlign(HorizontalAlign.LEFT)
                                .with(Row::name),
                        count("Won", Row::won),
                        count("Lost", Row::lost),
                        count("Pending", Row::pending),
                        count("Total", Row::total),
                        new Column()
                                .header("Won revenue")
                                .dataAlign(HorizontalAlign.RIGHT)
                                .with(row -> money(row.wonRevenue())))));
    }

    private static ColumnData<Row> count(String header, Function<Row, Long> count) {
        return new Column()
                .header(header)
                .dataAlign(HorizontalAlign.RIGHT)
                .with(row -> "%,d".formatted(count.apply(row)));
    }

    private static String money(Map<String, BigDecimal> sums) {
        return sums.entrySet().stream()
                .map(sum -> "%,.2f %s".formatted(sum.getValue(), sum.getKey()))
                .collect(Collectors.joining(" + "));
    }

    AccountsByOpportunities.Result result() {
        return result;
    }
}
