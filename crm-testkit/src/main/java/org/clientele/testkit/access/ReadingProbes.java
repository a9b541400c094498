package org.clientele.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.criteria.Query;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.report.Table;
import org.clientele.report.Tally;
import org.clientele.sales.AccountsByOpportunities;
import org.clientele.sales.Opportunity;
import org.clientele.store.RecordNotFoundException;
import org.clientele.value.Ref;

/** Probes of how a session reads: single records, their history, reports, and transactions to read in. */
final class ReadingProbes {

    private ReadingProbes() {}

    static Map<String, Probe> all() {
        return Map.ofEntries(
                Map.entry("Session.actor()", ReadingProbes::showsTheActorAlone),
                Map.entry("Session.find(EntityType, UUID)", ReadingProbes::find),
                Map.entry("Session.find(EntityType, Ref)", ReadingProbes::findByRef),
                Map.entry("Session.get(EntityType, UUID)", ReadingProbes::get),
                Map.entry("Session.select(EntityType)", ReadingProbes::select),
                Map.entry("Session.history(CrmRecord)", ReadingProbes::history),
                Map.entry("Session.run(Report)", ReadingProbes::run),
                Map.entry("Session.inTransaction(Consumer)", ReadingProbes::inTransaction),
                Map.entry("Session.inTransaction(String, Function)", ReadingProbes::inTransactionOfAnEngine),
                Map.entry("Session.rehearse(String, Function)", ReadingProbes::rehearse));
    }

    private static void showsTheActorAlone(Scene<?> scene) {
        assertThat(scene.session().actor()).isEqualTo(scene.alone().actor());
    }

    private static <R extends CrmRecord> void find(Scene<R> scene) {
        for (UUID id : scene.hiddenIds()) {
            assertThat(scene.session().find(scene.type(), id)).as("%s", scene).isEmpty();
        }
    }

    private static <R extends CrmRecord> void findByRef(Scene<R> scene) {
        for (UUID id : scene.hiddenIds()) {
            assertThat(scene.session().find(scene.type(), new Ref<R>(id)))
                    .as("%s", scene)
                    .isEmpty();
        }
    }

    /** What is hidden and what is not there are refused in the same words. */
    private static <R extends CrmRecord> void get(Scene<R> scene) {
        for (R record : scene.hidden()) {
            String refusal = refusal(scene, record.getId());
            scene.tellsNothingOf(record, refusal);
            UUID nowhere = new UUID(0, 1);
            assertThat(refusal.replace(record.getId().toString(), "it"))
                    .isEqualTo(refusal(scene, nowhere).replace(nowhere.toString(), "it"));
        }
    }

    private static String refusal(Scene<?> scene, UUID id) {
        Throwable refusal = catchThrowable(() -> scene.session().get(scene.type(), id));
        assertThat(refusal).as("%s", scene).isInstanceOf(RecordNotFoundException.class);
        return String.valueOf(refusal.getMessage());
    }

    private static <R extends CrmRecord> void select(Scene<R> scene) {
        assertThat(scene.session().select(scene.type()).list()).as("%s", scene).isEqualTo(scene.seen());
    }

    private static <R extends CrmRecord> void history(Scene<R> scene) {
        for (R record : scene.hidden()) {
            assertThat(scene.session().history(record)).as("%s", scene).isEmpty();
            assertThat(scene.session().history(scene.forged(record)))
                    .as("%s", scene)
                    .isEmpty();
        }
    }

    /** Counts, what stands behind a count, and what a report of a host's own is handed. */
    private static <R extends CrmRecord> void run(Scene<R> scene) {
        Session session = scene.session();
        EntityType<R> type = scene.type();
        Table<R> table = session.run(Tally.of("all", type, columns -> columns.count("all")));
        assertThat(table.total("all")).as("%s", scene).isEqualTo((long)
                scene.seen().size());
        for (Table.Row row : table.rows()) {
            assertThat(session.select(type).where(table.records(row, "all")).list())
                    .as("%s", scene)
                    .isEqualTo(scene.seen());
        }
        List<R> handed =
                session.run(records -> records.select(type, Query.<R>all()).toList());
        assertThat(handed).as("%s", scene).isEqualTo(scene.seen());
        if (type == Opportunity.TYPE) {
            AccountsByOpportunities.Result result = session.run(AccountsByOpportunities.report());
            assertThat(result.totals().total()).isEqualTo(scene.seen().size());
            assertThat(result.rows()).hasSize(scene.viewer().seen(Account.TYPE).size());
        }
    }

    private static <R extends CrmRecord> void inTransaction(Scene<R> scene) {
        scene.alone()
                .inTransaction(within -> assertThat(within.select(scene.type())
                                .where(scene.isHidden())
                                .list())
                        .as("%s", scene)
                        .isEmpty());
    }

    private static <R extends CrmRecord> void inTransactionOfAnEngine(Scene<R> scene) {
        List<R> found =
                scene.alone().inTransaction("look", records -> records.findAll(scene.type(), scene.hiddenIds()));
        assertThat(found).as("%s", scene).isEmpty();
    }

    private static <R extends CrmRecord> void rehearse(Scene<R> scene) {
        List<R> found = scene.alone().rehearse("look", records -> records.findAll(scene.type(), scene.hiddenIds()));
        assertThat(found).as("%s", scene).isEmpty();
    }
}
