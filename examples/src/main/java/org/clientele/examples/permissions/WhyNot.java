package org.clientele.examples.permissions;

import static org.clientele.access.Permission.ASSIGN;
import static org.clientele.access.Permission.DELETE;
import static org.clientele.access.Permission.EDIT;
import static org.clientele.access.Permission.VIEW;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.model.CrmException;
import org.clientele.organization.User;
import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;

/** Asks a CRM why somebody can not see or do something, and opens it in three ways. */
public final class WhyNot {

    private final SalesTeams teams;
    private final PrintStream out;

    WhyNot(RecordStore store, PrintStream out) {
        this.teams = new SalesTeams(store);
        this.out = out;
    }

    public static void main(String[] arguments) {
        new WhyNot(new InMemoryStore(), System.out).tell();
    }

    void tell() {
        whatEachOneSees();
        whyNot();
        shared();
        whoMay();
        leaving();
    }

    private void whatEachOneSees() {
        out.println("What each one sees");
        for (User user : List.of(teams.olga, teams.ivan, teams.sven, teams.mary)) {
            out.println("  " + user.getUsername() + ": " + accounts(teams.crm.as(user)));
        }
    }

    private static String accounts(Session session) {
        return session.select(Account.TYPE).orderBy(Account.NAME.asc()).list().stream()
                .map(Account::getName)
                .collect(Collectors.joining(", "));
    }

    private void whyNot() {
        out.println("Why can olga not see Body Toning? The administrator asks");
        out.println(teams.crm
                .as(teams.admin)
                .check(teams.olga, VIEW, teams.bodyToning)
                .explain());
        out.println("Olga herself asks, and is told no names");
        out.println(teams.crm.as(teams.olga).check(VIEW, teams.bodyToning).explain());
        out.println("Why can she not delete Big Bear Stores?");
        out.println(teams.crm.as(teams.olga).check(DELETE, teams.bigBear).explain());
        out.println("Why can mary see Body Toning?");
        out.println(teams.crm.as(teams.mary).check(VIEW, teams.bodyToning).explain());
    }

    private void shared() {
        out.println("Sven shares Body Toning with olga");
        teams.crm.as(teams.sven).sharing(teams.bodyToning).with(teams.olga, EDIT);
        out.println(teams.crm.as(teams.olga).check(EDIT, teams.bodyToning).explain());
        out.println("... and takes it back: she sees " + revoked());
    }

    private String revoked() {
        teams.crm.as(teams.sven).sharing(teams.bodyToning).revoke(teams.olga);
        return accounts(teams.crm.as(teams.olga));
    }

    private void whoMay() {
        Session mary = teams.crm.as(teams.mary);
        out.println("Who may EDIT Acuserv: " + names(mary.whoMay(EDIT, teams.acuserv)));
        out.println("To whom mary may give it: "
                + names(mary.assignableOwners(teams.acuserv, Account.OWNER)
                        .orderBy(User.USERNAME.asc())
                        .list()));
        out.println("To whom olga may: "
                + names(teams.crm
                        .as(teams.olga)
                        .assignableOwners(teams.acuserv, Account.OWNER)
                        .list()));
        out.println("Who may ASSIGN it: " + names(mary.whoMay(ASSIGN, teams.acuserv)));
    }

    private static String names(List<User> users) {
        return users.stream().map(User::getUsername).collect(Collectors.joining(", "));
    }

    private void leaving() {
        Session admin = teams.crm.as(teams.admin);
        out.println("Ivan leaves");
        try {
            admin.delete(teams.ivan);
        } catch (CrmException refused) {
            out.println(refused.getMessage());
        }
        out.println("Handed over: " + admin.handOver(teams.ivan, teams.olga));
        admin.delete(teams.ivan);
        out.println("Olga sees " + accounts(teams.crm.as(teams.olga)));
    }
}
