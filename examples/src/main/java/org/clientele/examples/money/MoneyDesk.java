package org.clientele.examples.money;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.examples.money.FixedRates.Quote;
import org.clientele.model.CrmException;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.report.Table;
import org.clientele.report.Tally;
import org.clientele.sales.Opportunity;
import org.clientele.sales.SalesReports;
import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.value.Currencies;
import org.clientele.value.ExchangeRates;
import org.clientele.value.Money;

/** A forecast in three currencies, as it is and in US dollars by the rates of two days; one rate is missing. */
public final class MoneyDesk {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 14);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 2);
    private static final ExchangeRates RATES = new MonetaryRates(new FixedRates(
            new Quote(LocalDate.of(2026, 1, 1), "EUR", "USD", new BigDecimal("1.08")),
            new Quote(LocalDate.of(2026, 4, 1), "EUR", "USD", new BigDecimal("1.1025"))));

    private final Session sales;

    MoneyDesk(RecordStore store) {
        Crm crm = Crm.open(
                store,
                config -> config.access(RolePolicy.of(Role.administrator("leader")))
                        .clock(Clock.fixed(MARCH.atTime(9, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC))
                        .set(Currencies.SETTING, Currencies.of("USD").converting(RATES)));
        Organization acme = crm.asSystem().save(new Organization("Acme"));
        sales = crm.as(
                crm.asSystem().save(new User("olga", "olga@acme.example", "Olga", "Orlova", acme).addRole("leader")));
    }

    public static void main(String[] arguments) {
        new MoneyDesk(new InMemoryStore()).lines().forEach(System.out::println);
    }

    /** What there is to read. */
    List<String> lines() {
        open("Carts", "1000", "USD");
        open("Wheels", "200", "EUR");
        open("Looms", "30000", "JPY");
        List<String> lines = new ArrayList<>();
        add("As agreed", SalesReports.forecast(), lines);
        add("In US dollars, " + MARCH, SalesReports.forecast().converted("USD", RATES, MARCH), lines);
        add("In US dollars, " + MAY, SalesReports.forecast().converted("USD", RATES, MAY), lines);
        lines.add("Looms are won: " + won("30000 JPY"));
        return lines;
    }

    private void open(String name, String budget, String currency) {
        Opportunity open = new Opportunity(name);
        open.setBudget(Money.of(budget, currency));
        open.setProbability(new BigDecimal("0.5"));
        sales.save(open);
    }

    private void add(String title, Tally<Opportunity> tally, List<String> lines) {
        Table<Opportunity> table = sales.run(tally);
        lines.add(title);
        table.rows()
                .forEach(row -> lines.add("  " + row.labels().get(0) + ": budget "
                        + text(table, row, SalesReports.BUDGET) + "; forecast "
                        + text(table, row, SalesReports.FORECAST)));
        table.notes().forEach(note -> lines.add("  note: " + note));
    }

    private static String text(Table<Opportunity> table, Table.Row row, String column) {
        return table.money(row, column).entrySet().stream()
                .map(amount -> amount.getValue().stripTrailingZeros().toPlainString() + " " + amount.getKey())
                .collect(Collectors.joining(" + "));
    }

    /** A closing freezes the amount in the base currency, and needs a rate for it. */
    private String won(String revenue) {
        try {
            return sales.save(new Opportunity("Looms again").win(Money.parse(revenue), MARCH))
                    .toString();
        } catch (CrmException refused) {
            return String.valueOf(refused.getMessage());
        }
    }
}
