package org.clientele.jpa.killed;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.clientele.exchange.ImportReport;
import org.clientele.jpa.JpaStore;
import org.clientele.jpa.database.Database;
import org.clientele.model.CrmRecord;
import org.clientele.model.Schema;
import org.clientele.store.ForwardingRecords;
import org.clientele.store.RecordStore;
import org.clientele.store.Records;
import org.clientele.store.Write;

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

    /** Says what happens in it. */
    private record Telling(RecordStore store) implements RecordStore {

        @Override
        public void open(Schema schema) {
            store.open(schema);
        }

        @Override
        public <T> T inTransaction(Function<Records, T> work) {
            System.out.println("begins");
            return store.inTransaction(records -> {
                T result = work.apply(new ForwardingRecords(records) {
                    @Override
                    public List<CrmRecord> write(List<? extends Write<?>> writes) {
                        System.out.println("writes");
                        return super.write(writes);
                    }
                });
                System.out.println("commits");
                return result;
            });
        }
    }
}
