package org.clientele.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.clientele.AsOf;
import org.clientele.model.CrmRecord;
import org.clientele.store.RecordNotFoundException;
import org.clientele.value.Ref;

/** Probes of records as they were: what is hidden today is hidden in all its past. */
final class AsOfProbes {

    private static final Instant FAR_OFF = Instant.parse("2999-01-01T00:00:00Z");

    private AsOfProbes() {}

    static Map<String, Probe> all() {
        return Map.of(
                "Session.asOf(Instant)", AsOfProbes::find,
                "AsOf.find(EntityType, UUID)", AsOfProbes::find,
                "AsOf.find(EntityType, Ref)", AsOfProbes::findByRef,
                "AsOf.get(EntityType, UUID)", AsOfProbes::get,
                "AsOf.findAll(EntityType, Collection)", AsOfProbes::findAll,
                "AsOf.untold(EntityType, UUID)", AsOfProbes::untold);
    }

    /** After and between all that the scene's hidden records have gone through. */
    private static <R extends CrmRecord> Stream<AsOf> moments(Scene<R> scene) {
        return Stream.concat(
                        Stream.of(FAR_OFF),
                        scene.hidden().stream()
                                .flatMap(record -> scene.system().history(record).stream())
                                .map(set -> set.recordedAt()))
                .distinct()
                .map(instant -> scene.session().asOf(instant));
    }

    private static <R extends CrmRecord> void find(Scene<R> scene) {
        moments(scene)
                .forEach(then -> scene.hiddenIds()
                        .forEach(id -> assertThat(then.find(scene.type(), id))
                                .as("%s", scene)
                                .isEmpty()));
    }

    private static <R extends CrmRecord> void findByRef(Scene<R> scene) {
        moments(scene)
                .forEach(then -> scene.hiddenIds()
                        .forEach(id -> assertThat(then.find(scene.type(), new Ref<R>(id)))
                                .as("%s", scene)
                                .isEmpty()));
    }

    private static <R extends CrmRecord> void get(Scene<R> scene) {
        moments(scene)
                .forEach(then -> scene.hiddenIds()
                        .forEach(id -> assertThatThrownBy(() -> then.get(scene.type(), id))
                                .as("%s", scene)
                                .isInstanceOf(RecordNotFoundException.class)));
    }

    private static <R extends CrmRecord> void findAll(Scene<R> scene) {
        List<UUID> ids = Stream.concat(scene.hidden().stream(), scene.seen().stream())
                .map(CrmRecord::getId)
                .toList();
        assertThat(scene.session().asOf(FAR_OFF).findAll(scene.type(), ids))
                .as("%s", scene)
                .isEqualTo(scene.seen());
    }

    private static <R extends CrmRecord> void untold(Scene<R> scene) {
        moments(scene)
                .forEach(then -> scene.hiddenIds()
                        .forEach(id -> assertThat(then.untold(scene.type(), id))
                                .as("%s", scene)
                                .isEmpty()));
    }
}
