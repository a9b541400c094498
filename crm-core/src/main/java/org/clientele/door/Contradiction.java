package org.clientele.door;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.model.Violation;
import org.clientele.property.Carried;
import org.clientele.property.Property;
import org.clientele.property.ReferenceProperty;
import org.clientele.store.Write;

/** Values that a caller gives although the record carries another one, so that what was given would be lost without a word. */
final class Contradiction {

    private final Schema schema;
    private final Batch batch;

    /** @param batch finds the records as they are to be, with what they carry */
    Contradiction(Schema schema, Batch batch) {
        this.schema = schema;
        this.batch = batch;
    }

    /** What is wrong with the values of these writes, given as they came in. */
    List<Violation> of(Collection<? extends Write<?>> given, Discretion discretion) {
        List<Violation> violations = new ArrayList<>();
        for (Write<?> write : given) {
            if (!(write instanceof Write.Delete<?>)) {
                violations.addAll(discretion.over(of(write), write));
            }
        }
        return violations;
    }

    private <R extends CrmRecord> List<Violation> of(Write<R> write) {
        EntityType<R> type = write.type();
        List<Property<? super R, ?>> carrying = schema.properties(type, Carried.class);
        if (carrying.stream().noneMatch(write::changes)) {
            return List.of();
        }
        R given = type.copy(write.record());
        Optional<R> toBe = batch.find(type.recordClass(), given.getId());
        List<Violation> violations = new ArrayList<>();
        for (Property<? super R, ?> property : carrying) {
            if (write.changes(property) && toBe.isPresent() && isLost(property, given, toBe.get())) {
                violations.add(new Violation(type + " " + type.nameOf(given), property.name(), sentence(property)));
            }
        }
        return violations;
    }

    private static <R> boolean isLost(Property<? super R, ?> property, R given, R toBe) {
        Object value = property.get(given);
        return value != null && !Objects.equals(value, property.get(toBe));
    }

    private static String sentence(Property<?, ?> property) {
        ReferenceProperty<?, ?> via =
                property.trait(Carried.class).orElseThrow().via();
        return "is another one than that of its " + via.name() + ", which it follows; leave it out, or choose another "
                + via.name();
    }
}
