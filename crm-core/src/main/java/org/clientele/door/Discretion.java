package org.clientele.door;

import java.util.List;
import java.util.Set;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Violation;
import org.clientele.store.Records;
import org.clientele.store.Write;

/** What a refusal may tell: what follows of itself reaches records that the actor may not see, or not all of. */
final class Discretion {

    private static final String HIDDEN_FAULT =
            "is hidden from you and breaks a rule; let somebody mend it who may see it";

    private final Guard guard;
    private final Mask mask;
    private final Records stored;

    Discretion(Guard guard, Mask mask, Records stored) {
        this.guard = guard;
        this.mask = mask;
        this.stored = stored;
    }

    /** What a stored record may be called. */
    <R extends CrmRecord> String nameOf(R record) {
        return sees(record) ? mask.nameOf(record) : stored.schema().typeOf(record) + " that you may not see";
    }

    /** Whether the actor may see the stored record and nothing is hidden in it. */
    <R extends CrmRecord> boolean seesAllOf(R record) {
        return sees(record) && mask.hidden(record).isEmpty();
    }

    private <R extends CrmRecord> boolean sees(R record) {
        EntityType<R> type = stored.schema().typeOf(record);
        return guard.view(type).test(record, stored);
    }

    /** What is wrong with a write, as far as it may be told. */
    List<Violation> over(List<Violation> violations, Write<?> write) {
        if (violations.isEmpty()
                || (write instanceof Write.Insert<?> && write.record().isNew())) {
            return violations;
        }
        CrmRecord before = write instanceof Write.Update<?> update ? update.before() : write.record();
        if (seesAllOf(before)) {
            return violations;
        }
        String name = nameOf(before);
        Set<String> hidden = mask.hidden(before);
        return violations.stream()
                .map(violation -> new Violation(
                        name, violation.property(), isAbout(hidden, violation) ? HIDDEN_FAULT : violation.message()))
                .toList();
    }

    private static boolean isAbout(Set<String> hidden, Violation violation) {
        String property = violation.property();
        return property != null && hidden.contains(property);
    }
}
