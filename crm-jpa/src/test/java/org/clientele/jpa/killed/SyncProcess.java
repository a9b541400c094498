package org.clientele.jpa.killed;

import java.nio.file.Path;
import org.clientele.Crm;
import org.clientele.criteria.Criterion;
import org.clientele.jpa.JpaStore;
import org.clientele.jpa.database.Database;
import org.clientele.organization.User;
import org.clientele.sync.Connection;
import org.clientele.sync.SyncReport;
import org.clientele.testkit.host.Visit;
import org.clientele.value.Ref;

/** A process that synchronises visits with a file, and says what it is about to do, for somebody who wants to kill it. */
final class SyncProcess {

    private SyncProcess() {}

    /**
     * Synchronises.
     *
     * @param arguments the database and the file
     */
    public static void main(String[] arguments) {
        try (Database database = Database.at(arguments[0])) {
            Crm crm = VisitFile.open(new Telling(JpaStore.managing(database.factory())));
            System.out.println(run(crm, new FileRemote(Path.of(arguments[1]))));
        }
    }

    static SyncReport run(Crm crm, FileRemote remote) {
        User olga = crm.asSystem()
                .select(User.TYPE)
                .where(User.USERNAME.is("olga"))
                .first()
                .orElseThrow();
        Connection connection = Connection.named(
                "file",
                wiring -> wiring.connector(
                        "visits",
                        Visit.TYPE,
                        remote,
                        visits -> visits.properties(Visit.SUBJECT, Visit.MINUTES)
                                .reference(Visit.FOLLOWS, "visits")
                                .matchOn(Visit.SUBJECT)
                                .sending(Criterion.always())
                                .creating(visit -> {
                                    visit.setOwner(Ref.to(olga));
                                    visit.setOrganization(olga.getOrganization());
                                })));
        return crm.asSystem().synchronisation(connection).run();
    }
}
