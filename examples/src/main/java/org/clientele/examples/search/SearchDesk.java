package org.clientele.examples.search;

import static org.clientele.access.AccessLevel.ORGANIZATION;
import static org.clientele.access.AccessLevel.USER;
import static org.clientele.access.Permission.CREATE;
import static org.clientele.access.Permission.EDIT;
import static org.clientele.access.Permission.VIEW;

import java.io.PrintStream;
import java.util.List;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.AccessDeniedException;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.search.SearchResult;
import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.tag.TagChange;
import org.clientele.tag.TagTakenException;

/** Gives accounts and contacts tags, puts the tags in order, and finds records by a word or two. */
public final class SearchDesk {

    private final PrintStream out;
    private final Session olga;
    private final Session ivan;

    SearchDesk(RecordStore store, PrintStream out) {
        this.out = out;
        Role seller = Role.named("seller")
                .grant(Account.TYPE, ORGANIZATION, VIEW, CREATE, EDIT)
                .grant(Contact.TYPE, ORGANIZATION, VIEW, CREATE, EDIT);
        Role trainee =
                Role.named("trainee").grant(Account.TYPE, ORGANIZATION, VIEW).grant(Account.TYPE, USER, CREATE, EDIT);
        Crm crm = Crm.open(store, config -> config.access(RolePolicy.of(seller, trainee)));
        Session system = crm.asSystem();
        Organization acme = system.save(new Organization("Acme"));
        olga = crm.as(system.save(new User("olga", "olga@acme.example", "Olga", "Orlova", acme).addRole("seller")));
        ivan = crm.as(system.save(new User("ivan", "ivan@acme.example", "Ivan", "Ivarsson", acme).addRole("trainee")));
    }

    public static void main(String[] arguments) {
        new SearchDesk(new InMemoryStore(), System.out).work();
    }

    void work() {
        Account bears = olga.save(new Account("Big Bear Stores"));
        Account toning = new Account("Body Toning");
        toning.setDescription("Sells what the bear market leaves");
        olga.save(toning);
        Contact ada = olga.save(new Contact("Ada", "Bear").addEmail("ada@stores.example"));

        olga.tags().assign(List.of(bears, ada), "VIP", "fair 2026");
        olga.tags().assign(List.of(toning), "vip");
        out.println("Olga: " + olga.tags().list());
        out.println("Ivan: " + ivan.tags().list());
        order();
        find();
    }

    private void order() {
        try {
            olga.tags().rename("vip", "VIP");
        } catch (TagTakenException taken) {
            out.println(taken.getMessage());
        }
        try {
            ivan.tags().merge("VIP", "vip");
        } catch (AccessDeniedException denied) {
            out.println(denied.getMessage());
        }
        TagChange merged = olga.tags().merge("VIP", "vip");
        out.println("merged: " + merged.byType() + ", now VIP: "
                + olga.tags().find("VIP").orElseThrow().total());
        olga.undo(merged.receipt().orElseThrow()).orThrow();
        out.println("taken back: "
                + olga.tags().tagged(Account.TYPE, "vip").first().orElseThrow().getName());
    }

    private void find() {
        show("bear", olga.search("bear"));
        show("bear stores", olga.search("bear stores"));
        show("\"body toning\", by Ivan", ivan.search("\"body toning\""));
        show("VIP, contacts only", olga.search("vip", choices -> choices.in(Contact.TYPE)));
        show("bear, the second page of one", olga.search("bear", choices -> choices.page(2, 1)));
    }

    private void show(String text, SearchResult result) {
        out.println(text + ": " + result.total() + " " + result.totals());
        result.hits().forEach(hit -> out.println("  " + hit.rank() + " " + hit));
    }
}
