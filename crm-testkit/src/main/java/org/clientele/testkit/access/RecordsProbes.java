package org.clientele.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.model.CrmException;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.property.Property;
import org.clientele.property.ReferenceProperty;
import org.clientele.store.Aggregation;
import org.clientele.store.Fate;
import org.clientele.store.MassUpdate;
import org.clientele.store.Measure;
import org.clientele.store.Records;
import org.clientele.store.Transaction;
import org.clientele.store.Write;
import org.clientele.value.Ref;

/** Probes of the records that engines, reports and a host's own work are handed. */
final class RecordsProbes {

    private RecordsProbes() {}

    static Map<String, Probe> all() {
        return Map.ofEntries(
                Map.entry("Records.find(EntityType, UUID)", RecordsProbes::find),
                Map.entry("Records.find(Class, UUID)", RecordsProbes::findByClass),
                Map.entry("Lookup.find(Class, UUID)", RecordsProbes::findByClass),
                Map.entry("Records.findAll(EntityType, Collection)", RecordsProbes::findAll),
                Map.entry("Records.select(EntityType, Query)", RecordsProbes::select),
                Map.entry("Records.values(EntityType, Query, List)", RecordsProbes::values),
                Map.entry("Records.count(EntityType, Criterion)", RecordsProbes::count),
                Map.entry("Records.aggregate(EntityType, Aggregation)", RecordsProbes::aggregate),
                Map.entry("Records.pointing(List)", RecordsProbes::pointing),
                Map.entry("Records.referring(Class, Attribute, Object)", RecordsProbes::referring),
                Map.entry("Lookup.referring(Class, Attribute, Object)", RecordsProbes::referring),
                Map.entry("Records.write(List)", RecordsProbes::write),
                Map.entry("Records.adjust(List)", RecordsProbes::adjustsNothing),
                Map.entry("Records.update(MassUpdate, Instant)", RecordsProbes::updatesNothing),
                Map.entry("Records.hold(EntityType, Collection, Fate)", RecordsProbes::holdsNothing),
                Map.entry("Records.schema()", RecordsProbes::showsTheTypesAlone),
                Map.entry("Lookups.schema()", RecordsProbes::showsTheTypesAlone),
                Map.entry("Transaction.changeSet()", RecordsProbes::showsTheActorsOwnChangeSetAlone));
    }

    private static <T> T within(Scene<?> scene, Function<Transaction, T> work) {
        return scene.session().inTransaction("look", work);
    }

    private static <T> void answers(Scene<?> scene, T expected, Function<Transaction, T> question) {
        T answer = within(scene, question);
        assertThat((Object) answer).as("%s", scene).isEqualTo(expected);
    }

    private static <R extends CrmRecord> void find(Scene<R> scene) {
        for (UUID id : scene.hiddenIds()) {
            answers(scene, Optional.empty(), records -> records.find(scene.type(), id));
        }
    }

    private static <R extends CrmRecord> void findByClass(Scene<R> scene) {
        for (UUID id : scene.hiddenIds()) {
            answers(
                    scene,
                    Optional.empty(),
                    records -> records.find(scene.type().recordClass(), id));
        }
    }

    private static <R extends CrmRecord> void findAll(Scene<R> scene) {
        List<UUID> ids = Stream.concat(scene.hidden().stream(), scene.seen().stream())
                .map(CrmRecord::getId)
                .toList();
        answers(scene, scene.seen(), records -> records.findAll(scene.type(), ids));
    }

    private static <R extends CrmRecord> void select(Scene<R> scene) {
        answers(
                scene,
                scene.seen(),
                records -> records.select(scene.type(), Query.<R>all()).toList());
    }

    private static <R extends CrmRecord> void values(Scene<R> scene) {
        List<Object> ids = new ArrayList<>();
        scene.seen().forEach(record -> ids.add(record.getId()));
        answers(
                scene,
                ids,
                records -> records.values(scene.type(), Query.<R>all(), List.of(CrmRecord.ID))
                        .<Object>map(row -> row.get(0))
                        .toList());
    }

    private static <R extends CrmRecord> void count(Scene<R> scene) {
        answers(scene, (long) scene.seen().size(), records -> records.count(scene.type(), Criterion.always()));
    }

    private static <R extends CrmRecord> void aggregate(Scene<R> scene) {
        Aggregation<R> all =
                new Aggregation<>(Criterion.always(), List.of(), List.of(new Measure.Count<>(Criterion.always())));
        List<Object> counts =
                scene.seen().isEmpty() ? List.of() : List.of((long) scene.seen().size());
        answers(
                scene,
                counts,
                records -> records.aggregate(scene.type(), all).stream()
                        .<Object>map(group -> group.values().get(0))
                        .toList());
    }

    private static <R extends CrmRecord> void pointing(Scene<R> scene) {
        for (Property<? super R, ?> property : scene.type().properties()) {
            if (property instanceof ReferenceProperty<?, ?>) {
                long seen = scene.seen().stream()
                        .filter(record -> property.get(record) != null)
                        .count();
                org.clientele.store.Pointing<R> all =
                        new org.clientele.store.Pointing<>(scene.type(), property, Criterion.always());
                answers(
                        scene,
                        seen,
                        records -> records.pointing(List.of(all)).get(0).values().stream()
                                .mapToLong(Long::longValue)
                                .sum());
            }
        }
    }

    /** Whoever knows what a hidden record points to does not come to it from there. */
    private static <R extends CrmRecord> void referring(Scene<R> scene) {
        scene.hidden().forEach(record -> comesFromNowhere(scene, record));
    }

    private static <R extends CrmRecord> void comesFromNowhere(Scene<?> scene, R record) {
        EntityType<R> type = scene.world().crm().schema().typeOf(record);
        for (Property<? super R, ?> property : type.properties()) {
            Object value = property.get(record);
            if (property instanceof ReferenceProperty<?, ?> reference && value instanceof Ref<?> ref) {
                EntityType<?> target = scene.world().crm().schema().type(reference.target());
                scene.system().find(target, ref.id()).ifPresent(pointedTo -> {
                    List<R> found =
                            within(scene, records -> records.referring(type.recordClass(), property, pointedTo));
                    assertThat(found).as("%s", scene).doesNotContain(record);
                });
            }
        }
    }

    /** What is written to a hidden record is judged by what is stored; nothing of that comes back. */
    private static <R extends CrmRecord> void write(Scene<R> scene) {
        for (R record : scene.hidden()) {
            tryWrite(scene, record, scene.forged(record));
        }
    }

    private static <R extends CrmRecord, S extends R> void tryWrite(Scene<R> scene, R record, S forged) {
        EntityType<S> type = scene.world().crm().schema().typeOf(forged);
        for (Write<S> write : List.of(
                new Write.Delete<>(type, forged),
                new Write.Update<>(type, forged, type.copy(forged)),
                new Write.Update<>(type, type.newRecord(forged.getId(), -1L), type.newRecord(forged.getId(), -1L)),
                new Write.Insert<>(type, type.newRecord(forged.getId(), null)))) {
            scene.tellsNothingOf(record, answer(scene, write));
        }
    }

    private static String answer(Scene<?> scene, Write<?> write) {
        try {
            return scene.alone()
                    .rehearse(
                            "try",
                            records -> records.write(List.of(write)).stream()
                                    .map(written -> told(records, written))
                                    .toList()
                                    .toString());
        } catch (CrmException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static <R extends CrmRecord> String told(Records records, R written) {
        return records.schema().nameOf(written) + " "
                + records.schema().properties(records.schema().typeOf(written)).stream()
                        .map(property -> property + "=" + property.get(written))
                        .toList();
    }

    /** What follows from other records is nobody's to change by hand. */
    private static void adjustsNothing(Scene<?> scene) {
        assertThatThrownBy(() -> within(scene, records -> {
                    records.adjust(List.of());
                    return scene;
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    /** What is given to many at once follows from what is written. */
    private static <R extends CrmRecord> void updatesNothing(Scene<R> scene) {
        MassUpdate<R> update = new MassUpdate<>(scene.type(), Criterion.always(), List.of());
        assertThatThrownBy(() -> within(scene, records -> {
                    records.update(update, Instant.EPOCH);
                    return scene;
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    /** What is held is said to be there. */
    private static void holdsNothing(Scene<?> scene) {
        assertThatThrownBy(() -> within(scene, records -> {
                    records.hold(scene.type(), List.of(), Fate.STAYS);
                    return scene;
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    private static void showsTheTypesAlone(Scene<?> scene) {
        Schema schema = within(scene, Records::schema);
        assertThat(schema).isSameAs(scene.world().crm().schema());
    }

    private static void showsTheActorsOwnChangeSetAlone(Scene<?> scene) {
        UUID set = within(scene, Transaction::changeSet);
        assertThat(scene.hidden())
                .allSatisfy(record -> assertThat(scene.system().history(record))
                        .noneMatch(past -> past.id().equals(set)));
    }
}
