package org.clientele.examples.quickstart;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.clientele.examples.reports.ReportsPage;
import org.clientele.model.CrmException;
import org.clientele.sales.AccountsByOpportunities;
import org.clientele.store.RecordStore;

/**
 * Imports the exports of a CRM, shows what two users may see, merges accounts that mean the same client, reports and
 * exports. Arguments: a directory with {@code accounts.csv}, {@code sales_teams.csv} and {@code sales_pipeline.csv}
 * (without it, the sample data), then {@code jpa} to keep everything in a database file instead of on the heap.
 */
public final class Quickstart {

    private final Path data;
    private final Path output;
    private final PrintStream out;

    Quickstart(Path data, Path output, PrintStream out) {
        this.data = data;
        this.output = output;
        this.out = out;
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int exit = run(arguments, Path.of("target", "quickstart"), out);
        if (exit != 0) {
            System.exit(exit);
        }
    }

    /** Does everything; 0 when it went well, 1 after a sentence about what did not. */
    static int run(String[] arguments, Path output, PrintStream out) {
        try {
            Arguments given = Arguments.of(arguments, sample());
            Files.createDirectories(output);
            try (Keeping keeping = given.jpa() ? Keeping.inFile(output) : Keeping.onHeap()) {
                out.println("Records are kept " + keeping);
                new Quickstart(given.data(), output, out).run(keeping.store());
            }
            return 0;
        } catch (CrmException | IllegalArgumentException refused) {
            out.println(refused.getMessage());
        } catch (IOException | UncheckedIOException failed) {
            out.println("a file can not be written or read: " + failed.getMessage());
        }
        return 1;
    }

    /** What the command line says. */
    private record Arguments(Path data, boolean jpa) {

        static Arguments of(String[] words, Path sample) {
            boolean jpa = words.length > 0 && words[words.length - 1].equals("jpa");
            int directories = words.length - (jpa ? 1 : 0);
            if (directories > 1) {
                throw new IllegalArgumentException("'" + words[1]
                        + "' is one word too many; give a directory, then jpa or nothing: -Dexec.args=\"DIR jpa\"");
            }
            return new Arguments(directories == 0 ? sample : Path.of(words[0]), jpa);
        }
    }

    private static Path sample() {
        URL accounts = Objects.requireNonNull(Quickstart.class.getResource("/quickstart/accounts.csv"), "sample data");
        try {
            return Objects.requireNonNull(Path.of(accounts.toURI()).getParent(), "sample data");
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    AccountsByOpportunities.Result run(RecordStore store) throws IOException {
        Office office = new Office(store);
        title("Import of " + data);
        new SalesFiles(office, data, new Loading(office.administrator(), output, out)).load();
        title("Who sees what");
        new TwoViews(office, out).show();
        title("Merge of accounts that mean the same client");
        new Twins(office.administrator(), out).merge();
        title("Accounts by opportunities");
        AccountsTable accounts = new AccountsTable(office.administrator());
        accounts.print(out);
        ReportsPage page = new ReportsPage(office.administrator(), office.schema());
        out.println("  page with this and other reports: " + page.write(output.resolve("reports.html")));
        title("Export");
        out.println("  open opportunities: " + new Grid(office).export(output.resolve("open-opportunities.csv")));
        return accounts.result();
    }

    private void title(String text) {
        out.printf("%n== %s%n", text);
    }
}
