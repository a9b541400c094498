package org.clientele.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clientele.History;
import org.clientele.journal.ChangeSet;
import org.clientele.model.CrmRecord;
import org.clientele.organization.User;
import org.clientele.value.Ref;

/** Probes of histories: nothing that happened to a hidden record is told, whatever is asked for. */
final class HistoryProbes {

    private static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant FAR_OFF = Instant.parse("2999-01-01T00:00:00Z");

    private HistoryProbes() {}

    static Map<String, Probe> all() {
        return Map.ofEntries(
                Map.entry("Session.history()", HistoryProbes::history),
                Map.entry("History.by(User)", HistoryProbes::byUser),
                Map.entry("History.by(Ref)", HistoryProbes::byRef),
                Map.entry("History.bySystem()", HistoryProbes::bySystem),
                Map.entry("History.between(Instant, Instant)", HistoryProbes::between),
                Map.entry("History.of(EntityType)", HistoryProbes::ofType),
                Map.entry("History.of(CrmRecord)", HistoryProbes::ofRecord),
                Map.entry("History.of(EntityType, UUID)", HistoryProbes::ofIdentity),
                Map.entry("History.before(ChangeSet)", HistoryProbes::before),
                Map.entry("History.find(UUID)", HistoryProbes::find),
                Map.entry("History.latest(int)", HistoryProbes::latest),
                Map.entry("History.list()", HistoryProbes::history),
                Map.entry("History.stream()", HistoryProbes::stream));
    }

    private static <R extends CrmRecord> void isShown(Scene<R> scene, List<ChangeSet> history) {
        history.forEach(set -> {
            assertThat(set.changes()).isNotEmpty();
            assertThat(set.changes())
                    .as("%s", scene)
                    .allMatch(change ->
                            scene.viewer().shown().contains(change.record().id()));
            scene.hidden()
                    .forEach(record -> scene.tellsNoName(
                            record,
                            set.changes().stream()
                                    .map(change -> change.name())
                                    .toList()
                                    .toString()));
        });
    }

    private static <R extends CrmRecord> void history(Scene<R> scene) {
        isShown(scene, scene.session().history().list());
    }

    private static <R extends CrmRecord> void byUser(Scene<R> scene) {
        scene.world()
                .made(User.TYPE)
                .forEach(user ->
                        isShown(scene, scene.session().history().by(user).list()));
    }

    private static <R extends CrmRecord> void byRef(Scene<R> scene) {
        scene.world()
                .made(User.TYPE)
                .forEach(user -> isShown(
                        scene, scene.session().history().by(Ref.to(user)).list()));
    }

    private static <R extends CrmRecord> void bySystem(Scene<R> scene) {
        isShown(scene, scene.session().history().bySystem().list());
    }

    private static <R extends CrmRecord> void between(Scene<R> scene) {
        isShown(scene, scene.session().history().between(LONG_AGO, FAR_OFF).list());
    }

    private static <R extends CrmRecord> void ofType(Scene<R> scene) {
        isShown(scene, scene.session().history().of(scene.type()).list());
    }

    private static <R extends CrmRecord> void ofRecord(Scene<R> scene) {
        for (R record : scene.hidden()) {
            isNothing(scene, scene.session().history().of(record));
            isNothing(scene, scene.session().history().of(scene.forged(record)));
        }
    }

    private static <R extends CrmRecord> void ofIdentity(Scene<R> scene) {
        for (UUID id : scene.hiddenIds()) {
            isNothing(scene, scene.session().history().of(scene.type(), id));
        }
    }

    private static void isNothing(Scene<?> scene, History history) {
        assertThat(history.list()).as("%s", scene).isEmpty();
        assertThat(history.stream()).as("%s", scene).isEmpty();
    }

    private static <R extends CrmRecord> void before(Scene<R> scene) {
        scene.system().history().stream()
                .limit(1)
                .forEach(newest ->
                        isShown(scene, scene.session().history().before(newest).list()));
    }

    private static <R extends CrmRecord> void find(Scene<R> scene) {
        scene.system()
                .history()
                .list()
                .forEach(set -> isShown(
                        scene, scene.session().history().find(set.id()).stream().toList()));
    }

    private static <R extends CrmRecord> void latest(Scene<R> scene) {
        isShown(scene, scene.session().history().latest(2));
    }

    private static <R extends CrmRecord> void stream(Scene<R> scene) {
        isShown(scene, scene.session().history().stream().toList());
    }
}
