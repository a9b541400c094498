package org.clientele.testkit.access;

import java.util.Collection;
import java.util.List;
import org.clientele.criteria.Attribute;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.value.AnyRef;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** Which records point to one, by the plainest means: by looking at each. */
final class Pointing {

    private Pointing() {}

    static <H> List<H> to(
            CrmRecord record,
            EntityType<?> type,
            Class<H> holder,
            Attribute<? super H, ?> by,
            Collection<? extends CrmRecord> all) {
        return all.stream()
                .filter(holder::isInstance)
                .map(holder::cast)
                .filter(pointing -> isTo(record, type, by.get(pointing)))
                .toList();
    }

    private static boolean isTo(CrmRecord record, EntityType<?> type, @Nullable Object value) {
        if (value instanceof AnyRef any) {
            return any.equals(new AnyRef(type.name(), record.getId()));
        }
        Ref<CrmRecord> ref = new Ref<>(record.getId());
        return value instanceof Collection<?> many ? many.contains(ref) : ref.equals(value);
    }
}
