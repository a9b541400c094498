package org.clientele.examples.duplicates;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.csv.CsvImport;
import org.clientele.duplicates.DuplicateGroup;
import org.clientele.duplicates.DuplicatePair;
import org.clientele.duplicates.DuplicateRules;
import org.clientele.duplicates.Duplicates;
import org.clientele.merge.MergePlan;
import org.clientele.organization.Organization;
import org.clientele.organization.User;

/**
 * Imports accounts, looks for those that may mean the same client, says before a new one is saved that it is there already,
 * and merges what was found. Argument: a file with a column {@code account}; without it, the sample data.
 */
public final class DuplicateDesk {

    /** The same name in another legal form, or nearly the same name. */
    static final DuplicateRules<Account> RULES = DuplicateRules.of(
            Account.TYPE,
            match -> match.company(Account.NAME, 0.95)
                    .similarCompany(Account.NAME, 0.8, 0.9)
                    .atLeast(0.7));

    private final Session session;

    DuplicateDesk(Path accounts) {
        Crm crm = Crm.open(config -> config.access(RolePolicy.of(Role.administrator("administrator"))));
        Organization organization = crm.asSystem().save(new Organization("Example Sales"));
        session = crm.as(crm.asSystem()
                .save(new User("admin", "admin@sales.example", "Ada", "Admin", organization).addRole("administrator")));
        CsvImport.into(
                        session,
                        Account.TYPE,
                        columns -> columns.column("account", Account.NAME)
                                .ignore("sector", "year_established", "revenue", "employees", "office_location")
                                .ignore("subsidiary_of"))
                .run(accounts);
    }

    public static void main(String[] arguments) throws URISyntaxException {
        new DuplicateDesk(arguments.length == 0 ? sample() : Path.of(arguments[0]))
                .lines()
                .forEach(System.out::println);
    }

    static Path sample() throws URISyntaxException {
        URL accounts = DuplicateDesk.class.getResource("/quickstart/accounts.csv");
        return Path.of(Objects.requireNonNull(accounts, "sample data").toURI());
    }

    /** What the desk says. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        Duplicates<Account> found = Duplicates.in(session, RULES);
        lines.add(found.toString());
        for (DuplicatePair<Account> pair : found.pairs()) {
            lines.add("  " + pair);
        }
        found.leftOut().forEach(left -> lines.add("  not compared: " + left));
        for (DuplicateGroup<Account> group : found.groups()) {
            MergePlan<Account> plan = session.planMerge(
                    Account.TYPE, choices -> group.into(choices).append(Account.CONTACTS, Account.TAGS));
            lines.add("merged into " + session.apply(plan).orThrow().master().getName() + ": "
                    + group.members().size() + " accounts");
        }
        lines.add("left: " + Duplicates.in(session, RULES));
        for (DuplicatePair<Account> known : Duplicates.of(session, new Account("Big Bear Store Inc."), RULES)) {
            lines.add("new, and known: " + known);
        }
        return lines;
    }
}
