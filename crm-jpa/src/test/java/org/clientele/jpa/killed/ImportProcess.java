package org.clientele.jpa.killed;

import java.nio.file.Path;
import org.clientele.exchange.job.ImportReport;
import org.clientele.jpa.JpaStore;
import org.clientele.jpa.database.Database;
import org.clientele.store.RecordStore;

/** A process that imports a file, and says on its standard output what it is about to do, for somebody who wants to kill it. */
final class ImportProcess {

    private ImportProcess() {}

    /**
     * Imports.
     *
     * @param arguments the database, the file, and where refused rows go
     */
    public static void main(String[] arguments) {
        try (Database database = Database.at(arguments[0])) {
            RecordStore store = new Telling(JpaStore.managing(database.factory()));
            ImportReport report = VisitFile.run(VisitFile.open(store), Path.of(arguments[1]), Path.of(arguments[2]));
            System.out.println(report);
        }
    }
}
