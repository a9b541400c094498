package org.clientele.testkit.world;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.customer.Customer;
import org.clientele.model.EntityType;
import org.clientele.sales.CloseReason;
import org.clientele.sales.Lead;
import org.clientele.sales.Opportunity;
import org.clientele.testkit.host.Visit;
import org.clientele.testkit.world.World.Owner;
import org.clientele.value.AnyRef;
import org.clientele.value.Money;
import org.jspecify.annotations.Nullable;

/** Steps that make leads, opportunities and visits. */
final class SalesSteps {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private SalesSteps() {}

    record AddLead(
            Owner owner,
            @Nullable Integer customer,
            @Nullable Integer contact,
            String notes,
            boolean open) implements Step {
        @Override
        public void build(World world) {
            Lead lead = new Lead(world.name(Lead.TYPE));
            lead.setCustomer(Worlds.ref(world, Customer.TYPE, customer));
            lead.setContact(Worlds.ref(world, Contact.TYPE, contact));
            lead.setNotes(notes);
            world.add(open ? lead : lead.disqualify(), owner);
        }
    }

    /** How an opportunity ends. */
    enum End {
        OPEN,
        WON,
        LOST
    }

    record AddOpportunity(
            Owner owner,
            @Nullable Integer customer,
            @Nullable Integer account,
            End end,
            @Nullable Money money) implements Step {
        @Override
        public void build(World world) {
            Opportunity opportunity = new Opportunity(world.name(Opportunity.TYPE));
            opportunity.setCustomer(Worlds.ref(world, Customer.TYPE, customer));
            if (opportunity.getCustomer() == null) {
                opportunity.setAccount(Worlds.ref(world, Account.TYPE, account));
            }
            opportunity.setBudget(money);
            if (end == End.WON) {
                opportunity.win(money, DAY);
            } else if (end == End.LOST) {
                opportunity.lose(CloseReason.DICTIONARY.values().iterator().next(), DAY);
            }
            if (end != End.OPEN && money != null) {
                opportunity.setBaseBudget(money.amount());
                opportunity.setBaseCloseRevenue(end == End.WON ? money.amount() : null);
            }
            world.add(opportunity, owner);
        }
    }

    record AddVisit(
            Owner owner,
            @Nullable Integer about,
            Set<Integer> attendees,
            @Nullable Integer follows,
            @Nullable Integer minutes,
            @Nullable Boolean confirmed,
            @Nullable Money expenses)
            implements Step {
        @Override
        public void build(World world) {
            Visit visit = new Visit(world.name(Visit.TYPE));
            visit.setAbout(about == null ? null : about(world, about));
            attendees.forEach(number -> world.pick(Contact.TYPE, number).ifPresent(visit::addAttendee));
            visit.setFollows(Worlds.ref(world, Visit.TYPE, follows));
            visit.setMinutes(minutes);
            visit.setConfirmed(confirmed);
            visit.setExpenses(expenses);
            visit.setBeginsAt(minutes == null ? null : Instant.EPOCH.minusSeconds(minutes));
            world.add(visit, owner);
        }

        private static @Nullable AnyRef about(World world, int number) {
            EntityType<?> type = number % 2 == 0 ? Account.TYPE : Opportunity.TYPE;
            return world.pick(type, number)
                    .map(target -> new AnyRef(type.name(), target.getId()))
                    .orElse(null);
        }
    }

    static Arbitrary<AddLead> leads() {
        return Combinators.combine(
                        Worlds.owners(),
                        Worlds.numbers().injectNull(0.5),
                        Worlds.numbers().injectNull(0.5),
                        Worlds.texts(),
                        Arbitraries.of(true, false))
                .as(AddLead::new);
    }

    static Arbitrary<AddOpportunity> opportunities() {
        return Combinators.combine(
                        Worlds.owners(),
                        Worlds.numbers().injectNull(0.3),
                        Worlds.numbers().injectNull(0.3),
                        Arbitraries.of(End.values()),
                        money().injectNull(0.3))
                .as(AddOpportunity::new);
    }

    static Arbitrary<AddVisit> visits() {
        return Combinators.combine(
                        Worlds.owners(),
                        Worlds.numbers().injectNull(0.3),
                        Worlds.numbers().set().ofMaxSize(2),
                        Worlds.numbers().injectNull(0.5),
                        Arbitraries.integers().between(0, 90).injectNull(0.3),
                        Arbitraries.of(true, false).injectNull(0.3),
                        money().injectNull(0.3))
                .as(AddVisit::new);
    }

    private static Arbitrary<Money> money() {
        return Combinators.combine(Arbitraries.longs().between(0, 10_000_000), Arbitraries.of("USD", "EUR"))
                .as((units, currency) -> new Money(BigDecimal.valueOf(units, Money.SCALE), currency));
    }
}
