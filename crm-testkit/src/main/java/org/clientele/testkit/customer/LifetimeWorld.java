package org.clientele.testkit.customer;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.AccessLevel;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.commerce.CommerceCustomer;
import org.clientele.customer.Customer;
import org.clientele.magento.WebCustomer;
import org.clientele.model.CrmException;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.RecordStore;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Purchase;
import org.clientele.value.Currencies;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** Accounts, customers in two channels, orders, and what happens to them. */
final class LifetimeWorld {

    private final Crm crm;
    private final Session session;
    private final Session clerk;
    private final LifetimeSales sales;
    private int names;

    LifetimeWorld(RecordStore store) {
        crm = Crm.open(
                store,
                config -> config.entity(Partner.TYPE, Purchase.TYPE)
                        .set(Currencies.SETTING, LifetimeSales.CURRENCIES)
                        .access(RolePolicy.of(
                                Role.administrator("administrator"),
                                Role.named("clerk")
                                        .grant(Customer.TYPE, AccessLevel.ORGANIZATION, Permission.VIEW)
                                        .restrict(
                                                Customer.TYPE, Customer.LIFETIME, AccessLevel.NONE, Permission.VIEW))));
        Session system = crm.asSystem();
        Organization acme = system.save(new Organization("Acme"));
        session = crm.as(
                system.save(new User("olga", "olga@acme.example", "Olga", "Example", acme).addRole("administrator")));
        clerk = crm.as(system.save(new User("ivan", "ivan@acme.example", "Ivan", "Example", acme).addRole("clerk")));
        for (String name : List.of("Field sales", "Partners")) {
            session.save(new Channel(name, ChannelType.SALES)
                    .addEntity(Partner.TYPE.name())
                    .addEntity(WebCustomer.TYPE.name())
                    .addEntity(CommerceCustomer.TYPE.name()));
        }
        for (int i = 0; i < 2; i++) {
            session.save(new Account(name("Account")));
            customer(i, i);
        }
        sales = new LifetimeSales(session, session.select(Channel.TYPE).list().get(0));
    }

    Crm crm() {
        return crm;
    }

    /** Ivan, who sees customers but not what they are worth. */
    Session clerk() {
        return clerk;
    }

    Session session() {
        return session;
    }

    private String name(String kind) {
        return kind + " " + names++;
    }

    private <R extends CrmRecord> Optional<R> pick(EntityType<R> type, int number) {
        List<R> all = session.select(type).list();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(number % all.size()));
    }

    private <R extends CrmRecord> @Nullable Ref<R> ref(EntityType<R> type, int number) {
        return pick(type, number).map(Ref::to).orElse(null);
    }

    private @Nullable Ref<Customer> customerRef(int number) {
        return pick(Partner.TYPE, number).<Ref<Customer>>map(Ref::to).orElse(null);
    }

    private void customer(int account, int channel) {
        pick(Account.TYPE, account)
                .ifPresent(owner -> pick(Channel.TYPE, channel)
                        .ifPresent(from -> session.save(new Partner(name("Partner"), owner, from))));
    }

    /** Whether it could happen; what the CRM refuses leaves nothing behind. */
    boolean happen(LifetimeEvent event) {
        try {
            doHappen(event);
            return true;
        } catch (CrmException | IllegalStateException refused) {
            return false;
        }
    }

    private void doHappen(LifetimeEvent event) {
        switch (event.kind()) {
            case ACCOUNT -> session.save(new Account(name("Account")));
            case CUSTOMER -> customer(event.one(), event.other());
            case ORDER_OF_CUSTOMER -> order(event, ref(Partner.TYPE, event.one()), null);
            case ORDER_OF_ACCOUNT -> order(event, null, ref(Account.TYPE, event.one()));
            case ANOTHER_WORTH -> change(event, order -> order.setWorth(event.amount()));
            case CANCEL -> change(event, order -> order.setCanceled(true));
            case REVIVE -> change(event, order -> order.setCanceled(false));
            case TO_ANOTHER_CUSTOMER -> change(event, order -> order.setCustomer(customerRef(event.other())));
            case TO_THE_ACCOUNT_ALONE ->
                change(event, order -> {
                    order.setCustomer(null);
                    order.setAccount(ref(Account.TYPE, event.other()));
                });
            case DELETE_ORDER -> pick(Purchase.TYPE, event.one()).ifPresent(session::delete);
            case MOVE_TO_ANOTHER_ACCOUNT ->
                pick(Partner.TYPE, event.one()).ifPresent(customer -> {
                    customer.setAccount(ref(Account.TYPE, event.other()));
                    session.save(customer);
                });
            case MOVE_TO_ANOTHER_CHANNEL ->
                pick(Partner.TYPE, event.one()).ifPresent(customer -> {
                    customer.setChannel(ref(Channel.TYPE, event.other()));
                    session.save(customer);
                });
            case DEACTIVATE ->
                pick(Channel.TYPE, event.one()).ifPresent(channel -> {
                    channel.deactivate();
                    session.save(channel);
                });
            case ACTIVATE ->
                pick(Channel.TYPE, event.one()).ifPresent(channel -> {
                    channel.activate();
                    session.save(channel);
                });
            case MERGE_ACCOUNTS -> merge(Account.TYPE, event);
            case MERGE_CUSTOMERS -> merge(Partner.TYPE, event);
            case DELETE_CUSTOMER -> pick(Partner.TYPE, event.one()).ifPresent(session::delete);
            case DELETE_ACCOUNT -> pick(Account.TYPE, event.one()).ifPresent(session::deleteCascading);
            default -> sales.happen(event);
        }
    }

    private void order(LifetimeEvent event, @Nullable Ref<Partner> customer, @Nullable Ref<Account> account) {
        Purchase order = new Purchase(name("Order"));
        order.setCustomer(customer == null ? null : new Ref<>(customer.id()));
        order.setAccount(account);
        order.setWorth(event.amount());
        session.save(order);
    }

    private void change(LifetimeEvent event, Consumer<Purchase> change) {
        pick(Purchase.TYPE, event.one()).ifPresent(order -> {
            change.accept(order);
            session.save(order);
        });
    }

    private <R extends CrmRecord> void merge(EntityType<R> type, LifetimeEvent event) {
        R master = pick(type, event.one()).orElse(null);
        R absorbed = pick(type, event.other()).orElse(null);
        if (master != null && absorbed != null && !master.equals(absorbed)) {
            session.apply(session.planMerge(
                            type, choices -> choices.master(master).absorb(absorbed)))
                    .orThrow();
        }
    }

    /** What each customer, and each account as such, came to, as a naive reader finds it; nothing where that is 0. */
    Map<UUID, BigDecimal> naive() {
        Map<UUID, BigDecimal> naive = new HashMap<>();
        for (Purchase order : session.select(Purchase.TYPE).list()) {
            Ref<?> whose = order.getCustomer() == null ? order.getAccount() : order.getCustomer();
            BigDecimal worth = order.getWorth();
            if (whose != null && worth != null && !Boolean.TRUE.equals(order.isCanceled())) {
                naive.merge(whose.id(), worth, BigDecimal::add);
            }
        }
        sales.addTo(naive);
        naive.values().removeIf(amount -> amount.signum() == 0);
        return naive;
    }
}
