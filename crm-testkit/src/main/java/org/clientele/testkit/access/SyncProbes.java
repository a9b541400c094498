package org.clientele.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.access.AccessDeniedException;
import org.clientele.model.CrmRecord;
import org.clientele.sync.Connection;

/** Probes of synchronisation, which reads and writes what a user may not see: no user gets hold of it. */
final class SyncProbes {

    private SyncProbes() {}

    static Map<String, Probe> all() {
        Map<String, Probe> all = new HashMap<>();
        for (String entry : List.of(
                "Session.synchronisation(Connection)",
                "Synchronisation.run()",
                "Synchronisation.run(Consumer)",
                "Synchronisation.pause()",
                "Synchronisation.resume()",
                "Synchronisation.isPaused()",
                "Synchronisation.runs(int)",
                "Synchronisation.open(int)")) {
            all.put(entry, SyncProbes::isRefused);
        }
        return all;
    }

    private static <R extends CrmRecord> void isRefused(Scene<R> scene) {
        Connection none = Connection.named("none", connection -> {});
        assertThat(scene.viewer().refusal(own -> own.synchronisation(none)))
                .as("%s", scene)
                .startsWith(AccessDeniedException.class.getSimpleName());
    }
}
