package org.clientele.examples.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.clientele.model.CrmRecord;
import org.clientele.report.Column;
import org.clientele.report.Table;

/**
 * One report of the page: its picture, its table as it reads without a script, and what the script needs to filter it.
 *
 * @param id the name of the element
 * @param head above the labels of rows
 * @param of by which name the script knows the records
 * @param broad whether it has the whole width of the page
 */
record Section<R extends CrmRecord>(
        String id, String head, String of, Table<R> table, Listed<R> listed, String picture, boolean broad) {

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("of", of);
        json.put("labels", table.rows().stream().map(Section::label).toList());
        List<Object> columns = new ArrayList<>();
        table.columns().forEach(column -> columns.add(json(column)));
        json.put("columns", columns);
        return json;
    }

    private Map<String, Object> json(Column<R> column) {
        List<Integer> all = listed.places(table.records(column.title()));
        List<List<Integer>> cells = new ArrayList<>();
        table.rows().forEach(row -> cells.add(listed.places(table.records(row, column.title()))));
        Map<Integer, Map<String, String>> parts = Parts.of(column, listed, all);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("title", column.title());
        json.put("sums", !parts.isEmpty() || !isCount(column));
        json.put("all", all);
        json.put("cells", cells);
        json.put("parts", parts);
        return json;
    }

    private static boolean isCount(Column<?> column) {
        return column.measure().nothing() instanceof Long;
    }

    String html() {
        return """
                <section id="%s"%s aria-labelledby="%s-title">
                <h2 id="%s-title">%s</h2>
                <figure>%s<figcaption>Drawn over all records; the filter moves the numbers only.</figcaption></figure>
                <div class="wide"><table>
                <thead><tr>%s</tr></thead>
                <tbody>
                %s</tbody>
                <tfoot><tr><th scope="row">Total</th>%s</tr></tfoot>
                </table></div>
                </section>
                """.formatted(
                        id,
                        broad ? " class=\"broad\"" : "",
                        id,
                        id,
                        Text.html(table.title()),
                        picture,
                        heads(),
                        rows(),
                        cells(table.totals()));
    }

    private String heads() {
        return "<th scope=\"col\">" + Text.html(head) + "</th>"
                + table.columns().stream()
                        .map(column -> "<th scope=\"col\">" + Text.html(column.title()) + "</th>")
                        .collect(Collectors.joining());
    }

    private String rows() {
        return table.rows().stream()
                .map(row -> "<tr><th scope=\"row\">" + Text.html(label(row)) + "</th>" + cells(row.cells()) + "</tr>\n")
                .collect(Collectors.joining());
    }

    private static String cells(List<Object> cells) {
        return cells.stream()
                .map(cell -> "<td>" + Text.html(text(cell)) + "</td>")
                .collect(Collectors.joining());
    }

    private static String label(Table.Row row) {
        String label = String.join(", ", row.labels());
        return label.isBlank() ? "none" : label;
    }

    /** As the script writes it too: thousands parted by commas, money with two decimals. */
    static String text(Object cell) {
        if (cell instanceof Map<?, ?> amounts) {
            return amounts.isEmpty()
                    ? "0"
                    : amounts.entrySet().stream()
                            .map(amount -> text(amount.getValue()) + "\u00a0" + amount.getKey())
                            .collect(Collectors.joining(" + "));
        }
        return cell instanceof BigDecimal number
                ? String.format(Locale.ROOT, "%,.2f", number.setScale(2, RoundingMode.HALF_EVEN))
                : String.format(Locale.ROOT, "%,d", (Long) cell);
    }
}
