package org.clientele.examples.duplicates;

import static org.clientele.merge.MergeStrategies.longest;

import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.csv.CsvImport;
import org.clientele.duplicates.DuplicateGroup;
import org.clientele.duplicates.DuplicatePair;
import org.clientele.duplicates.Duplicates;
import org.clientele.journal.ChangeSet;
import org.clientele.merge.MergeOutcome;
import org.clientele.merge.MergePlan;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.sales.Opportunity;
import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.undo.Undo;
import org.clientele.value.Ref;

/** A merge from the first suspicion to the end: find, look, apply, go on working, take it back. */
public final class MergeStory {

    private final Crm crm;
    private final Session olga;
    private final Session ivan;
    private final PrintStream out;

    MergeStory(RecordStore store, PrintStream out) {
        this.out = out;
        crm = Crm.open(store, config -> config.access(RolePolicy.of(Role.administrator("administrator"))));
        Organization acme = crm.asSystem().save(new Organization("Acme"));
        olga = user("olga", "Ost", acme);
        ivan = user("ivan", "West", acme);
    }

    private Session user(String name, String family, Organization organization) {
        return crm.as(crm.asSystem()
                .save(new User(name, name + "@acme.example", name, family, organization).addRole("administrator")));
    }

    public static void main(String[] arguments) throws URISyntaxException {
        new MergeStory(new InMemoryStore(), System.out).tell(DuplicateDesk.sample());
    }

    void tell(Path accounts) {
        CsvImport.into(
                        olga,
                        Account.TYPE,
                        columns -> columns.column("account", Account.NAME)
                                .ignore("sector", "year_established", "revenue", "employees", "office_location")
                                .ignore("subsidiary_of"))
                .run(accounts);
        DuplicateGroup<Account> twins = find();
        for (Account twin : twins.members().stream()
                .map(twin -> olga.get(Account.TYPE, twin.ref().id()))
                .toList()) {
            olga.save(new Opportunity("Engine for " + twin.getName(), twin));
        }
        MergePlan<Account> plan =
                olga.planMerge(Account.TYPE, choices -> twins.into(choices).decide(Account.NAME, longest()));
        out.println(plan);
        MergeOutcome.Applied<Account> done = olga.apply(plan).orThrow();
        Ref<Account> absorbed = new Ref<>(plan.request().absorbed().get(0));
        out.println("the other one leads to: " + name(crm.resolve(absorbed)));
        goOnWorking(done.master());
        Undo undo = olga.undo(done.receipt());
        out.println(undo);
        show(done.master(), olga.get(Account.TYPE, absorbed.id()));
    }

    private DuplicateGroup<Account> find() {
        Duplicates<Account> found = Duplicates.in(olga, DuplicateDesk.RULES);
        for (DuplicatePair<Account> pair : found.pairs()) {
            out.println(pair);
        }
        return found.groups().get(0);
    }

    private String name(Ref<Account> ref) {
        return String.valueOf(olga.get(Account.TYPE, ref.id()).getName());
    }

    /** Somebody else renames the merged account and sells to it. */
    private void goOnWorking(Account merged) {
        Account account = ivan.get(Account.TYPE, merged.getId());
        account.setName("Acuserv International");
        Account saved = ivan.save(account);
        ivan.save(new Opportunity("Second engine", saved));
    }

    private void show(Account master, Account back) {
        for (Account account : List.of(olga.get(Account.TYPE, master.getId()), back)) {
            List<String> deals = olga.select(Opportunity.TYPE).where(Opportunity.ACCOUNT.is(account)).list().stream()
                    .map(Opportunity::getName)
                    .toList();
            out.println(account.getName() + ": " + deals);
        }
        out.println("history: "
                + olga.history(olga.get(Account.TYPE, master.getId())).stream()
                        .map(ChangeSet::reason)
                        .toList());
        out.println("offered again: "
                + Duplicates.in(olga, DuplicateDesk.RULES).pairs().size() + " pairs");
    }
}
