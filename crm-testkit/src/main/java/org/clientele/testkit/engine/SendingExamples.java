package org.clientele.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.clientele.Synchronisation;
import org.clientele.sync.Connection;
import org.clientele.sync.Connector;
import org.clientele.sync.Outgoing;
import org.clientele.sync.Priority;
import org.clientele.sync.RemotePage;
import org.clientele.sync.RemoteRecord;
import org.clientele.sync.SyncOutcome.Kind;
import org.clientele.sync.SyncReport;
import org.clientele.sync.Written;
import org.clientele.testkit.host.Visit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Synchronisation by example: what is written at the remote. */
public abstract class SendingExamples extends SyncExamples {

    @Test
    void whatTheRemoteDoesNotTakeIsKeptAndTriedAgain() {
        SyncWorld world = new SyncWorld(newStore());
        HostileRemote<Visit> remote = honest(true);
        Connection connection = world.visits(remote, visits -> visits.priority(Priority.LOCAL));
        tell(remote, "v1");
        world.complete(connection);
        Visit visit = visit(world, "v1");
        visit.setMinutes(15);
        world.crm.asSystem().save(visit);
        Synchronisation field = world.crm.asSystem().synchronisation(connection);
        remote.refuse(true);
        SyncReport report = field.run();
        assertThat(report.of("visits").counts().of(Kind.REFUSED)).isEqualTo(1);
        assertThat(field.open(9)).hasSize(1);
        remote.refuse(false);
        assertThat(field.run().of("visits").counts().of(Kind.SENT)).isEqualTo(1);
        assertThat(remote.rows().get("v1")).containsEntry(Visit.MINUTES.name(), "15");
        assertThat(field.open(9)).isEmpty();
    }

    /** Tells of one visit, and never of what is written to it. */
    private static final class Silent implements Connector<Visit> {

        private final List<String> subjects = new ArrayList<>();

        @Override
        public RemotePage<Visit> changes(@Nullable String mark) {
            RemoteRecord<Visit> visit = RemoteRecord.of("v1", values -> values.set(Visit.SUBJECT, "v1 visit"));
            return new RemotePage<>(mark == null ? List.of(visit) : List.of(), "told", false);
        }

        @Override
        public boolean isTwoWay() {
            return true;
        }

        @Override
        public Written write(Outgoing<Visit> record) {
            subjects.add(String.valueOf(record.get(Visit.SUBJECT)));
            return new Written("v1", 0);
        }
    }

    @Test
    void whatWasSentIsNotSentAgainThoughTheRemoteDoesNotTellOfIt() {
        SyncWorld world = new SyncWorld(newStore());
        Silent remote = new Silent();
        Connection connection = Connection.named(
                "field",
                wiring -> wiring.connector(
                        "visits",
                        Visit.TYPE,
                        remote,
                        visits -> visits.properties(Visit.SUBJECT).creating(world::own)));
        world.complete(connection);
        Visit visit = visit(world, "v1");
        visit.setSubject("v1 moved");
        world.crm.asSystem().save(visit);
        world.complete(connection);
        world.complete(connection);
        assertThat(remote.subjects).containsExactly("v1 moved");
    }
}
