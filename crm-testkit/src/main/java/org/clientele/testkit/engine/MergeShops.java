package org.clientele.testkit.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.clientele.commerce.CommerceCustomer;
import org.clientele.commerce.CustomerUser;
import org.clientele.commerce.Order;
import org.clientele.commerce.OrderDiscount;
import org.clientele.commerce.OrderLineItem;
import org.clientele.commerce.Quote;
import org.clientele.commerce.QuotedItem;
import org.clientele.commerce.ShoppingList;
import org.clientele.commerce.ShoppingListItem;
import org.clientele.contact.Address;
import org.clientele.magento.Cart;
import org.clientele.magento.CartItem;
import org.clientele.magento.OrderItem;
import org.clientele.magento.WebCustomer;
import org.clientele.magento.WebOrder;
import org.clientele.model.CrmRecord;
import org.clientele.value.Money;
import org.clientele.value.Ref;

/** The customers of a {@link MergeWorld} that buy in a web shop and in a storefront, with what they do there. */
final class MergeShops {

    private final MergeGround ground;

    MergeShops(MergeGround ground) {
        this.ground = ground;
        makeOrders();
        makeStorefront();
    }

    private void makeOrders() {
        for (int i = 0; i < 2; i++) {
            WebCustomer shopper = ground.owned(new WebCustomer(
                    "Ada", ground.dice.pick(MergeGround.NAMES), i + MergeGround.EMAILS.get(0), ground.field));
            shopper.setAccount(Ref.to(ground.dice.pick(ground.accounts)));
            shopper.setOriginId(ground.dice.oneIn(2) ? "shopper " + i : null);
            shopper.setAddresses(ground.dice.some(List.of("US", "GB")).stream()
                    .map(Address::in)
                    .toList());
            WebCustomer saved = ground.session.save(shopper);
            ground.shoppers.add(saved);
            Cart cart = ground.owned(new Cart(saved)
                    .addItem(new CartItem(ground.dice.pick(MergeGround.NAMES), BigDecimal.ONE, money())));
            WebOrder order = ground.owned(
                    new WebOrder("10000000" + i, saved, ground.dice.pick(List.of("complete", "canceled"))));
            for (int items = ground.dice.below(4); items > 0; items--) {
                order.addItem(bought());
            }
            order.setCart(Ref.to(ground.session.save(cart)));
            ground.session.save(order);
        }
    }

    private OrderItem bought() {
        BigDecimal quantity = new BigDecimal(ground.dice.pick(List.of("1", "0.25")));
        return new OrderItem(ground.dice.pick(MergeGround.NAMES), quantity, money())
                .with(OrderItem.DISCOUNT, ground.dice.oneIn(2) ? money() : null);
    }

    private Money money() {
        return Money.of(ground.dice.pick(List.of("0", "17000", "-0.5")), "USD");
    }

    private void makeStorefront() {
        CommerceCustomer holding =
                ground.session.save(new CommerceCustomer("Holding", ground.dice.pick(ground.accounts), ground.field));
        for (int i = 0; i < 3; i++) {
            CommerceCustomer company = ground.owned(new CommerceCustomer(
                    ground.dice.pick(MergeGround.NAMES), ground.dice.pick(ground.accounts), ground.field));
            company.setParent(ground.dice.oneIn(2) ? Ref.to(holding) : null);
            company.setCustomerGroup(ground.dice.oneIn(2) ? ground.dice.pick(MergeGround.TAGS) : null);
            ground.dice
                    .some(List.of(ground.olga, ground.ivan))
                    .forEach(user -> company.setSalesRepresentatives(Set.of(Ref.to(user))));
            ground.companies.add(company);
        }
        ground.save(ground.companies);
        CustomerUser ada = ground.session.save(ground.owned(new CustomerUser(
                "Ada", "Example", MergeGround.EMAILS.get(0), ground.dice.pick(ground.companies), "buyer")));
        Quote quote = new Quote(ground.dice.pick(ground.companies)).add(QuotedItem.of("SKU-1", "5", "item", price()));
        quote.setCustomerUser(ground.dice.oneIn(2) ? Ref.to(ada) : null);
        Quote saved = ground.session.save(ground.owned(quote));
        List<CrmRecord> documents = new ArrayList<>();
        documents.add(ground.owned(new Order(saved).add(OrderDiscount.amount("Voucher", Money.of("0.5", "USD")))));
        for (int i = 0; i < 2; i++) {
            OrderLineItem line = OrderLineItem.of("SKU-" + ground.dice.below(3), "0.5", "kg", price());
            Order order = ground.owned(
                    new Order(ground.dice.pick(ground.companies)).add(line).add(line));
            documents.add(ground.dice.oneIn(2) ? order.pay() : order);
        }
        documents.add(ground.owned(new ShoppingList("Next week", ada).add(ShoppingListItem.of("SKU-1"))));
        ground.session.saveAll(documents);
    }

    private Money price() {
        return Money.of(ground.dice.pick(List.of("1", "2.5", "0.3333")), "USD");
    }
}
