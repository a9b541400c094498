package org.clientele.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.AccessLevel;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.organization.UserOwned;
import org.clientele.sales.CloseReason;
import org.clientele.sales.Opportunity;
import org.clientele.sales.OpportunityStatus;
import org.clientele.store.Write;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.value.Money;
import org.clientele.value.Ref;

/**
 * A CRM in memory with accounts, ten opportunities for each on average, and a user who may see what is in the
 * organization. The same number always makes the same world.
 *
 * <p>The records are written to the store itself, not through the door: what is measured is reading.
 */
final class SalesWorld {

    private static final int CHUNK = 10_000;
    private static final int PER_ACCOUNT = 10;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final List<OpportunityStatus> OPEN = List.of(
            OpportunityStatus.IN_PROGRESS,
            OpportunityStatus.NEEDS_ANALYSIS,
            OpportunityStatus.SOLUTION_DEVELOPMENT,
            OpportunityStatus.NEGOTIATION);

    private final InMemoryStore store = new InMemoryStore();
    private final Crm crm = Crm.open(
            store,
            config -> config.access(RolePolicy.of(Role.named("analyst")
                    .grant(Account.TYPE, AccessLevel.ORGANIZATION, Permission.VIEW)
                    .grant(Opportunity.TYPE, AccessLevel.ORGANIZATION, Permission.VIEW))));
    private final Organization acme = crm.asSystem().save(new Organization("Acme"));
    private final User olga =
            crm.asSystem().save(new User("olga", "olga@acme.example", "Olga", "Example", acme).addRole("analyst"));
    private final SplittableRandom random = new SplittableRandom(1701);

    SalesWorld(int opportunities) {
        List<Account> accounts = new ArrayList<>();
        for (int i = 0; i < Math.max(1, opportunities / PER_ACCOUNT); i++) {
            accounts.add(owned(new Account("Account " + random.nextInt(1_000_000))));
        }
        insert(Account.TYPE, accounts);
        for (int done = 0; done < opportunities; done += CHUNK) {
            List<Opportunity> chunk = new ArrayList<>(CHUNK);
            for (int i = done; i < Math.min(done + CHUNK, opportunities); i++) {
                chunk.add(owned(opportunity(i, accounts)));
            }
            insert(Opportunity.TYPE, chunk);
        }
    }

    /** A session of the user who may see what is in the organization. */
    Session analyst() {
        return crm.as(olga);
    }

    /** One of fifty has no account; three of ten are won, in two currencies, three are lost, four are open. */
    private Opportunity opportunity(int number, List<Account> accounts) {
        String name = "Deal " + number;
        Opportunity opportunity = random.nextInt(50) == 0
                ? new Opportunity(name)
                : new Opportunity(name, accounts.get(random.nextInt(accounts.size())));
        String amount = String.valueOf(random.nextInt(1, 100_000));
        int end = random.nextInt(10);
        if (end < 3) {
            return opportunity.win(Money.of(amount, random.nextInt(5) == 0 ? "EUR" : "USD"), DAY);
        } else if (end < 6) {
            return opportunity.lose(CloseReason.OUTSOLD, DAY);
        }
        opportunity.setStatus(OPEN.get(end - 6));
        opportunity.setBudget(Money.of(amount, "USD"));
        return opportunity;
    }

    private <R extends UserOwned> R owned(R record) {
        record.setOwner(Ref.to(olga));
        record.setOrganization(Ref.to(acme));
        return record;
    }

    private <R extends CrmRecord> void insert(EntityType<R> type, List<R> records) {
        store.inTransaction(store -> store.write(
                records.stream().map(record -> new Write.Insert<>(type, record)).toList()));
    }
}
