package org.clientele.exchange.work;

import java.util.List;
import java.util.function.Consumer;
import org.clientele.exchange.cell.Inquiries;
import org.clientele.exchange.row.Header;
import org.clientele.exchange.row.Row;
import org.clientele.exchange.row.RowSource;
import org.clientele.model.CrmRecord;
import org.clientele.store.Records;

/** Rows as records, without finding or writing any. It is in the package of what it measures, which nobody else may call. */
public final class ReadRows {

    private ReadRows() {}

    /** Gives a record for each row of a source. */
    public static <R extends CrmRecord> void read(
            RowPlan<R> plan, RowSource source, Records records, Consumer<R> sink) {
        Inquiries inquiries = new Inquiries(plan.type(), List.of());
        inquiries.within(records, () -> {});
        try (RowSource.Rows rows = source.open()) {
            Mapping<R> mapping = new Mapping<>(source, new Header(source.name(), rows.header()), plan);
            for (Row row = rows.next(); row != null; row = rows.next()) {
                R record = plan.type().newRecord();
                mapping.read(row, inquiries).complete(record);
                sink.accept(record);
            }
        }
    }
}
