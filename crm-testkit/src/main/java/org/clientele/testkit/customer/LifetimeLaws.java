package org.clientele.testkit.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.customer.Customer;
import org.clientele.customer.LifetimeChange;
import org.clientele.customer.LifetimeHistory;
import org.clientele.customer.LifetimeValue;
import org.clientele.model.CrmRecord;
import org.clientele.model.InvalidRecordException;
import org.clientele.store.RecordStore;
import org.clientele.testkit.host.Purchase;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Lifetime value is a fold over orders and won opportunities: whatever happens, what is kept is what a naive reader finds, to
 * the last decimal, what its changes add up to, and what a recount finds.
 */
public abstract class LifetimeLaws {

    private static final int FEWEST_EVENTS = 10;
    private static final int MOST_EVENTS = 25;

    /** An empty store each time that it is called; the former one is used no more. */
    protected abstract RecordStore newStore();

    @Property(tries = 25)
    void whatIsKeptIsWhatANaiveReaderFinds(@ForAll("events") List<LifetimeEvent> events) {
        LifetimeWorld world = new LifetimeWorld(newStore());
        for (LifetimeEvent.Kind sale : LifetimeEvent.SALES) {
            assertThat(world.happen(new LifetimeEvent(sale, 0, 0, BigDecimal.TEN)))
                    .isTrue();
        }
        Set<Boolean> done = new HashSet<>();
        events.forEach(event -> done.add(world.happen(event)));
        assertThat(done).isNotEmpty();
        check(world);
        Map<UUID, BigDecimal> before = kept(world);
        world.crm().asSystem().recount(Account.TYPE);
        world.crm().asSystem().recount(Customer.TYPE);
        assertThat(kept(world)).isEqualTo(before);
    }

    @Provide
    Arbitrary<List<LifetimeEvent>> events() {
        Arbitrary<Integer> numbers = Arbitraries.integers().between(0, 11);
        return Combinators.combine(
                        Arbitraries.of(LifetimeEvent.Kind.values()),
                        numbers,
                        numbers,
                        Arbitraries.longs().between(0, 99_999_999).map(units -> BigDecimal.valueOf(units, 4)))
                .as(LifetimeEvent::new)
                .list()
                .ofMinSize(FEWEST_EVENTS)
                .ofMaxSize(MOST_EVENTS);
    }

    private static Map<UUID, BigDecimal> kept(LifetimeWorld world) {
        Map<UUID, BigDecimal> kept = new HashMap<>();
        world.session()
                .select(Customer.TYPE)
                .list()
                .forEach(customer -> kept.put(customer.getId(), plain(customer.getLifetime())));
        world.session()
                .select(Account.TYPE)
                .list()
                .forEach(account -> kept.put(account.getId(), plain(account.getDirectLifetime())));
        return kept;
    }

    private static BigDecimal plain(@Nullable BigDecimal amount) {
        return Objects.requireNonNull(amount).setScale(4);
    }

    private static void check(LifetimeWorld world) {
        Map<UUID, BigDecimal> naive = world.naive();
        Map<UUID, BigDecimal> kept = kept(world);
        kept.forEach((id, amount) ->
                assertThat(amount).as("kept of " + id).isEqualByComparingTo(naive.getOrDefault(id, BigDecimal.ZERO)));
        assertThat(kept.keySet()).as("whoever has a value").containsAll(naive.keySet());
        Map<UUID, BigDecimal> changes = new HashMap<>();
        for (LifetimeChange change : world.session().select(LifetimeChange.TYPE).list()) {
            Ref<?> whose = change.getCustomer() == null ? change.getAccount() : change.getCustomer();
            changes.merge(
                    Objects.requireNonNull(whose).id(), Objects.requireNonNull(change.getAmount()), BigDecimal::add);
        }
        assertThat(kept.keySet()).as("changes go with their whole").containsAll(changes.keySet());
        kept.forEach((id, amount) -> assertThat(changes.getOrDefault(id, BigDecimal.ZERO))
                .as("changes of " + id)
                .isEqualByComparingTo(amount));
        world.session().select(Account.TYPE).list().forEach(account -> checkReports(world, account, kept));
    }

    private static void checkReports(LifetimeWorld world, Account account, Map<UUID, BigDecimal> kept) {
        Map<UUID, BigDecimal> byChannel = new HashMap<>();
        for (Customer customer : world.session()
                .select(Customer.TYPE)
                .where(Customer.ACCOUNT.is(account))
                .list()) {
            byChannel.merge(
                    Objects.requireNonNull(customer.getChannel()).id(),
                    Objects.requireNonNull(kept.get(customer.getId())),
                    BigDecimal::add);
        }
        LifetimeValue.Result value = world.session().run(LifetimeValue.of(account));
        assertThat(value.channels().stream()
                        .collect(Collectors.toMap(channel -> channel.channel().id(), LifetimeValue.OfChannel::value)))
                .isEqualTo(byChannel);
        Set<UUID> active = world.session().select(Channel.TYPE).where(Channel.ACTIVE.isTrue()).list().stream()
                .map(CrmRecord::getId)
                .collect(Collectors.toSet());
        BigDecimal total = byChannel.entrySet().stream()
                .filter(entry -> active.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Objects.requireNonNull(kept.get(account.getId())), BigDecimal::add);
        assertThat(value.total()).isEqualByComparingTo(total);
        LifetimeHistory.Result history = world.session().run(LifetimeHistory.of(account));
        assertThat(history.total()).as("the end of the history").isEqualByComparingTo(total);
    }

    @Test
    void aMergeBringsTheHistoryOfTheAbsorbedAlong() {
        LifetimeWorld world = new LifetimeWorld(newStore());
        for (LifetimeEvent.Kind kind :
                List.of(LifetimeEvent.Kind.ORDER_OF_ACCOUNT, LifetimeEvent.Kind.ORDER_OF_CUSTOMER)) {
            assertThat(world.happen(new LifetimeEvent(kind, 0, 0, BigDecimal.TEN)))
                    .isTrue();
            assertThat(world.happen(new LifetimeEvent(kind, 1, 0, BigDecimal.ONE)))
                    .isTrue();
        }
        assertThat(world.happen(new LifetimeEvent(LifetimeEvent.Kind.MERGE_ACCOUNTS, 0, 1, BigDecimal.ZERO)))
                .isTrue();
        check(world);
        assertThat(world.happen(new LifetimeEvent(LifetimeEvent.Kind.MERGE_CUSTOMERS, 0, 1, BigDecimal.ZERO)))
                .isTrue();
        check(world);
    }

    @Test
    void whoDoesNotSeeTheValueDoesNotSeeWhatItIsMadeOf() {
        LifetimeWorld world = new LifetimeWorld(newStore());
        world.happen(new LifetimeEvent(LifetimeEvent.Kind.ORDER_OF_CUSTOMER, 0, 0, BigDecimal.TEN));
        assertThat(world.clerk().select(Customer.TYPE).list())
                .isNotEmpty()
                .allMatch(customer -> customer.getLifetime() == null);
        assertThat(world.clerk().select(LifetimeChange.TYPE).list())
                .isNotEmpty()
                .allMatch(change -> change.getAmount() == null);
    }

    @Test
    void aDeletionLeavesNoHistoryOfTheDeletedBehind() {
        LifetimeWorld world = new LifetimeWorld(newStore());
        Account other = world.session().save(new Account("Other"));
        Purchase purchase = new Purchase("100");
        purchase.setAccount(Ref.to(other));
        purchase.setWorth(BigDecimal.TEN);
        world.session().save(purchase);
        world.session().delete(world.session().get(Account.TYPE, other.getId()));
        check(world);
    }

    @Test
    void nobodyWritesTheHistory() {
        LifetimeWorld world = new LifetimeWorld(newStore());
        world.happen(new LifetimeEvent(LifetimeEvent.Kind.ORDER_OF_CUSTOMER, 0, 0, BigDecimal.TEN));
        LifetimeChange change =
                world.session().select(LifetimeChange.TYPE).list().get(0);
        Account other = world.session().save(new Account("Other"));
        LifetimeChange made = LifetimeChange.ofAccount(other.getId(), BigDecimal.ONE);
        for (Runnable attempt : List.<Runnable>of(
                () -> world.session().save(made), () -> world.session().delete(change), () -> {
                    LifetimeChange.CUSTOMER.set(change, null);
                    LifetimeChange.ACCOUNT.set(change, Ref.to(other));
                    world.session().save(change);
                })) {
            assertThatThrownBy(attempt::run)
                    .isInstanceOf(InvalidRecordException.class)
                    .hasMessageContaining("is written by the CRM alone");
        }
        check(world);
    }
}
