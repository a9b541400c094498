package org.clientele.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.clientele.Session;
import org.clientele.criteria.Criterion;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.store.RecordStore;
import org.clientele.testkit.world.Blueprint;

/**
 * The laws of field permissions on a store. A store's author extends it and runs it with JUnit and jqwik, as
 * {@link org.clientele.testkit.store.RecordStoreContract}.
 */
public abstract class FieldLaws extends FieldCase {

    /** An empty store each time that it is called; the former one is used no more. */
    @Override
    protected abstract RecordStore newStore();

    @Property(tries = 20)
    void aConditionHoldsForARecordExactlyWhenItHoldsForWhatIsShownOfIt(
            @ForAll("worlds") Blueprint blueprint,
            @ForAll("limits") Limits limits,
            @ForAll List<@net.jqwik.api.From("clauses") Clause> clauses) {
        Stage stage = Stage.of(blueprint, limits, newStore());
        for (Session session : stage.world().sessions()) {
            Sight sight = new Sight(stage, session);
            for (EntityType<?> type : TYPES) {
                clauses.forEach(clause -> checkSelect(session, type, clause, stage, sight));
            }
        }
    }

    private static <R extends CrmRecord> void checkSelect(
            Session session, EntityType<R> type, Clause clause, Stage stage, Sight sight) {
        Schema schema = stage.world().crm().schema();
        Criterion<R> where = clause.on(type, stage.world());
        List<R> expected = sight.seen(type, where);
        String what = session.actor() + " selects " + type + " with " + where;
        assertThat(values(session.select(type).where(where).list(), schema))
                .as(what)
                .isEqualTo(values(expected, schema));
        assertThat(session.select(type).where(where).count()).as(what).isEqualTo(expected.size());
        assertThat(session.select(type).where(where.negate()).count())
                .as(what)
                .isEqualTo(session.select(type).count() - expected.size());
    }
}
