package org.clientele.door;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.clientele.criteria.Attribute;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.store.MassUpdate;
import org.clientele.store.Records;
import org.jspecify.annotations.Nullable;

/**
 * The records that an update of many will change, as far as history tells of them.
 *
 * @param <H> the type of the records
 * @param before their identities, by what they have now of each {@linkplain #told property that history tells}
 */
public record Affected<H extends CrmRecord>(MassUpdate<H> update, Map<List<@Nullable Object>, List<UUID>> before) {

    /** What history has to know of each record: the values that change, and the organization, if it is of one. */
    public static <H extends CrmRecord> List<Attribute<? super H, ?>> told(
            EntityType<H> type, List<? extends Attribute<? super H, ?>> changing) {
        List<Attribute<? super H, ?>> told = new ArrayList<>(changing);
        type.ownership().ifPresent(by -> told.add(by.organization()));
        return told;
    }

    /** Reads the records. */
    static <H extends CrmRecord> Affected<H> read(MassUpdate<H> update, Records stored) {
        List<Attribute<? super H, ?>> columns = new ArrayList<>();
        columns.add(CrmRecord.ID);
        columns.addAll(told(
                update.type(), update.puts().stream().map(put -> put.property()).toList()));
        Map<List<@Nullable Object>, List<UUID>> before = new LinkedHashMap<>();
        stored.values(update.type(), update.query(), columns)
                .forEach(row -> before.computeIfAbsent(row.subList(1, row.size()), key -> new ArrayList<>())
                        .add((UUID) Objects.requireNonNull(row.get(0))));
        return new Affected<>(update, before);
    }

    /** How many records. */
    long count() {
        return before.values().stream().mapToLong(List::size).sum();
    }
}
