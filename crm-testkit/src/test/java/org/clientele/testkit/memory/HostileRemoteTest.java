package org.clientele.testkit.memory;

import java.util.UUID;
import org.clientele.sync.Connector;
import org.clientele.sync.Outgoing;
import org.clientele.testkit.engine.ConnectorContract;
import org.clientele.testkit.engine.HostileRemote;
import org.clientele.testkit.host.Visit;

/** However hostile, it keeps what connectors promise. */
class HostileRemoteTest extends ConnectorContract<Visit> {

    private final HostileRemote<Visit> remote = new HostileRemote<>(Visit.TYPE, true, true, 7, 20);
    private int changes;

    @Override
    protected Connector<Visit> connector() {
        return remote;
    }

    @Override
    protected String change() {
        String id = "v" + changes++;
        remote.set(id, Visit.SUBJECT, id);
        return id;
    }

    @Override
    protected Outgoing<Visit> fresh(UUID identity) {
        return Outgoing.fresh(identity, values -> values.set(Visit.SUBJECT, "new"));
    }
}
