package org.clientele.jpa.killed;

import java.util.UUID;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.jpa.JpaStore;
import org.clientele.jpa.database.Database;
import org.clientele.organization.UserOwned;
import org.clientele.sales.Opportunity;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;

/** A process that makes one change set after the other until it is killed, each of the same {@value #PARTS} parts. */
final class WorkProcess {

    static final int CONTACTS = 3;
    static final int PARTS = CONTACTS + 3;
    static final String DONE = "done ";

    private final Session session;
    private final Account pattern;

    private WorkProcess(Session session, Account pattern) {
        this.session = session;
        this.pattern = pattern;
    }

    static Crm open(JpaStore store) {
        return Crm.open(new Telling(store), config -> config.entity(Partner.TYPE, Visit.TYPE));
    }

    /**
     * Works.
     *
     * @param arguments the database, an account that is changed each time, and the first number
     */
    public static void main(String[] arguments) {
        try (Database database = Database.at(arguments[0])) {
            Session session = open(JpaStore.managing(database.factory())).asSystem();
            Account pattern = session.get(Account.TYPE, UUID.fromString(arguments[1]));
            WorkProcess work = new WorkProcess(session, pattern);
            for (int number = Integer.parseInt(arguments[2]); ; number++) {
                work.once(String.valueOf(number));
                System.out.println(DONE + number);
            }
        }
    }

    private <R extends UserOwned> R owned(R record) {
        record.setOwner(pattern.getOwner());
        record.setOrganization(pattern.getOrganization());
        return record;
    }

    private void once(String number) {
        session.inTransaction(tx -> {
            Account last = tx.get(Account.TYPE, pattern.getId());
            last.setDescription(number);
            tx.save(last);
            Account account = tx.save(owned(new Account(number)));
            for (int i = 0; i < CONTACTS; i++) {
                tx.save(owned(new Contact(number, "Contact " + i)));
            }
            tx.save(owned(new Opportunity(number, account)));
        });
    }
}
