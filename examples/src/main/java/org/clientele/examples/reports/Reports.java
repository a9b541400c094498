package org.clientele.examples.reports;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.clientele.report.Table;
import org.clientele.sales.SalesReports;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.value.DateUnit;

/** Makes the page of reports of an office that is made up, and says where it is. Argument: the directory to write to. */
public final class Reports {

    private Reports() {}

    public static void main(String[] arguments) throws IOException {
        Path output = arguments.length == 0 ? Path.of("target", "reports") : Path.of(arguments[0]);
        run(output, new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    static Path run(Path output, PrintStream out) throws IOException {
        SampleOffice office = new SampleOffice(new InMemoryStore());
        Table<?> won = office.viewer().run(SalesReports.wonByPeriod(DateUnit.QUARTER));
        out.println(won.title());
        won.rows().forEach(row -> {
            out.print("  " + row.labels().get(0));
            row.cells().forEach(cell -> out.print("  " + Section.text(cell)));
            out.println();
        });
        Path page = new ReportsPage(office.viewer(), office.schema())
                .write(Files.createDirectories(output).resolve("reports.html"));
        out.println("Open " + page.toAbsolutePath() + " in a browser.");
        return page;
    }
}
