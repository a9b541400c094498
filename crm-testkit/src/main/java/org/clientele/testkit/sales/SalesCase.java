package org.clientele.testkit.sales;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.clientele.Crm;
import org.clientele.CrmConfig;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.RecordStore;
import org.clientele.value.Currencies;

/** What all tests of selling start from. */
abstract class SalesCase {

    static final String ROLE = "seller";

    /** When every test begins. */
    static final Instant START = Instant.parse("2026-03-01T10:15:30Z");

    static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    /** An empty store each time that it is called; the former one is used no more. */
    protected abstract RecordStore newStore();

    /** A CRM in which time stands still until it is told to pass, and rates are what they are set to. */
    static final class Office {

        final StoppedClock clock = new StoppedClock(START);
        final Map<String, BigDecimal> rates = new TreeMap<>();
        final User olga;
        private final Crm crm;
        private final Session session;

        Office(RecordStore store, Consumer<CrmConfig> configuration) {
            this(store, Role.administrator(ROLE), configuration);
        }

        Office(RecordStore store, Role role, Consumer<CrmConfig> configuration) {
            crm = Crm.open(
                    store,
                    config -> configuration.accept(config.clock(clock)
                            .access(RolePolicy.of(role))
                            .set(Currencies.SETTING, currencies("USD"))));
            Session system = crm.asSystem();
            Organization acme = system.save(new Organization("Acme"));
            olga = system.save(new User("olga", "olga@acme.example", "Olga", "Ost", acme).addRole(ROLE));
            session = crm.as(olga);
        }

        Currencies currencies(String base) {
            return Currencies.of(base).converting((from, to, on) -> rate(from, on));
        }

        /** The rate that is set, with a thousandth more for each day of the month, so that no two days are alike. */
        Optional<BigDecimal> rate(String from, LocalDate on) {
            return Optional.ofNullable(rates.get(from))
                    .map(rate -> rate.add(BigDecimal.valueOf(on.getDayOfMonth() - 1L, 3)));
        }

        void pass(Duration time) {
            clock.pass(time);
        }

        Crm crm() {
            return crm;
        }

        Session session() {
            return session;
        }
    }
}
