package org.clientele.jpa.killed;

import static org.clientele.exchange.cell.Codecs.by;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.clientele.Crm;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.exchange.job.ImportReport;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.RecordStore;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;

/** A file of visits, good and bad, and a CRM of one user into which it is imported. */
final class VisitFile {

    private static final int ROWS = 300;
    private static final int SUBJECTS = 200;
    private static final int COMMIT_EVERY = 10;

    private VisitFile() {}

    static void write(Path file, Random random) throws IOException {
        List<String> lines = new ArrayList<>(List.of("subject\tminutes\tconfirmed\tfollows"));
        for (int row = 0; row < ROWS; row++) {
            String subject = random.nextInt(20) == 0 ? "" : "Visit " + random.nextInt(SUBJECTS);
            String minutes = random.nextInt(15) == 0 ? "many" : String.valueOf(random.nextInt(3) * 10);
            String confirmed = random.nextBoolean() ? "yes" : "";
            String follows = random.nextInt(4) == 0 ? "Visit " + random.nextInt(SUBJECTS) : "";
            lines.add(String.join("\t", subject, minutes, confirmed, follows));
        }
        Files.write(file, lines);
    }

    /** The CRM on a store. */
    static Crm open(RecordStore store) {
        return Crm.open(
                store,
                config -> config.entity(Partner.TYPE, Visit.TYPE)
                        .access(RolePolicy.of(Role.administrator("administrator"))));
    }

    /** Makes the user, and some of the visits that the file is about. */
    static void prepare(Crm crm) {
        Organization acme = crm.asSystem().save(new Organization("Acme"));
        User olga = crm.asSystem()
                .save(new User("olga", "olga@acme.example", "Olga", "Example", acme).addRole("administrator"));
        for (int i = 0; i < SUBJECTS; i += 10) {
            crm.as(olga).save(new Visit("Visit " + i));
        }
    }

    /** Imports the file in the user's name. */
    static ImportReport run(Crm crm, Path file, Path refused) {
        User olga = crm.asSystem()
                .select(User.TYPE)
                .where(User.USERNAME.is("olga"))
                .first()
                .orElseThrow();
        return crm.as(olga)
                .importer(
                        Visit.TYPE,
                        layout -> layout.column("subject", Visit.SUBJECT)
                                .column("minutes", Visit.MINUTES)
                                .column("confirmed", Visit.CONFIRMED)
                                .column("follows", Visit.FOLLOWS, by(Visit.TYPE, Visit.SUBJECT))
                                .matchOn(Visit.SUBJECT)
                                .commitEvery(COMMIT_EVERY)
                                .rejectsTo(refused))
                .run(new TabFile(file));
    }
}
