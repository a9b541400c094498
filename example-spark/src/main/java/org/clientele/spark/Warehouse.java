package org.clientele.spark;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.sales.CloseReason;
import org.clientele.sales.Opportunity;
import org.clientele.sales.OpportunityStatus;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.value.Currencies;
import org.clientele.value.Money;

/** A CRM that is made up, always the same, and its opportunities as files. */
final class Warehouse {

    private static final int SEED = 11;
    private static final int ACCOUNTS = 40;
    private static final LocalDate START = LocalDate.of(2024, 1, 1);

    private final Random random = new Random(SEED);
    private final List<Session> sellers = new ArrayList<>();
    private final List<Account> accounts = new ArrayList<>();

    Warehouse(int opportunities) {
        Crm crm = Crm.open(
                new InMemoryStore(),
                config -> config.access(RolePolicy.of(Role.administrator("seller")))
                        .set(
                                Currencies.SETTING,
                                Currencies.of("USD")
                                        .converting((from, to, on) -> Optional.of(new BigDecimal("1.08")))));
        Organization acme = crm.asSystem().save(new Organization("Acme"));
        for (String name : List.of("olga", "ivan", "nora")) {
            User user = new User(name, name + "@acme.example", name, "Example", acme);
            sellers.add(crm.as(crm.asSystem().save(user.addRole("seller"))));
        }
        for (int i = 0; i < ACCOUNTS; i++) {
            accounts.add(viewer().save(new Account("Account " + i)));
        }
        for (Session seller : sellers) {
            List<Opportunity> deals = new ArrayList<>();
            for (int i = 0; i < opportunities / sellers.size(); i++) {
                deals.add(deal(i));
            }
            seller.saveAll(deals);
        }
    }

    private Opportunity deal(int number) {
        Opportunity deal = new Opportunity("Deal " + number, accounts.get(random.nextInt(ACCOUNTS)));
        Money amount =
                Money.of(random.nextInt(100_000) + "." + random.nextInt(100), random.nextBoolean() ? "USD" : "EUR");
        LocalDate day = START.plusDays(random.nextInt(730));
        deal.setBudget(amount);
        switch (random.nextInt(4)) {
            case 0 -> deal.win(amount, day);
            case 1 -> deal.lose(CloseReason.OUTSOLD, day);
            case 2 -> deal.setStatus(OpportunityStatus.NEGOTIATION);
            default -> deal.setAccount(null);
        }
        return deal;
    }

    Session viewer() {
        return sellers.get(0);
    }

    /** Writes the opportunities to so many files. */
    Path export(Path directory, int files) throws IOException {
        Files.createDirectories(directory);
        List<Opportunity> deals = viewer().select(Opportunity.TYPE).list();
        for (int file = 0; file < files; file++) {
            int remainder = file;
            Files.write(
                    directory.resolve("part-" + file + ".csv"),
                    deals.stream()
                            .filter(deal -> Math.floorMod(deal.getId().hashCode(), files) == remainder)
                            .map(Line::of)
                            .toList());
        }
        return directory;
    }
}
