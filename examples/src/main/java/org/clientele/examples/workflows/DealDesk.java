package org.clientele.examples.workflows;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.csv.CsvImport;
import org.clientele.model.InvalidRecordException;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.sales.Opportunity;
import org.clientele.sales.OpportunityFlow;
import org.clientele.sales.OpportunityStatus;
import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.value.Money;
import org.clientele.workflow.ActivationPlan;

/** Activates the opportunity flow over the deals that there are, and shows that nobody gets round it. */
public final class DealDesk {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-14T09:30:00Z"), ZoneOffset.UTC);

    private final PrintStream out;
    private final Session olga;

    DealDesk(RecordStore store, PrintStream out) {
        this.out = out;
        Crm crm = Crm.open(
                store,
                config -> config.workflow(OpportunityFlow.FLOW)
                        .clock(CLOCK)
                        .access(RolePolicy.of(Role.administrator("head of sales"))));
        Session system = crm.asSystem();
        Organization acme = system.save(new Organization("Acme"));
        olga = crm.as(
                system.save(new User("olga", "olga@acme.example", "Olga", "Orlova", acme).addRole("head of sales")));
    }

    public static void main(String[] arguments) throws IOException {
        new DealDesk(new InMemoryStore(), System.out).work();
    }

    void work() throws IOException {
        Opportunity engine = new Opportunity("Analytical engine");
        engine.setBudget(Money.of("17000", "USD"));
        Opportunity deal = olga.save(engine);

        ActivationPlan plan = olga.workflows().planActivation(OpportunityFlow.FLOW);
        out.print(plan);
        olga.workflows().activate(plan);
        tell(deal);

        deal.setStatus(OpportunityStatus.WON);
        try {
            olga.save(deal);
        } catch (InvalidRecordException refused) {
            out.println("Saved directly: " + refused.getMessage());
        }
        importWon();

        Opportunity won = olga.workflows()
                .perform(
                        olga.get(Opportunity.TYPE, deal.getId()),
                        OpportunityFlow.CLOSE_WON,
                        values -> values.setCloseRevenue(Money.of("15000", "USD")));
        out.println("Won on " + won.getCloseDate() + " for " + won.getCloseRevenue());
        tell(won);
        olga.workflows()
                .history(won)
                .forEach(move -> out.println("  " + move.from() + " -> " + move.to() + " by " + move.reason()));
    }

    private void tell(Opportunity deal) {
        olga.workflows().of(deal).forEach(place -> {
            out.println("In the step " + place.step() + " of the " + place.workflow());
            place.options()
                    .forEach(option -> out.println(
                            "  " + option.transition() + (option.isAllowed() ? "" : " " + option.objections())));
        });
    }

    /** A file that says the deal is won: the row is refused. */
    private void importWon() throws IOException {
        Path file = Files.createTempFile("deals", ".csv");
        try {
            Files.writeString(file, "Opportunity name,Status Id\nAnalytical engine,won\n");
            out.println(CsvImport.into(
                            olga,
                            Opportunity.TYPE,
                            layout -> layout.conventional().matchOn(Opportunity.NAME))
                    .run(file)
                    .failures());
        } finally {
            Files.delete(file);
        }
    }
}
