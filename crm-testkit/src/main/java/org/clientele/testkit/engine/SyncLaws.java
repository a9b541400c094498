package org.clientele.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.clientele.criteria.Criterion;
import org.clientele.sync.Connection;
import org.clientele.sync.Priority;
import org.clientele.testkit.engine.DyingStore.Death;
import org.clientele.testkit.engine.DyingStore.Way;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** That synchronisation brings both sides together, whatever a remote does to it and wherever it is interrupted. */
public abstract class SyncLaws extends SendingExamples {

    private static final int VISITS = 9;

    /** A change of a visit: of its subject, its minutes, or which one it follows; on either side. */
    record Edit(int visit, int what, int value, boolean isHere) {

        String id() {
            return "v" + visit;
        }

        void at(HostileRemote<Visit> remote) {
            if (!remote.rows().containsKey(id())) {
                remote.set(id(), Visit.SUBJECT, id() + " visit");
            }
            switch (what) {
                case 0 -> remote.set(id(), Visit.SUBJECT, id() + " " + value);
                case 1 -> remote.set(id(), Visit.MINUTES, value == 0 ? null : String.valueOf(value));
                default -> remote.set(id(), Visit.FOLLOWS, value == 0 ? null : "v" + value % VISITS);
            }
        }

        /** Here only what is there is changed. */
        void at(SyncWorld world) {
            find(world, visit).ifPresent(stored -> {
                switch (what) {
                    case 0 -> stored.setSubject(id() + " " + value);
                    case 1 -> stored.setMinutes(value == 0 ? null : value);
                    default ->
                        stored.setFollows(
                                value == 0
                                        ? null
                                        : find(world, value % VISITS)
                                                .map(Ref::to)
                                                .orElse(null));
                }
                world.crm.as(world.olga).save(stored);
            });
        }

        private static Optional<Visit> find(SyncWorld world, int number) {
            return world.crm
                    .asSystem()
                    .select(Visit.TYPE)
                    .where(Visit.SUBJECT.startsWith("v" + number + " "))
                    .first();
        }
    }

    @Provide
    Arbitrary<List<Edit>> edits() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, VISITS - 1),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.of(true, false))
                .as(Edit::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    /** Visits that are followed are told of at last, if at all; a remote has no references to what it has not. */
    private static void close(HostileRemote<Visit> remote) {
        remote.rows().values().forEach(values -> {
            String followed = values.get(Visit.FOLLOWS.name());
            if (followed != null && !remote.rows().containsKey(followed)) {
                remote.set(followed, Visit.SUBJECT, followed + " visit");
            }
        });
    }

    private static void assertNothingIsLeft(SyncWorld world, HostileRemote<?> remote, Connection connection) {
        long changeSets = world.changeSets();
        int writes = remote.writes();
        world.complete(connection);
        assertThat(world.changeSets()).as("change sets").isEqualTo(changeSets);
        assertThat(remote.writes()).as("writes at the remote").isEqualTo(writes);
        assertThat(world.crm.asSystem().synchronisation(connection).open(9)).isEmpty();
    }

    @Property(tries = 25)
    void whatTheRemoteHasIsHereHoweverItTells(
            @ForAll("edits") List<Edit> first,
            @ForAll("edits") List<Edit> second,
            @ForAll long seed,
            @ForAll boolean goesBack) {
        SyncWorld world = new SyncWorld(newStore());
        HostileRemote<Visit> remote = new HostileRemote<>(Visit.TYPE, false, goesBack, seed, 60);
        Connection connection = world.visits(remote, visits -> {});
        first.forEach(edit -> edit.at(remote));
        close(remote);
        world.complete(connection);
        second.forEach(edit -> edit.at(remote));
        close(remote);
        remote.turn(60);
        world.complete(connection);
        remote.turn(0);
        world.complete(connection);
        assertThat(world.visits()).isEqualTo(SyncWorld.visits(remote));
        assertNothingIsLeft(world, remote, connection);
    }

    @Property(tries = 25)
    void bothSidesAreAlikeInTheEnd(
            @ForAll("edits") List<Edit> first,
            @ForAll("edits") List<Edit> second,
            @ForAll Priority priority,
            @ForAll long seed,
            @ForAll boolean goesBack) {
        SyncWorld world = new SyncWorld(newStore());
        HostileRemote<Visit> remote = new HostileRemote<>(Visit.TYPE, true, goesBack, seed, 40);
        Connection connection =
                world.visits(remote, visits -> visits.priority(priority).sending(Criterion.always()));
        for (int i = 0; i < 3; i++) {
            world.crm.as(world.olga).save(new Visit("here" + i + " visit"));
        }
        first.forEach(edit -> edit.at(remote));
        close(remote);
        world.complete(connection);
        second.forEach(edit -> {
            if (edit.isHere) {
                edit.at(world);
            } else {
                edit.at(remote);
            }
        });
        close(remote);
        world.complete(connection);
        remote.turn(0);
        world.complete(connection);
        world.complete(connection);
        assertThat(bySubject(SyncWorld.visits(remote))).isEqualTo(bySubject(world.visits()));
        assertNothingIsLeft(world, remote, connection);
    }

    /** What the remote gave external ids of its own is told apart by the first word of the subject. */
    private static Map<String, @Nullable String> bySubject(Map<String, Map<String, @Nullable String>> visits) {
        Map<String, @Nullable String> bySubject = new TreeMap<>();
        visits.values().forEach(values -> {
            String before = bySubject.put(
                    String.valueOf(values.get(Visit.SUBJECT.name())), String.valueOf(values.get(Visit.MINUTES.name())));
            assertThat(before).isNull();
        });
        return bySubject;
    }

    @Property(tries = 25)
    void nothingIsLostButToTheSideThatHasPriority(
            @ForAll("edits") List<Edit> edits, @ForAll Priority priority, @ForAll long seed) {
        SyncWorld world = new SyncWorld(newStore());
        HostileRemote<Visit> remote = new HostileRemote<>(Visit.TYPE, true, false, seed, 0);
        Connection connection = world.visits(remote, visits -> visits.priority(priority));
        for (int i = 0; i < VISITS; i++) {
            remote.set("v" + i, Visit.SUBJECT, "v" + i + " visit");
        }
        world.complete(connection);
        Map<String, Map<String, @Nullable String>> before = world.visits();
        remote.turn(30);
        edits.forEach(edit -> {
            if (edit.isHere) {
                edit.at(world);
            } else {
                edit.at(remote);
            }
        });
        Map<String, Map<String, @Nullable String>> expected =
                expected(before, world.visits(), SyncWorld.visits(remote), priority);
        world.complete(connection);
        remote.turn(0);
        world.complete(connection);
        world.complete(connection);
        assertThat(world.visits()).isEqualTo(expected);
        assertThat(SyncWorld.visits(remote)).isEqualTo(expected);
    }

    private static Map<String, Map<String, @Nullable String>> expected(
            Map<String, Map<String, @Nullable String>> before,
            Map<String, Map<String, @Nullable String>> here,
            Map<String, Map<String, @Nullable String>> there,
            Priority priority) {
        Map<String, Map<String, @Nullable String>> expected = new TreeMap<>();
        before.forEach((id, values) -> {
            Map<String, @Nullable String> row = new LinkedHashMap<>();
            values.forEach((property, value) -> {
                String own = Objects.requireNonNull(here.get(id)).get(property);
                String other = Objects.requireNonNull(there.get(id)).get(property);
                boolean isOwn =
                        Objects.equals(other, value) || (!Objects.equals(own, value) && priority == Priority.LOCAL);
                row.put(property, isOwn ? own : other);
            });
            expected.put(id, row);
        });
        return expected;
    }

    @Property(tries = 25)
    void aDeathAnywhereOnlyDelays(
            @ForAll("edits") List<Edit> edits, @ForAll long seed, @ForAll boolean goesBack, @ForAll boolean isKept) {
        DyingStore store = new DyingStore(newStore());
        SyncWorld world = new SyncWorld(store);
        HostileRemote<Visit> remote = new HostileRemote<>(Visit.TYPE, true, goesBack, seed, 10);
        Connection connection = world.visits(remote, visits -> visits.sending(Criterion.always()));
        world.crm.as(world.olga).save(new Visit("here visit"));
        edits.forEach(edit -> edit.at(remote));
        close(remote);
        List<Integer> deaths = new ArrayList<>(List.of(1, 2, 3, 5, 8, 13, 21, 34));
        while (!deaths.isEmpty()) {
            store.dieAfter(deaths.remove(0), isKept ? Way.ONCE_IT_IS_KEPT : Way.BEFORE_IT_IS_KEPT);
            try {
                world.crm.asSystem().synchronisation(connection).run();
            } catch (Death killed) {
                assertThat(killed).isNotNull();
            }
            store.live();
        }
        remote.turn(0);
        world.complete(connection);
        world.complete(connection);
        assertThat(bySubject(SyncWorld.visits(remote))).isEqualTo(bySubject(world.visits()));
        assertNothingIsLeft(world, remote, connection);
    }

    @Property(tries = 15)
    void customersOfAHostComeWithTheirAccounts(@ForAll("edits") List<Edit> edits, @ForAll long seed) {
        SyncWorld world = new SyncWorld(newStore());
        HostileRemote<Partner> remote = new HostileRemote<>(Partner.TYPE, true, true, seed, 30);
        Connection connection = world.partners(remote, partners -> partners.matchOn(Partner.NAME));
        for (Edit edit : edits) {
            remote.set(edit.id(), Partner.NAME, "Partner " + edit.visit);
            remote.set(edit.id(), Partner.LEVEL, edit.value == 0 ? null : "level " + edit.value);
            remote.set(edit.id(), Partner.PROGRAMS, Partner.PROGRAMS.toText(Set.of("p" + edit.what)));
        }
        world.complete(connection);
        remote.turn(0);
        world.complete(connection);
        List<Partner> partners = world.crm.asSystem().select(Partner.TYPE).list();
        assertThat(partners).hasSameSizeAs(remote.rows().values());
        assertThat(partners).allSatisfy(partner -> {
            String id = "v" + String.valueOf(partner.getName()).substring("Partner ".length());
            Map<String, @Nullable String> there =
                    Objects.requireNonNull(remote.rows().get(id));
            assertThat(partner.getLevel()).isEqualTo(there.get(Partner.LEVEL.name()));
            assertThat(Partner.PROGRAMS.toText(partner.getPrograms())).isEqualTo(there.get(Partner.PROGRAMS.name()));
            assertThat(partner.getAccount()).isNotNull();
        });
        assertNothingIsLeft(world, remote, connection);
    }
}
