package org.clientele.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.clientele.report.Table;
import org.clientele.sales.Opportunity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparkReportsTest {

    @Test
    void aClusterCountsWhatTheHeapCounts(@TempDir Path directory) throws IOException {
        Warehouse warehouse = new Warehouse(900);
        Path files = warehouse.export(directory.resolve("opportunities"), 5);
        try (Cluster cluster = new Cluster(2)) {
            for (SalesReport report : SalesReport.values()) {
                Table<Opportunity> heap = warehouse.viewer().run(report.tally());
                Table<Opportunity> counted = warehouse.viewer().run(cluster.over(files, report));
                assertThat(heap.rows()).as(report.name()).hasSizeGreaterThan(2);
                assertThat(counted.rows()).as(report.name()).isEqualTo(heap.rows());
                assertThat(counted.totals()).as(report.name()).isEqualTo(heap.totals());
                assertThat(counted).as(report.name()).isEqualTo(heap);
            }
        }
    }
}
