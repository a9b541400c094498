package org.clientele.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.AccessLevel;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.Write;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.value.Ref;

/** A CRM in memory with accounts named as companies are, written to the store itself, and a user who may see all of them. */
final class NamedAccounts {

    private static final int CHUNK = 10_000;

    private final InMemoryStore store = new InMemoryStore();
    private final Crm crm = Crm.open(
            store,
            config -> config.access(RolePolicy.of(
                    Role.named("analyst").grant(Account.TYPE, AccessLevel.ORGANIZATION, Permission.VIEW))));
    private final Organization acme = crm.asSystem().save(new Organization("Acme"));
    private final User olga =
            crm.asSystem().save(new User("olga", "olga@acme.example", "Olga", "Example", acme).addRole("analyst"));

    NamedAccounts(int accounts) {
        List<String> names = new Companies().names(accounts);
        for (int from = 0; from < accounts; from += CHUNK) {
            List<Write<?>> writes = new ArrayList<>(CHUNK);
            for (String name : names.subList(from, Math.min(from + CHUNK, accounts))) {
                Account account = new Account(name);
                account.setOwner(Ref.to(olga));
                account.setOrganization(Ref.to(acme));
                writes.add(new Write.Insert<>(Account.TYPE, account));
            }
            store.inTransaction(records -> records.write(writes));
        }
    }

    /** A session of the user who may see what is in the organization. */
    Session analyst() {
        return crm.as(olga);
    }
}
