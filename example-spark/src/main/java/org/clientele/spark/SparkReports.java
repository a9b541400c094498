package org.clientele.spark;

import java.io.IOException;
import java.nio.file.Path;
import org.clientele.report.Column;
import org.clientele.report.Table;
import org.clientele.sales.Opportunity;

/** Counts the documented reports over partitioned files by Spark, and says whether the heap counts the same. */
public final class SparkReports {

    private static final int OPPORTUNITIES = 6_000;
    private static final int FILES = 8;
    private static final int THREADS = 2;
    private static final int SHOWN = 3;

    private SparkReports() {}

    public static void main(String[] arguments) throws IOException {
        Warehouse warehouse = new Warehouse(OPPORTUNITIES);
        Path files = warehouse.export(Path.of("target", "opportunities"), FILES);
        System.out.println(OPPORTUNITIES + " opportunities in " + FILES + " files of " + files);
        try (Cluster cluster = new Cluster(THREADS)) {
            for (SalesReport report : SalesReport.values()) {
                Table<Opportunity> counted = warehouse.viewer().run(cluster.over(files, report));
                print(counted);
                boolean same = counted.equals(warehouse.viewer().run(report.tally()));
                System.out.println(same ? "  the heap counts the same" : "  THE HEAP COUNTS OTHERWISE");
            }
        }
    }

    private static void print(Table<Opportunity> table) {
        System.out.println(table.title() + " "
                + table.columns().stream().map(Column::title).toList());
        table.rows().stream().limit(SHOWN).forEach(row -> System.out.println("  " + row.labels() + " " + row.cells()));
        System.out.println("  of " + table.rows().size() + " rows; in all " + table.totals());
    }
}
