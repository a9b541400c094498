package org.clientele.examples.quickstart;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.function.Consumer;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.clientele.Session;
import org.clientele.csv.CsvImport;
import org.clientele.exchange.ImportLayout;
import org.clientele.exchange.job.ImportReport;
import org.clientele.exchange.job.Progress;
import org.clientele.exchange.row.RowOutcome;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;

/** Imports files with a progress bar, and says what became of their rows. */
final class Loading {

    private static final int WIDTH = 100;
    private static final int REASONS = 10;

    private final Session session;
    private final Path output;
    private final PrintStream out;

    Loading(Session session, Path output, PrintStream out) {
        this.session = session;
        this.output = output;
        this.out = out;
    }

    <R extends CrmRecord> void load(String what, Path file, EntityType<R> type, Consumer<ImportLayout<R>> layout) {
        Path rejects = output.resolve("refused-" + what.replace(' ', '-') + ".csv");
        ImportReport report;
        try (ProgressBar bar = bar(what)) {
            report = CsvImport.into(session, type, columns -> {
                        layout.accept(columns);
                        columns.rejectsTo(rejects).onProgress(progress -> show(progress, bar));
                    })
                    .run(file);
        }
        out.printf("  %s: %s%n", what, report);
        if (report.failed() > 0) {
            out.println("    refused, to mend and import again: " + rejects);
            report.failures().stream().limit(REASONS).forEach(this::print);
        }
    }

    private ProgressBar bar(String what) {
        return new ProgressBarBuilder()
                .setTaskName("  " + what)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(out, WIDTH))
                .build();
    }

    private static void show(Progress progress, ProgressBar bar) {
        progress.total().ifPresent(bar::maxHint);
        bar.stepTo(progress.processed());
    }

    private void print(RowOutcome.Failed row) {
        row.problems().forEach(problem -> out.printf("    line %d: %s%n", row.line(), problem));
    }
}
