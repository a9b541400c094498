package org.clientele.examples.leads;

import static org.clientele.access.AccessLevel.ORGANIZATION;
import static org.clientele.access.AccessLevel.USER;
import static org.clientele.access.Permission.CREATE;
import static org.clientele.access.Permission.EDIT;
import static org.clientele.access.Permission.VIEW;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.contact.EmailAddress;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.sales.ConversionOutcome.Converted;
import org.clientele.sales.ConversionPlan;
import org.clientele.sales.Lead;
import org.clientele.sales.Opportunity;
import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.value.Currencies;
import org.clientele.value.Money;

/** Turns a lead into an opportunity, after a look at the plan, and wins it. */
public final class LeadDesk {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private final PrintStream out;
    private final Session olga;
    private final Session ivan;

    LeadDesk(RecordStore store, PrintStream out) {
        this.out = out;
        Role seller = Role.named("seller")
                .grant(Contact.TYPE, USER, VIEW, CREATE, EDIT)
                .grant(Account.TYPE, ORGANIZATION, VIEW, CREATE, EDIT)
                .grant(Lead.TYPE, ORGANIZATION, VIEW, CREATE, EDIT)
                .grant(Opportunity.TYPE, USER, VIEW, CREATE, EDIT)
                .grant(User.TYPE, ORGANIZATION, VIEW)
                .grant(Organization.TYPE, ORGANIZATION, VIEW);
        Role trainee =
                Role.named("trainee").grant(Account.TYPE, ORGANIZATION, VIEW).grant(Lead.TYPE, ORGANIZATION, VIEW);
        Instant now = TODAY.atTime(9, 0).toInstant(ZoneOffset.UTC);
        Crm crm = Crm.open(
                store,
                config -> config.access(RolePolicy.of(seller, trainee))
                        .clock(Clock.fixed(now, ZoneOffset.UTC))
                        .set(Currencies.SETTING, Currencies.of("USD").converting(LeadDesk::rate)));
        Session system = crm.asSystem();
        Organization acme = system.save(new Organization("Acme"));
        olga = crm.as(system.save(new User("olga", "olga@acme.example", "Olga", "Orlova", acme).addRole("seller")));
        ivan = crm.as(system.save(new User("ivan", "ivan@acme.example", "Ivan", "Ivarsson", acme).addRole("trainee")));
    }

    private static Optional<BigDecimal> rate(String from, String to, LocalDate on) {
        return from.equals("EUR") ? Optional.of(new BigDecimal("1.08")) : Optional.empty();
    }

    public static void main(String[] arguments) {
        new LeadDesk(new InMemoryStore(), System.out).work();
    }

    void work() {
        olga.save(new Account("ACUSERV"));
        Lead lead = new Lead("Analytical engine for Acuserv");
        lead.setFirstName("Ada");
        lead.setLastName("Lovelace");
        lead.setCompanyName("Acuserv");
        lead.setCampaign("Spring fair");
        lead.setEmails(List.of(new EmailAddress("ada@acuserv.example", true)));
        Lead called = olga.save(lead);

        out.println("Ivan looks what would become of the lead, and what he may not");
        ivan.planConversion(called, choices -> {}).problems().forEach(problem -> out.println("  " + problem));

        out.println("Olga looks, and nothing happens");
        ConversionPlan plan = olga.planConversion(
                called, choices -> choices.opportunityName("Analytical engine").budget(Money.of("17000", "EUR")));
        out.print(plan);
        out.println("opportunities: " + olga.select(Opportunity.TYPE).count());

        Converted done = olga.apply(plan).orThrow();
        out.println("Olga converts: " + olga.history(done.opportunity()).get(0).reason());
        out.println("The same plan again: " + olga.apply(plan));

        win(done.opportunity());
    }

    private void win(Opportunity engine) {
        Opportunity won = olga.save(engine.win(Money.of("15000", "EUR"), TODAY));
        out.println("Won: " + won.getCloseRevenue() + ", that is " + won.getBaseCloseRevenue() + " USD at the rate of "
                + won.getClosedAt());
        Opportunity again = olga.save(won.reopen());
        out.println("Reopened: probability " + again.getProbability() + ", close revenue " + again.getCloseRevenue());
    }
}
