package org.clientele.testkit.memory;

import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.testkit.report.ReportLaws;

class InMemoryReportLawsTest extends ReportLaws {

    @Override
    protected RecordStore newStore() {
        return new InMemoryStore();
    }
}
