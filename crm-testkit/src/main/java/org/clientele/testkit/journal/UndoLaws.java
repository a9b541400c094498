package org.clientele.testkit.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.clientele.journal.JournalEntry;
import org.clientele.model.CrmException;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.Carried;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits;
import org.clientele.store.RecordStore;
import org.clientele.testkit.world.Blueprint;
import org.clientele.undo.Kept;
import org.clientele.undo.Undo;
import org.jspecify.annotations.Nullable;

/**
 * The laws of undo on a store, over generated worlds. A store's author extends it and runs it with JUnit and jqwik, as
 * {@link JournalLaws}.
 */
public abstract class UndoLaws extends UndoOfWorkLaws {

    private static final int TRIES = 12;

    /** An empty store each time that it is called; the former one is used no more. */
    @Override
    protected abstract RecordStore newStore();

    @Property(tries = TRIES)
    void whatWasDoneLastIsTakenBackWhollyAndAgain(
            @ForAll("worlds") Blueprint blueprint, @ForAll("acts") List<Act> acts) {
        UndoCase done = new UndoCase(blueprint, newStore());
        for (Act act : acts) {
            Map<UUID, Map<String, Object>> before = done.state();
            Optional<UUID> changeSet = done.done(act);
            if (changeSet.isPresent()) {
                checkBackAndForth(done, changeSet.get(), before);
            }
        }
        new Replay(done.world.crm().schema()).apply(done.journal()).assertIsTheStateOf(done.system);
    }

    @Property(tries = TRIES)
    void whatSomebodyChangedLaterIsNeverLost(
            @ForAll("worlds") Blueprint blueprint, @ForAll("acts") List<Act> acts, @ForAll("acts") List<Act> later) {
        UndoCase done = new UndoCase(blueprint, newStore());
        for (Act act : acts) {
            Map<UUID, Map<String, Object>> before = done.state();
            Optional<UUID> changeSet = done.done(act);
            if (changeSet.isPresent()) {
                Map<UUID, Map<String, Object>> left = done.state();
                done.done(new Act(Act.Kind.TAKE, act.type(), act.record(), act.other() + 1, act.property()));
                later.forEach(done::done);
                Map<UUID, Map<String, Object>> now = done.state();
                Undo undo = done.system.undo(changeSet.get());
                checkThreeWay(done, undo, before, left, now);
                done.recount();
                Map<UUID, Map<String, Object>> counted = done.state();
                assertThat(done.system.undo(changeSet.get()).receipt()).isEmpty();
                assertThat(done.state()).isEqualTo(counted);
                break;
            }
        }
        new Replay(done.world.crm().schema()).apply(done.journal()).assertIsTheStateOf(done.system);
    }

    @Property(tries = 5)
    void ofAValueChangedTwiceTheLaterStaysAndIsNamed(@ForAll("worlds") Blueprint blueprint) {
        UndoCase done = new UndoCase(blueprint, newStore());
        int checked = 0;
        for (EntityType<?> type : done.world.crm().schema().types()) {
            if (!type.isAbstract() && !type.isMadeByCrm() && type != JournalEntry.TYPE) {
                checked += checkTwice(done, type);
            }
        }
        assertThat(checked).as("types of which a record was changed twice").isPositive();
    }

    private static <R extends CrmRecord> int checkTwice(UndoCase done, EntityType<R> type) {
        R record = done.system.select(type).first().orElse(null);
        for (org.clientele.property.Property<? super R, ?> property : type.properties()) {
            if (record != null && property instanceof TextProperty<?> text && !property.has(Traits.Calculated.class)) {
                @SuppressWarnings("unchecked") // a text of the type or of one above
                TextProperty<R> own = (TextProperty<R>) text;
                String before = own.get(record);
                Optional<R> first = changed(done, own, record, "first");
                Optional<R> second = first.flatMap(saved -> changed(done, own, saved, "second"));
                if (first.isPresent() && second.isPresent() && !"second".equals(before)) {
                    UUID change = done.system.history(record).get(1).id();
                    Undo undo = done.system.undo(change);
                    R now = done.system.get(type, record.getId());
                    assertThat(own.get(now))
                            .as("%s of %s in %s", own, type, undo)
                            .isEqualTo("second");
                    assertThat(undo.kept()).extracting(Kept::property).contains(own.name());
                    return 1;
                }
            }
        }
        return 0;
    }

    private static <R extends CrmRecord> Optional<R> changed(
            UndoCase done, TextProperty<R> property, R record, String value) {
        try {
            R changed = done.world.crm().schema().typeOf(record).copy(record);
            property.set(changed, value);
            R saved = done.system.save(changed);
            return value.equals(property.get(saved)) && !Objects.equals(saved.getVersion(), record.getVersion())
                    ? Optional.of(saved)
                    : Optional.empty();
        } catch (CrmException refused) {
            return Optional.empty();
        }
    }

    private static void checkThreeWay(
            UndoCase done,
            Undo undo,
            Map<UUID, Map<String, Object>> before,
            Map<UUID, Map<String, Object>> left,
            Map<UUID, Map<String, Object>> now) {
        Map<UUID, Map<String, Object>> then = done.state();
        if (undo.receipt().isEmpty()) {
            assertThat(then).as("%s", undo).isEqualTo(now);
        }
        Set<UUID> all = new HashSet<>(now.keySet());
        all.addAll(then.keySet());
        for (UUID id : all) {
            boolean wasEdited = !Objects.equals(plain(done, left.get(id)), plain(done, now.get(id)));
            if (!now.containsKey(id)) {
                assertThat(left).as("%s comes back in %s", id, undo).doesNotContainKey(id);
                assertThat(before).as("%s comes back in %s", id, undo).containsKey(id);
            } else if (!then.containsKey(id)) {
                assertThat(wasEdited)
                        .as("%s of %s is lost in %s", id, now.get(id), undo)
                        .isFalse();
                assertThat(before)
                        .as("%s of %s is lost in %s", id, now.get(id), undo)
                        .doesNotContainKey(id);
            } else {
                checkValues(done, undo, id, before.get(id), left.get(id), now.get(id), then.get(id));
            }
        }
    }

    private static void checkValues(
            UndoCase done,
            Undo undo,
            UUID id,
            @Nullable Map<String, Object> before,
            @Nullable Map<String, Object> left,
            Map<String, Object> now,
            Map<String, Object> then) {
        boolean isNamed = undo.blocked().stream().anyMatch(each -> id.equals(each.record()))
                || undo.kept().stream().anyMatch(each -> id.equals(each.record()))
                || undo.receipt().isEmpty();
        for (org.clientele.property.Property<?, ?> property : entered(done, now)) {
            String name = property.name();
            Object value = then.get(name);
            String about = id + " " + name + " in " + undo;
            if (left == null || before == null) {
                assertThat(value).as(about).isEqualTo(now.get(name));
            } else if (now.get(name) instanceof Collection<?> || left.get(name) instanceof Collection<?>) {
                Set<Object> added = minus(now.get(name), left.get(name));
                Set<Object> removed = minus(left.get(name), now.get(name));
                assertThat(elements(value))
                        .as(about)
                        .containsAll(added)
                        .doesNotContainAnyElementsOf(removed.isEmpty() ? Set.of(id) : removed);
            } else if (!Objects.equals(left.get(name), now.get(name))) {
                assertThat(value).as(about).isIn(now.get(name), now.get(name));
            } else if (!isNamed) {
                assertThat(value).as(about).isEqualTo(before.get(name));
            }
        }
    }

    private static Set<Object> elements(@Nullable Object value) {
        return value instanceof Collection<?> many ? new HashSet<>(many) : Set.of();
    }

    private static Set<Object> minus(@Nullable Object one, @Nullable Object other) {
        Set<Object> rest = new HashSet<>(elements(one));
        rest.removeAll(elements(other));
        return rest;
    }

    /** The properties that people enter, as nothing else makes their values. */
    private static List<org.clientele.property.Property<?, ?>> entered(UndoCase done, Map<String, Object> values) {
        var type = done.world.crm().schema().type(String.valueOf(values.get("type")));
        return type.properties().stream()
                .filter(property -> !property.has(Traits.Calculated.class)
                        && property.trait(Carried.class).isEmpty()
                        && !done.world.crm().schema().folded(type).contains(property))
                .collect(Collectors.toList());
    }

    private static @Nullable Map<String, Object> plain(UndoCase done, @Nullable Map<String, Object> values) {
        if (values == null) {
            return null;
        }
        Map<String, Object> plain = new java.util.TreeMap<>(values);
        Set<String> entered =
                entered(done, values).stream().map(each -> each.name()).collect(Collectors.toSet());
        plain.keySet().retainAll(entered);
        return plain;
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        return Act.any().list().ofMaxSize(10).withoutEdgeCases();
    }
}
