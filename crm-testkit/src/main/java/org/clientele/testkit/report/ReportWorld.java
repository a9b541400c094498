package org.clientele.testkit.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.AccessLevel;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.organization.UserOwned;
import org.clientele.property.TextProperty;
import org.clientele.sales.CloseReason;
import org.clientele.sales.Lead;
import org.clientele.sales.Opportunity;
import org.clientele.sales.OpportunityStatus;
import org.clientele.store.RecordStore;
import org.clientele.testkit.host.Chat;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.value.Currencies;
import org.clientele.value.Money;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** A CRM of accounts, deals, leads and visits, of two users of whom one sees all and the other only what is hers. The same seed makes the same. */
final class ReportWorld {

    private static final int ACCOUNTS = 3;
    private static final int DEALS = 14;
    private static final int VISITS = 10;

    /** About the hours at which clocks are changed, and the ends of days, weeks, quarters and years. */
    private static final List<Instant> TIMES = Stream.of(
                    "2025-12-31T23:30:00Z",
                    "2026-01-01T00:00:00Z",
                    "2026-03-29T00:59:59.999999Z",
                    "2026-03-29T01:00:00Z",
                    "2026-03-31T22:30:00Z",
                    "2026-10-25T00:30:00Z",
                    "2026-10-25T01:30:00Z")
            .map(Instant::parse)
            .toList();

    private static final List<LocalDate> DAYS = Stream.of(
                    "2025-12-29", "2025-12-31", "2026-01-01", "2026-02-28", "2026-03-01", "2026-03-31", "2026-04-01")
            .map(LocalDate::parse)
            .toList();

    /** A euro is worth two dollars. */
    static final Currencies TWO_FOR_ONE =
            Currencies.of("USD").converting((from, to, on) -> Optional.of(new BigDecimal("2")));

    private final Random random;
    private final Crm crm;
    private final Session system;
    private final List<User> users = new ArrayList<>();
    private final List<Account> accounts = new ArrayList<>();
    private final TextProperty<Opportunity> region;

    ReportWorld(RecordStore store, long seed) {
        random = new Random(seed);
        Role few = Role.named("few");
        for (var type : List.of(Opportunity.TYPE, Account.TYPE, Visit.TYPE, Lead.TYPE)) {
            few = few.grant(type, AccessLevel.USER, Permission.VIEW);
        }
        Role seller = few;
        crm = Crm.open(
                store,
                config -> config.entity(Partner.TYPE, Visit.TYPE, Chat.TYPE)
                        .set(Currencies.SETTING, TWO_FOR_ONE)
                        .access(RolePolicy.of(Role.administrator("all"), seller)));
        region = crm.define(Opportunity.TYPE, custom -> custom.text("region"));
        system = crm.asSystem();
        Organization acme = system.save(new Organization("Acme"));
        for (String role : List.of("all", "few")) {
            users.add(system.save(new User(role, role + "@acme.example", "Olga", "Ost", acme).addRole(role)));
        }
        fill();
    }

    private void fill() {
        for (int i = 0; i < ACCOUNTS; i++) {
            accounts.add(system.save(owned(new Account(pick(List.of("Acuserv", "acuserv", "Big Bear"))))));
        }
        List<UserOwned> rest = new ArrayList<>();
        for (int i = random.nextInt(DEALS); i > 0; i--) {
            rest.add(owned(deal()));
        }
        Visit last = null;
        for (int i = random.nextInt(VISITS); i > 0; i--) {
            Visit visit = owned(visit());
            if (last != null && random.nextBoolean()) {
                visit.setFollows(Ref.to(last));
            }
            rest.add(visit);
            last = visit;
            rest.add(owned(new Lead("Lead")));
        }
        system.saveAll(rest);
    }

    private Opportunity deal() {
        String name = pick(List.of("Carts", "carts", "Wheels"));
        Opportunity deal = random.nextInt(4) == 0 ? new Opportunity(name) : new Opportunity(name, pick(accounts));
        int end = random.nextInt(4);
        if (end == 0) {
            deal.win(money(), pick(DAYS));
        } else if (end == 1) {
            deal.lose(CloseReason.OUTSOLD, pick(DAYS));
        } else {
            deal.setStatus(pick(List.of(OpportunityStatus.NEGOTIATION, OpportunityStatus.IN_PROGRESS)));
            deal.setCloseDate(random.nextInt(3) == 0 ? null : pick(DAYS));
            deal.setProbability(pick(List.of(new BigDecimal("0.3"), new BigDecimal("0.3333"), BigDecimal.ONE)));
        }
        deal.setBudget(money());
        if (random.nextBoolean()) {
            region.set(deal, pick(List.of("north", "North", "south")));
        }
        return deal;
    }

    private Visit visit() {
        Visit visit = new Visit(pick(List.of("first", "second")));
        visit.setBeginsAt(random.nextInt(4) == 0 ? null : pick(TIMES));
        visit.setMinutes(random.nextInt(4) == 0 ? null : random.nextInt(3));
        visit.setExpenses(money());
        visit.setConfirmed(random.nextInt(3) == 0 ? null : random.nextBoolean());
        return visit;
    }

    private @Nullable Money money() {
        return random.nextInt(4) == 0
                ? null
                : Money.of(pick(List.of("0.1", "0.2", "17000", "0.0001")), pick(List.of("USD", "EUR")));
    }

    private <R extends UserOwned> R owned(R record) {
        User owner = pick(users);
        record.setOwner(Ref.to(owner));
        record.setOrganization(owner.getOrganization());
        return record;
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    Random random() {
        return random;
    }

    Crm crm() {
        return crm;
    }

    TextProperty<Opportunity> region() {
        return region;
    }

    /** The viewers themselves. */
    List<User> users() {
        return users;
    }

    /** One who sees all, then one who sees what is hers. */
    List<Session> viewers() {
        return users.stream().map(crm::as).toList();
    }
}
