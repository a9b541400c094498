package org.clientele.examples.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.report.Table;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;

/**
 * Some columns of a table as bars.
 *
 * @param id a name of its own within the page
 */
record Picture(
        String id, String title, List<String> names, Map<String, List<Number>> bars, boolean stacked, int width) {

    /** Names of so many letters together stand level under their bars; of more than so many names, some are left out. */
    private static final int LEVEL = 50;

    private static final int LABELS = 16;
    private static final int WIDE = 700;
    private static final int NARROW = 460;
    private static final int HEIGHT = 320;

    /** Some rows of a table; of amounts, those in each currency are bars of their own. */
    static Picture of(String id, Table<?> table, List<Table.Row> shown, boolean stacked, String... columns) {
        Map<String, List<Number>> bars = new LinkedHashMap<>();
        for (String column : columns) {
            int place = table.columns().indexOf(table.column(column));
            if (table.totals().get(place) instanceof Map<?, ?> total) {
                total.keySet().forEach(currency -> bars.put(column + " " + currency, numbers(shown, place, currency)));
            } else {
                bars.put(column, numbers(shown, place, ""));
            }
        }
        bars.values().removeIf(numbers -> numbers.stream().allMatch(number -> number.doubleValue() == 0));
        List<String> names =
                shown.stream().map(row -> String.join(", ", row.labels())).toList();
        return new Picture(id, table.title(), names, bars, stacked, WIDE);
    }

    private static List<Number> numbers(List<Table.Row> rows, int place, Object currency) {
        List<Number> numbers = new ArrayList<>();
        for (Table.Row row : rows) {
            Object cell = row.cells().get(place);
            Object shown = cell instanceof Map<?, ?> amounts ? amounts.get(currency) : cell;
            numbers.add(shown instanceof Number number ? number : BigDecimal.ZERO);
        }
        return numbers;
    }

    /** The same for a place beside its table. */
    Picture narrow() {
        return new Picture(id, title, names, bars, stacked, NARROW);
    }

    /** The picture with its legend, or a sentence why there is none. */
    String html() {
        if (names.isEmpty() || bars.isEmpty()) {
            return "<p>There is nothing to draw.</p>";
        }
        try {
            return Svg.of(id, title, chart()) + legend();
        } catch (LinkageError | InternalError noFonts) {
            return "<p>Not drawn, since the machine that made this page has no fonts.</p>";
        }
    }

    private CategoryChart chart() {
        CategoryChart chart =
                new CategoryChartBuilder().width(width).height(HEIGHT).build();
        Svg.style(chart.getStyler());
        chart.getStyler()
                .setStacked(stacked)
                .setAvailableSpaceFill(0.7)
                .setXAxisLabelRotation(String.join("  ", names).length() > LEVEL ? 45 : 0)
                .setXAxisMaxLabelCount(LABELS);
        bars.forEach((name, numbers) -> chart.addSeries(name, names, numbers));
        return chart;
    }

    private String legend() {
        StringBuilder legend = new StringBuilder("<ul class=\"legend\">");
        int number = 0;
        for (String name : bars.keySet()) {
            number++;
            legend.append("<li style=\"--colour: var(--bar-")
                    .append(number)
                    .append(")\">")
                    .append(Text.html(name))
                    .append("</li>");
        }
        return legend.append("</ul>").toString();
    }
}
