package org.clientele.examples.quickstart;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** What a directory's opportunities come to, counted straight off the file. */
final class Counted {

    /** Won, lost, pending by account; the empty name stands for no account. */
    final Map<String, long[]> byAccount = new TreeMap<>();

    BigDecimal wonRevenue = BigDecimal.ZERO;

    private Counted() {}

    /**
     * Counts all rows but some.
     *
     * @param refused numbers of the rows that are left out, from 1
     * @param names what an account is called in the end, for those that are merged
     */
    static Counted in(Path directory, Set<Integer> refused, Map<String, String> names) throws IOException {
        Counted counted = new Counted();
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser rows =
                CSVParser.parse(directory.resolve("sales_pipeline.csv"), StandardCharsets.UTF_8, format)) {
            for (CSVRecord row : rows) {
                if (!refused.contains((int) row.getRecordNumber())) {
                    counted.add(row, names);
                }
            }
        }
        return counted;
    }

    private void add(CSVRecord row, Map<String, String> names) {
        String account = row.get("account");
        long[] counts = byAccount.computeIfAbsent(names.getOrDefault(account, account), name -> new long[3]);
        switch (row.get("deal_stage")) {
            case "Won" -> {
                counts[0]++;
                String value = row.get("close_value").replace(",", "");
                wonRevenue = wonRevenue.add(value.isEmpty() ? BigDecimal.ZERO : new BigDecimal(value));
            }
            case "Lost" -> counts[1]++;
            default -> counts[2]++;
        }
    }

    long total(int column) {
        return byAccount.values().stream().mapToLong(counts -> counts[column]).sum();
    }
}
