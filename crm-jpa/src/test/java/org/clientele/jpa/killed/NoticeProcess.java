package org.clientele.jpa.killed;

import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.jpa.JpaStore;
import org.clientele.jpa.database.Database;
import org.clientele.organization.Organization;
import org.clientele.store.RecordStore;

/** A process that changes a few records again and again until it is killed, with a listener that says what it hears. */
final class NoticeProcess {

    static final String HEARD = "heard ";

    private NoticeProcess() {}

    /** A CRM whose listener comes so far, and then is about to take a change set for ever. */
    private static Crm open(RecordStore store, int before) {
        AtomicInteger left = new AtomicInteger(before);
        return Crm.open(
                store,
                config -> config.listener("output", set -> {
                    while (left.get() == 0) {
                        System.out.println("stands still");
                    }
                    left.decrementAndGet();
                    System.out.println(HEARD + set.id());
                }));
    }

    /**
     * Works.
     *
     * @param arguments the database, a seed, how many change sets the listener hears of before it stands still, and the records
     *     that are changed
     */
    public static void main(String[] arguments) {
        try (Database database = Database.at(arguments[0])) {
            Crm crm = open(new Telling(JpaStore.managing(database.factory())), Integer.parseInt(arguments[2]));
            Random random = new Random(Long.parseLong(arguments[1]));
            crm.deliver();
            while (true) {
                int one = 3 + random.nextInt(arguments.length - 3);
                change(crm.asSystem(), UUID.fromString(arguments[one]));
            }
        }
    }

    private static void change(Session session, UUID id) {
        Organization organization = session.get(Organization.TYPE, id);
        String former = organization.getDescription();
        organization.setDescription(former == null ? "1" : String.valueOf(Integer.parseInt(former) + 1));
        session.save(organization);
    }
}
