package org.clientele.examples.notifications;

import java.io.PrintStream;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.merge.MergeOutcome;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;

/** Saves, merges and takes back accounts, while an index and a log hear of it. */
public final class IndexedDesk {

    private final PrintStream out;
    private final AccountIndex index = new AccountIndex();
    private final Crm crm;
    private final Session olga;

    IndexedDesk(RecordStore store, PrintStream out) {
        this.out = out;
        this.crm = Crm.open(
                store,
                config -> config.access(RolePolicy.of(Role.administrator("administrator")))
                        .listener("account index", index)
                        .listener("log", set -> out.println("  " + set.actorName() + ": " + set.reason())));
        Organization acme = crm.asSystem().save(new Organization("Acme"));
        this.olga = crm.as(crm.asSystem()
                .save(new User("olga", "olga@acme.example", "Olga", "Orlova", acme).addRole("administrator")));
    }

    public static void main(String[] arguments) {
        new IndexedDesk(new InMemoryStore(), System.out).work();
    }

    void work() {
        Account bears = olga.save(new Account("Big Bear Stores"));
        Account bear = olga.save(new Account("Big Bear"));
        out.println("saved: " + index.names());

        index.setDown(true);
        MergeOutcome.Applied<Account> merged = olga.apply(olga.planMerge(
                        Account.TYPE, choices -> choices.master(bears).absorb(bear)))
                .orThrow();
        olga.save(new Account("Body Toning"));
        out.println("while the index is down: " + index.names());

        index.setDown(false);
        out.println("delivered: " + crm.deliver() + ", " + index.names());

        olga.undo(merged.receipt()).orThrow();
        crm.deliver();
        out.println("merge taken back: " + index.names());
    }
}
