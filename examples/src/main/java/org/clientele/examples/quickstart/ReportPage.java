package org.clientele.examples.quickstart;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clientele.Session;
import org.clientele.sales.AccountsByOpportunities;
import org.clientele.sales.AccountsByOpportunities.Row;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;

/** The report "accounts by opportunities" as a table and as a picture. */
final class ReportPage {

    private static final int BARS = 15;

    private final AccountsByOpportunities.Result result;

    ReportPage(Session viewer) {
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

    /** Draws the accounts that have the most opportunities; says where, or why not. */
    String draw(Path picture) throws IOException {
        try {
            BitmapEncoder.saveBitmap(chart(), picture.toString(), BitmapFormat.PNG);
            return picture.toString();
        } catch (LinkageError | InternalError noFonts) {
            return "not drawn, since this machine has no fonts; install one, such as fonts-dejavu";
        }
    }

    private CategoryChart chart() {
        List<Row> rows = result.rows().stream()
                .filter(row -> row.total() > 0)
                .sorted(Comparator.comparingLong(Row::total).reversed())
                .limit(BARS)
                .toList();
        CategoryChart chart = new CategoryChartBuilder()
                .width(1100)
                .height(600)
                .title("Accounts by opportunities")
                .build();
        chart.getStyler().setStacked(true).setXAxisLabelRotation(45);
        List<String> names = rows.stream().map(Row::name).toList();
        chart.addSeries("won", names, rows.stream().map(Row::won).toList());
        chart.addSeries("lost", names, rows.stream().map(Row::lost).toList());
        chart.addSeries("pending", names, rows.stream().map(Row::pending).toList());
        return chart;
    }

    AccountsByOpportunities.Result result() {
        return result;
    }
}
