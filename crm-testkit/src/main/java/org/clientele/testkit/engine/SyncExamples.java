package org.clientele.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.clientele.Synchronisation;
import org.clientele.access.AccessDeniedException;
import org.clientele.channel.Channel;
import org.clientele.store.RecordStore;
import org.clientele.sync.Beginning;
import org.clientele.sync.Connection;
import org.clientele.sync.Connector;
import org.clientele.sync.Interval;
import org.clientele.sync.Outgoing;
import org.clientele.sync.RemotePage;
import org.clientele.sync.RemoteRecord;
import org.clientele.sync.SyncLink;
import org.clientele.sync.SyncOutcome;
import org.clientele.sync.SyncOutcome.Kind;
import org.clientele.sync.SyncReport;
import org.clientele.sync.SyncStatus;
import org.clientele.sync.Written;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Synchronisation by example. */
public abstract class SyncExamples {

    /** An empty store. */
    protected abstract RecordStore newStore();

    static HostileRemote<Visit> honest(boolean isTwoWay) {
        return new HostileRemote<>(Visit.TYPE, isTwoWay, false, 1, 0);
    }

    static void tell(HostileRemote<Visit> remote, String id) {
        remote.set(id, Visit.SUBJECT, id + " visit");
    }

    static Visit visit(SyncWorld world, String id) {
        return world.crm
                .asSystem()
                .select(Visit.TYPE)
                .where(Visit.SUBJECT.startsWith(id))
                .first()
                .orElseThrow();
    }

    @Test
    void aRecordWaitsForTheOneThatItPointsTo() {
        SyncWorld world = new SyncWorld(newStore());
        HostileRemote<Visit> remote = honest(false);
        Connection connection = world.visits(remote, visits -> {});
        tell(remote, "v1");
        remote.set("v1", Visit.FOLLOWS, "v2");
        List<SyncOutcome> told = new ArrayList<>();
        SyncReport report = world.crm.asSystem().synchronisation(connection).run(told::add);
        assertThat(report.of("visits").counts().of(Kind.WAITING)).isEqualTo(1);
        assertThat(told).hasSize(1);
        assertThat(told.get(0).reason()).contains("'v2'");
        assertThat(world.crm.asSystem().select(Visit.TYPE).count()).isZero();
        assertThat(world.crm.asSystem().synchronisation(connection).open(9))
                .extracting(SyncLink::getState)
                .containsExactly(SyncLink.State.WAITING);
        tell(remote, "v2");
        world.crm.asSystem().synchronisation(connection).run();
        assertThat(world.visits()).isEqualTo(SyncWorld.visits(remote));
        assertThat(world.crm.asSystem().synchronisation(connection).open(9)).isEmpty();
    }

    @Test
    void aRecordThatCanNotBeTakenKeepsNoOtherAndIsTakenOnceItCan() {
        SyncWorld world = new SyncWorld(newStore());
        HostileRemote<Visit> remote = honest(false);
        Connection connection = world.visits(remote, visits -> {});
        tell(remote, "v1");
        remote.set("v2", Visit.SUBJECT, null);
        remote.set("v3", Visit.MINUTES, "many");
        tell(remote, "v3");
        tell(remote, "v4");
        SyncReport report = world.crm.asSystem().synchronisation(connection).run();
        assertThat(report.isCompleted()).isTrue();
        assertThat(report.of("visits").counts().of(Kind.ADDED)).isEqualTo(2);
        List<SyncLink> open = world.crm.asSystem().synchronisation(connection).open(9);
        assertThat(open).extracting(SyncLink::getExternalId).containsExactlyInAnyOrder("v2", "v3");
        assertThat(open).allSatisfy(link -> assertThat(link.getReason()).isNotBlank());
        tell(remote, "v2");
        remote.set("v3", Visit.MINUTES, "30");
        world.crm.asSystem().synchronisation(connection).run();
        assertThat(world.visits()).isEqualTo(SyncWorld.visits(remote));
        assertThat(world.crm.asSystem().synchronisation(connection).runs(9))
                .extracting(run -> run.getStatus())
                .containsExactly(SyncStatus.COMPLETED, SyncStatus.COMPLETED);
    }

    @Test
    void aPausedConnectionDoesNothingUntilItIsResumed() {
        SyncWorld world = new SyncWorld(newStore());
        HostileRemote<Visit> remote = honest(false);
        tell(remote, "v1");
        Synchronisation field = world.crm.asSystem().synchronisation(world.visits(remote, visits -> {}));
        field.pause();
        assertThat(field.isPaused()).isTrue();
        assertThat(field.run().of("visits").status()).isEqualTo(SyncStatus.PAUSED);
        assertThat(world.visits()).isEmpty();
        field.resume();
        assertThat(field.run().isCompleted()).isTrue();
        assertThat(world.visits()).hasSize(1);
    }

    @Test
    void aRunThatIsPausedGoesOnFromWhereItWas() {
        SyncWorld world = new SyncWorld(newStore());
        HostileRemote<Visit> remote = honest(false);
        for (int i = 0; i < 30; i++) {
            tell(remote, "v" + i);
        }
        Synchronisation field = world.crm.asSystem().synchronisation(world.visits(remote, visits -> {}));
        assertThat(field.run(outcome -> field.pause()).of("visits").status()).isEqualTo(SyncStatus.PAUSED);
        assertThat(world.visits()).hasSizeBetween(1, 29);
        field.resume();
        SyncReport rest = field.run();
        assertThat(rest.of("visits").counts().read()).isLessThan(30);
        assertThat(world.visits()).hasSize(30);
    }

    @Test
    void anInactiveChannelIsNotSynchronised() {
        SyncWorld world = new SyncWorld(newStore());
        HostileRemote<Partner> remote = new HostileRemote<>(Partner.TYPE, false, false, 1, 0);
        remote.set("p1", Partner.NAME, "Acuserv");
        Connection connection = Connection.named(
                "shop",
                wiring -> wiring.onlyWhile(Channel.TYPE, Ref.to(world.channel), Channel::isActive)
                        .connector(
                                "partners",
                                Partner.TYPE,
                                remote,
                                layout -> layout.properties(Partner.NAME).creating(partner -> {
                                    partner.setChannel(Ref.to(world.channel));
                                    partner.setOwner(Ref.to(world.olga));
                                    partner.setOrganization(world.olga.getOrganization());
                                })));
        Channel channel = world.crm.asSystem().get(Channel.TYPE, world.channel.getId());
        channel.deactivate();
        channel = world.crm.asSystem().save(channel);
        Synchronisation shop = world.crm.asSystem().synchronisation(connection);
        assertThat(shop.run().of("partners").status()).isEqualTo(SyncStatus.INACTIVE);
        assertThat(world.crm.asSystem().select(Partner.TYPE).count()).isZero();
        channel.activate();
        world.crm.asSystem().save(channel);
        assertThat(shop.run().isCompleted()).isTrue();
        assertThat(world.crm.asSystem().select(Partner.TYPE).count()).isEqualTo(1);
    }

    @Test
    void whatIsGoneThereStaysIsChangedOrGoesAsTheHostSays() {
        for (String way : List.of("stays", "is marked", "goes")) {
            SyncWorld world = new SyncWorld(newStore());
            HostileRemote<Visit> remote = honest(false);
            Connection connection = world.visits(remote, visits -> {
                if (way.equals("goes")) {
                    visits.deletingWhenGone();
                } else if (way.equals("is marked")) {
                    visits.whenGone(visit -> visit.setConfirmed(false));
                }
            });
            tell(remote, "v1");
            world.complete(connection);
            remote.delete("v1");
            world.complete(connection);
            List<Visit> left = world.crm.asSystem().select(Visit.TYPE).list();
            assertThat(left).as(way).hasSize(way.equals("goes") ? 0 : 1);
            left.forEach(visit ->
                    assertThat(visit.getConfirmed()).as(way).isEqualTo(way.equals("stays") ? null : Boolean.FALSE));
        }
    }

    @Test
    void whatWasDeletedHereDoesNotComeBack() {
        SyncWorld world = new SyncWorld(newStore());
        HostileRemote<Visit> remote = honest(false);
        Connection connection = world.visits(remote, visits -> {});
        tell(remote, "v1");
        world.complete(connection);
        world.crm.asSystem().delete(visit(world, "v1"));
        remote.set("v1", Visit.MINUTES, "20");
        world.complete(connection);
        assertThat(world.visits()).isEmpty();
    }

    @Test
    void whatIsThereIsMatchedByRulesUnlessItIsAnotherRecordOfTheRemote() {
        SyncWorld world = new SyncWorld(newStore());
        HostileRemote<Visit> remote = honest(false);
        Connection connection = world.visits(remote, visits -> visits.matchOn(Visit.SUBJECT));
        Visit there = world.crm.as(world.olga).save(new Visit("v1 visit"));
        tell(remote, "v1");
        remote.set("other", Visit.SUBJECT, "V1 VISIT");
        world.complete(connection);
        List<Visit> all = world.crm.asSystem().select(Visit.TYPE).list();
        assertThat(all).hasSize(2).contains(there);
    }

    @Test
    void theSurvivorOfAMergeIsTheRecordOfBoth() {
        SyncWorld world = new SyncWorld(newStore());
        HostileRemote<Visit> remote = honest(false);
        Connection connection = world.visits(remote, visits -> {});
        tell(remote, "v1");
        tell(remote, "v2");
        world.complete(connection);
        Visit one = visit(world, "v1");
        Visit two = visit(world, "v2");
        world.crm
                .asSystem()
                .apply(world.crm
                        .asSystem()
                        .planMerge(Visit.TYPE, choices -> choices.master(one).absorb(two)))
                .orThrow();
        remote.set("v2", Visit.MINUTES, "45");
        world.complete(connection);
        List<Visit> all = world.crm.asSystem().select(Visit.TYPE).list();
        assertThat(all).containsExactly(one);
        assertThat(all.get(0).getMinutes()).isEqualTo(45);
    }

    /** A page is taken some hundred records at a time; the remote is asked for it again unless all of it was taken. */
    @Test
    void aDeathInTheMidstOfALargePageLosesNothing() {
        DyingStore store = new DyingStore(newStore());
        SyncWorld world = new SyncWorld(store);
        List<RemoteRecord<Visit>> all = IntStream.range(0, 1100)
                .mapToObj(i -> RemoteRecord.<Visit>of("v" + i, values -> values.set(Visit.SUBJECT, "v" + i + " visit")))
                .toList();
        Connector<Visit> remote =
                mark -> new RemotePage<>(all.subList(mark == null ? 0 : all.size(), all.size()), "all", false);
        Connection connection = Connection.named(
                "field",
                wiring -> wiring.connector(
                        "visits",
                        Visit.TYPE,
                        remote,
                        visits -> visits.properties(Visit.SUBJECT).creating(world::own)));
        for (int transactions = 1; world.crm.asSystem().select(Visit.TYPE).count() == 0; transactions++) {
            store.dieAfter(transactions, DyingStore.Way.ONCE_IT_IS_KEPT);
            assertThatThrownBy(() ->
                            world.crm.asSystem().synchronisation(connection).run())
                    .isInstanceOf(DyingStore.Death.class);
            store.live();
        }
        assertThat(world.crm.asSystem().select(Visit.TYPE).count()).isLessThan(all.size());
        world.complete(connection);
        assertThat(world.crm.asSystem().select(Visit.TYPE).count()).isEqualTo(all.size());
    }

    /** A host's connector that gives nothing where something is asked for. */
    @SuppressWarnings("NullAway") // on purpose
    private enum Silent implements Connector<Visit> {
        CHANGES {
            @Override
            public RemotePage<Visit> changes(@Nullable String mark) {
                return null;
            }
        },
        RECORDS {
            @Override
            public RemotePage<Visit> changes(@Nullable String mark) {
                return new RemotePage<>(null, "1", false);
            }
        },
        RECORD {
            @Override
            public RemotePage<Visit> changes(@Nullable String mark) {
                return new RemotePage<>(Collections.singletonList(null), "1", false);
            }
        },
        BEGINNING {
            @Override
            public Optional<Beginning> beginning() {
                return null;
            }
        },
        WITHIN {
            @Override
            public Optional<Beginning> beginning() {
                return Optional.of(new Beginning("1", Instant.EPOCH.plusSeconds(1), Instant.EPOCH));
            }

            @Override
            public RemotePage<Visit> changedWithin(Interval interval, @Nullable String after) {
                return null;
            }
        },
        WRITTEN {
            @Override
            public boolean isTwoWay() {
                return true;
            }

            @Override
            public Written write(Outgoing<Visit> record) {
                return null;
            }
        };

        @Override
        public RemotePage<Visit> changes(@Nullable String mark) {
            return new RemotePage<>(List.of(), "1", false);
        }
    }

    @Test
    void aConnectorThatGivesNothingIsToldWhatToGive() {
        for (Silent remote : Silent.values()) {
            SyncWorld world = new SyncWorld(newStore());
            world.crm.as(world.olga).save(new Visit("v1 visit"));
            Connection connection = Connection.named(
                    "field",
                    wiring -> wiring.connector(
                            "visits",
                            Visit.TYPE,
                            remote,
                            visits -> visits.properties(Visit.SUBJECT).sending(Visit.SUBJECT.isPresent())));
            SyncReport.Of report =
                    world.crm.asSystem().synchronisation(connection).run().of("visits");
            assertThat(report.status()).as(remote.name()).isEqualTo(SyncStatus.FAILED);
            assertThat(report.message()).as(remote.name()).contains("null", "; ");
        }
    }

    @Test
    void onlyTheSystemSynchronises() {
        SyncWorld world = new SyncWorld(newStore());
        Connection connection = world.visits(honest(false), visits -> {});
        assertThatThrownBy(() -> world.crm.as(world.olga).synchronisation(connection))
                .isInstanceOf(AccessDeniedException.class);
    }
}
