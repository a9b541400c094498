package org.clientele.jpa.killed;

import java.util.List;
import java.util.function.Function;
import org.clientele.model.CrmRecord;
import org.clientele.model.Schema;
import org.clientele.store.ForwardingRecords;
import org.clientele.store.RecordStore;
import org.clientele.store.Records;
import org.clientele.store.Write;

/** Says on the standard output what is about to be done, for somebody who wants to kill the process. */
record Telling(RecordStore store) implements RecordStore {

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
