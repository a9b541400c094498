package org.clientele.testkit.customer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.commerce.CommerceCustomer;
import org.clientele.commerce.Order;
import org.clientele.commerce.OrderLineItem;
import org.clientele.customer.Customer;
import org.clientele.magento.OrderItem;
import org.clientele.magento.WebCustomer;
import org.clientele.magento.WebOrder;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.sales.CloseReason;
import org.clientele.sales.Opportunity;
import org.clientele.sales.OpportunityStatus;
import org.clientele.testkit.host.Partner;
import org.clientele.value.Currencies;
import org.clientele.value.Money;
import org.clientele.value.Ref;

/** What our own types sell in a {@link LifetimeWorld}: opportunities in two currencies, orders of a web shop and of a storefront. */
final class LifetimeSales {

    /** A euro is always worth two dollars, and dollars are the base. */
    static final Currencies CURRENCIES =
            Currencies.of("USD").converting((from, to, on) -> Optional.of(BigDecimal.valueOf(2)));

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final BigDecimal QUANTITY = new BigDecimal("1.5");

    private final Session session;
    private int numbers;

    LifetimeSales(Session session, Channel channel) {
        this.session = session;
        session.save(new WebCustomer("Ada", "Lovelace", "ada@acuserv.example", channel));
        session.save(new CommerceCustomer("Acuserv purchasing", channel));
    }

    void happen(LifetimeEvent event) {
        switch (event.kind()) {
            case WIN ->
                pick(Customer.TYPE, event.one())
                        .ifPresent(customer -> win(new Opportunity("Deal", customer), usd(event)));
            case WIN_IN_EUROS ->
                pick(Partner.TYPE, event.one())
                        .ifPresent(
                                customer -> win(new Opportunity("Deal", customer), new Money(event.amount(), "EUR")));
            case WIN_DIRECTLY ->
                pick(Account.TYPE, event.one()).ifPresent(account -> win(new Opportunity("Deal", account), usd(event)));
            case LOSE -> change(Opportunity.TYPE, event, deal -> deal.lose(CloseReason.OUTSOLD, DAY));
            case REOPEN -> change(Opportunity.TYPE, event, Opportunity::reopen);
            case DELETE_OPPORTUNITY -> pick(Opportunity.TYPE, event.one()).ifPresent(session::delete);
            case WEB_ORDER -> pick(WebCustomer.TYPE, event.one()).ifPresent(customer -> order(customer, usd(event)));
            case CANCEL_WEB_ORDER ->
                change(
                        WebOrder.TYPE,
                        event,
                        order -> order.setStatus(event.other() % 2 == 0 ? "Canceled" : "complete"));
            case STOREFRONT_ORDER ->
                pick(CommerceCustomer.TYPE, event.one())
                        .ifPresent(customer -> session.save(new Order(customer)
                                .add(OrderLineItem.of("SKU-1", QUANTITY.toPlainString(), "item", usd(event)))));
            case PAY -> change(Order.TYPE, event, Order::pay);
            default -> throw new IllegalArgumentException(event + " is nothing that these sell");
        }
    }

    private static Money usd(LifetimeEvent event) {
        return new Money(event.amount(), "USD");
    }

    private <R extends CrmRecord> Optional<R> pick(EntityType<R> type, int number) {
        List<R> all = session.select(type).list();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(number % all.size()));
    }

    private <R extends CrmRecord> void change(EntityType<R> type, LifetimeEvent event, Consumer<R> change) {
        pick(type, event.one()).ifPresent(record -> {
            change.accept(record);
            session.save(record);
        });
    }

    private void win(Opportunity deal, Money revenue) {
        session.save(deal.win(revenue, DAY));
    }

    private void order(WebCustomer customer, Money price) {
        WebOrder order = new WebOrder(String.valueOf(numbers++), customer, "complete")
                .addItem(new OrderItem("Cards", QUANTITY, price));
        order.setOrderDiscount(Money.of("-0.5", "USD"));
        order.setShipping(Money.of("7", "USD"));
        session.save(order);
    }

    /** Adds what was sold, told by what a person sees of the records. */
    void addTo(Map<UUID, BigDecimal> naive) {
        for (Opportunity deal : session.select(Opportunity.TYPE).list()) {
            Ref<?> whose = deal.getCustomer() == null ? deal.getAccount() : deal.getCustomer();
            Money revenue = deal.getCloseRevenue();
            if (whose != null && revenue != null && OpportunityStatus.WON.equals(deal.getStatus())) {
                int rate = revenue.currency().equals("EUR") ? 2 : 1;
                naive.merge(whose.id(), revenue.amount().multiply(BigDecimal.valueOf(rate)), BigDecimal::add);
            }
        }
        for (WebOrder order : session.select(WebOrder.TYPE).list()) {
            if (order.getCustomer() != null && !"canceled".equalsIgnoreCase(order.getStatus())) {
                Money price = order.getItems().get(0).get(OrderItem.PRICE);
                BigDecimal worth = row(Objects.requireNonNull(price)).subtract(new BigDecimal("0.5"));
                naive.merge(order.getCustomer().id(), worth, BigDecimal::add);
            }
        }
        for (Order order : session.select(Order.TYPE).list()) {
            if (order.getCustomer() != null
                    && order.getPaymentStatus() != null
                    && order.getPaymentStatus().id().equals("full")) {
                Money price = order.getItems().get(0).price();
                naive.merge(order.getCustomer().id(), row(Objects.requireNonNull(price)), BigDecimal::add);
            }
        }
    }

    private static BigDecimal row(Money price) {
        return price.amount().multiply(QUANTITY).setScale(4, RoundingMode.HALF_EVEN);
    }
}
