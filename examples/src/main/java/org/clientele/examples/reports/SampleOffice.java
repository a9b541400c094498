package org.clientele.examples.reports;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.model.Schema;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.sales.CloseReason;
import org.clientele.sales.Lead;
import org.clientele.sales.LeadStatus;
import org.clientele.sales.Opportunity;
import org.clientele.sales.OpportunityStatus;
import org.clientele.store.RecordStore;
import org.clientele.value.Currencies;
import org.clientele.value.Money;

/** An office that is made up: three sellers, their accounts, and a year of leads and opportunities, always the same. */
final class SampleOffice {

    private static final int SEED = 7;
    private static final int DEALS = 90;
    private static final int DAYS = 365;
    private static final LocalDate START = LocalDate.of(2025, 7, 1);
    private static final List<String> THINGS = List.of("Engine", "Loom", "Carts", "Wheels", "Belts", "Nuts & bolts");
    private static final List<OpportunityStatus> OPEN = List.of(
            OpportunityStatus.IN_PROGRESS,
            OpportunityStatus.IDENTIFICATION_ALIGNMENT,
            OpportunityStatus.NEEDS_ANALYSIS,
            OpportunityStatus.SOLUTION_DEVELOPMENT,
            OpportunityStatus.NEGOTIATION);

    private final Random random = new Random(SEED);
    private final Calendar calendar = new Calendar();
    private final Crm crm;
    private final Session viewer;
    private final List<Session> sellers = new ArrayList<>();
    private final List<Account> accounts = new ArrayList<>();

    /** A clock that is put forward. */
    private static final class Calendar extends Clock {

        private Instant now = START.atTime(9, 0).toInstant(ZoneOffset.UTC);

        void open(LocalDate day) {
            now = day.atTime(9, 0).toInstant(ZoneOffset.UTC);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }

    SampleOffice(RecordStore store) {
        crm = Crm.open(
                store,
                config -> config.access(RolePolicy.of(Role.administrator("leader")))
                        .clock(calendar)
                        .set(
                                Currencies.SETTING,
                                Currencies.of("USD")
                                        .converting((from, to, on) -> Optional.of(new BigDecimal("1.08")))));
        Organization acme = crm.asSystem().save(new Organization("Acme"));
        for (String name : List.of("olga", "ivan", "zoë")) {
            User user = new User(name, name.replace('ë', 'e') + "@acme.example", name, "Example", acme);
            sellers.add(crm.as(crm.asSystem().save(user.addRole("leader"))));
        }
        viewer = sellers.get(0);
        for (String name : List.of(
                "Acuserv",
                "Big Bear Stores",
                "Body Toning",
                "Café Olé",
                "Mill & Sons",
                "Perception Books",
                "Nuts & <b>Bolts</b>",
                "Żubrówka Logistics")) {
            accounts.add(viewer.save(new Account(name)));
        }
        for (int number = 0; number < DEALS; number++) {
            LocalDate day = START.plusDays((long) number * DAYS / DEALS);
            calendar.open(day);
            lead(number);
            deal(number, day);
        }
    }

    private void lead(int number) {
        Lead lead = new Lead("Lead " + (number + 1));
        lead.setCompanyName("Company " + (char) ('A' + random.nextInt(26)));
        lead.setStatus(List.of(LeadStatus.NEW, LeadStatus.QUALIFIED, LeadStatus.CANCELED)
                .get(random.nextInt(3)));
        seller().save(lead);
    }

    private void deal(int number, LocalDate day) {
        String name = THINGS.get(random.nextInt(THINGS.size())) + " " + (number + 1);
        Opportunity deal = new Opportunity(name, accounts.get(random.nextInt(accounts.size())));
        String currency = random.nextInt(5) == 0 ? "EUR" : "USD";
        Money budget = Money.of(String.valueOf(500 + 25 * random.nextInt(400)), currency);
        deal.setBudget(budget);
        int outcome = random.nextInt(10);
        if (outcome < 4) {
            seller().save(deal.win(budget, day.plusDays(random.nextInt(40))));
        } else if (outcome < 6) {
            seller().save(deal.lose(CloseReason.OUTSOLD, day.plusDays(random.nextInt(40))));
        } else {
            deal.setStatus(OPEN.get(random.nextInt(OPEN.size())));
            deal.setCloseDate(day.plusDays(90));
            seller().save(deal);
        }
    }

    private Session seller() {
        return sellers.get(random.nextInt(sellers.size()));
    }

    Session viewer() {
        return viewer;
    }

    Schema schema() {
        return crm.schema();
    }
}
