package org.clientele.door;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Ruling;
import org.clientele.model.Schema;
import org.clientele.store.Write;

/** The records that come with those that appear in a batch, as the rules of the CRM say. */
final class Companions {

    private final Batch batch;
    private final Schema schema;

    Companions(Batch batch, Schema schema) {
        this.batch = batch;
        this.schema = schema;
    }

    /** What comes with these writes, which the batch knows. */
    List<Write<?>> of(Collection<Write<?>> writes) {
        Map<Ruling<?>, List<CrmRecord>> appearing = new LinkedHashMap<>();
        for (Write<?> write : writes) {
            if (write instanceof Write.Insert<?>) {
                schema.rulings(write.type())
                        .forEach(ruling -> appearing
                                .computeIfAbsent(ruling, first -> new ArrayList<>())
                                .add(write.record()));
            }
        }
        List<Write<?>> coming = new ArrayList<>();
        appearing.forEach((ruling, records) -> come(ruling, records, coming));
        return coming;
    }

    @SuppressWarnings("unchecked") // the records are of the ruling's type
    private <R extends CrmRecord> void come(Ruling<R> ruling, List<CrmRecord> records, List<Write<?>> coming) {
        ruling.companions((List<R>) (List<?>) records, batch).forEach(record -> coming.add(insertion(record)));
    }

    private <R extends CrmRecord> Write<R> insertion(R record) {
        EntityType<R> type = schema.typeOf(record);
        return new Write.Insert<>(type, record);
    }
}
