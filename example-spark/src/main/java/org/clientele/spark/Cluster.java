package org.clientele.spark;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.clientele.criteria.Lookup;
import org.clientele.report.Report;
import org.clientele.report.Table;
import org.clientele.sales.Opportunity;
import org.clientele.store.Accumulation;
import org.clientele.store.Group;

/** Counts files with Spark: each part where it lies, and what the parts come to here. */
final class Cluster implements AutoCloseable {

    private final JavaSparkContext spark;

    /** A cluster of so many threads in this process; {@code spark-submit} names a real one. */
    Cluster(int threads) {
        SparkConf local = new SparkConf()
                .setAppName("reports of sales")
                .setMaster("local[" + threads + "]")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "localhost")
                .set("spark.driver.bindAddress", "127.0.0.1");
        this.spark = new JavaSparkContext(local);
    }

    /** The report over the lines of all files of a directory; run by a viewer, who sees the names that the viewer may see. */
    Report<Table<Opportunity>> over(Path directory, SalesReport report) {
        JavaRDD<String> lines = spark.textFile(directory.toUri().toString());
        List<Group> parts = lines.mapPartitions(part -> counted(report, part)).collect();
        Accumulation<Opportunity> all = Accumulation.of(report.tally().aggregation(), Lookup.NOTHING);
        all.add(parts);
        return records -> report.tally().table(all.groups(), records);
    }

    /** Runs where the part lies: its records come and go one by one, and only groups are sent back. */
    private static Iterator<Group> counted(SalesReport report, Iterator<String> lines) {
        Accumulation<Opportunity> part = Accumulation.of(report.tally().aggregation(), Lookup.NOTHING);
        lines.forEachRemaining(line -> part.add(Line.read(line)));
        return part.groups().iterator();
    }

    @Override
    public void close() {
        spark.close();
    }
}
