package org.clientele.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.csv.CsvExport;
import org.clientele.csv.CsvImport;
import org.clientele.exchange.ExportLayout;
import org.clientele.exchange.ImportLayout;
import org.clientele.exchange.job.ImportReport;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.sales.Opportunity;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was imported from files of another system is exported by convention, and imports unchanged. */
class RoundTripTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsExportedImportsUnchanged(boolean jpa) throws IOException, URISyntaxException {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        try (Keeping keeping = jpa ? Keeping.inFile(directory) : Keeping.onHeap()) {
            Office office = new Office(keeping.store());
            Session administrator = office.administrator();
            new SalesFiles(office, data(), new Loading(administrator, directory, nowhere)).load();
            check(administrator, Account.TYPE);
            check(administrator, Opportunity.TYPE);
        }
    }

    /** The sample, or another directory of the same shape that is named by {@code -Dquickstart.data=DIR}. */
    private static Path data() throws URISyntaxException {
        String other = System.getProperty("quickstart.data", "");
        return other.isEmpty()
                ? Path.of(RoundTripTest.class
                                .getResource("/quickstart/accounts.csv")
                                .toURI())
                        .getParent()
                : Path.of(other);
    }

    private <R extends CrmRecord> void check(Session session, EntityType<R> type) {
        for (boolean guarded : new boolean[] {false, true}) {
            Path file = directory.resolve(type.name() + (guarded ? "-guarded.csv" : ".csv.gz"));
            CsvExport<R> export = CsvExport.of(session, session.select(type), ExportLayout::conventional);
            long written = (guarded ? export.guarded() : export).write(file);
            ImportReport report =
                    CsvImport.into(session, type, ImportLayout::conventional).run(file);
            assertThat(written).isEqualTo(session.select(type).count()).isPositive();
            assertThat(report.failures()).isEmpty();
            assertThat(report.unchanged()).as("%s", report).isEqualTo(written);
            assertThat(report.receipt()).isEmpty();
        }
    }
}
