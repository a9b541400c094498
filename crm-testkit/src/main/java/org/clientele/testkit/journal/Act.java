package org.clientele.testkit.journal;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.clientele.Session;
import org.clientele.journal.JournalEntry;
import org.clientele.model.CrmException;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.Property;
import org.clientele.property.Traits;
import org.clientele.testkit.world.World;
import org.clientele.testkit.world.Worlds;

/**
 * Something that a user does with a record: sets a property to the value that another record has, takes it away, or
 * deletes the record. The rules of the CRM may refuse it.
 *
 * @param type the number of the record's type
 * @param record the number of the record among those of its type
 * @param other the number of another record, whose value is taken
 * @param property the number of the property
 */
record Act(Kind kind, int type, int record, int other, int property) {

    /** What is done. */
    enum Kind {
        TAKE,
        CLEAR,
        SAVE,
        DELETE,
        DELETE_CASCADING
    }

    /** Does it, and says whether the CRM let it happen. */
    boolean isDone(Session session, World world) {
        List<EntityType<?>> types = world.crm().schema().types().stream()
                .filter(each -> !each.isAbstract() && each != JournalEntry.TYPE)
                .toList();
        try {
            perform(session, types.get(Math.floorMod(type, types.size())));
            return true;
        } catch (CrmException refused) {
            return false;
        }
    }

    private <R extends CrmRecord> void perform(Session session, EntityType<R> of) {
        List<R> all = session.select(of).list();
        if (all.isEmpty()) {
            return;
        }
        R one = all.get(Math.floorMod(record, all.size()));
        switch (kind) {
            case TAKE, CLEAR -> {
                List<Property<? super R, ?>> own = of.properties().stream()
                        .filter(each -> !each.has(Traits.Calculated.class))
                        .toList();
                Property<? super R, ?> changed = own.get(Math.floorMod(property, own.size()));
                if (kind == Kind.TAKE) {
                    changed.copy(all.get(Math.floorMod(other, all.size())), one);
                } else {
                    changed.set(one, null);
                }
                session.save(one);
            }
            case SAVE -> session.save(one);
            case DELETE -> session.delete(one);
            case DELETE_CASCADING -> session.deleteCascading(one);
        }
    }

    static Arbitrary<Act> any() {
        return Combinators.combine(
                        Arbitraries.of(
                                Kind.TAKE,
                                Kind.TAKE,
                                Kind.TAKE,
                                Kind.CLEAR,
                                Kind.CLEAR,
                                Kind.SAVE,
                                Kind.DELETE,
                                Kind.DELETE_CASCADING),
                        Arbitraries.integers().between(0, 20),
                        Worlds.numbers(),
                        Worlds.numbers(),
                        Arbitraries.integers().between(0, 40))
                .as(Act::new);
    }
}
