package org.clientele.examples.account360;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.view.AccountView;
import org.clientele.view.WholeAccount;
import org.clientele.view.WholeAccount.CustomerRow;
import org.clientele.view.WholeAccount.OpportunityRow;
import org.clientele.view.WholeAccount.Section;

/** Prints the page of an account: everything that is known of a client, wherever it came from. */
public final class Account360 {

    private Account360() {}

    /** Prints the page of a client that is made for it. */
    public static void main(String[] arguments) {
        page(new InMemoryStore()).forEach(System.out::println);
    }

    /** The lines of the page. */
    static List<String> page(RecordStore store) {
        Clients clients = new Clients(store);
        WholeAccount view = clients.sales().run(AccountView.of(clients.acuserv()));
        List<String> lines = new ArrayList<>();
        lines.add(view.general().name() + "   lifetime " + view.header().lifetime() + "   tags "
                + view.general().tags());
        view.general()
                .contacts()
                .records()
                .forEach(contact ->
                        lines.add("  contact  " + contact.name() + (contact.isDefault() ? " (default)" : "")));
        view.activities()
                .records()
                .forEach(activity ->
                        lines.add("  " + activity.kind() + "  " + activity.at() + "  " + activity.subject()));
        lines.add("Opportunities: " + view.opportunities().total() + ", won " + view.won() + ", lost " + view.lost());
        view.opportunities()
                .records()
                .forEach(deal -> lines.add("  " + deal.name() + "  " + status(deal) + revenue(deal)));
        view.additional().forEach(field -> lines.add("  " + field.label() + ": " + field.text()));
        lines.add("Website: " + view.website().visits() + " visits, "
                + view.website().pageViews() + " page views, " + view.website().itemsAdded() + " items added");
        view.sections().records().forEach(section -> add(section, lines));
        return lines;
    }

    private static String status(OpportunityRow deal) {
        return deal.status() == null ? "" : deal.status().label();
    }

    private static String revenue(OpportunityRow deal) {
        return deal.closeRevenue() == null ? "" : "  " + deal.closeRevenue();
    }

    private static void add(Section section, List<String> lines) {
        lines.add(section.name() + ": lifetime " + section.lifetime());
        section.customers()
                .records()
                .forEach(customer ->
                        lines.add("  " + customer.kind() + "  " + customer.name() + "  " + counts(customer)));
    }

    private static String counts(CustomerRow customer) {
        return customer.records().stream()
                .filter(pointed -> pointed.count() > 0)
                .map(pointed -> pointed.count() + " " + pointed.type())
                .collect(Collectors.joining(", "));
    }
}
