package org.clientele.testkit.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.contact.Address;
import org.clientele.magento.Cart;
import org.clientele.magento.CartItem;
import org.clientele.magento.CartStatus;
import org.clientele.magento.WebCustomer;
import org.clientele.model.InvalidRecordException;
import org.clientele.sales.Opportunity;
import org.clientele.store.DuplicateRecordException;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a cart is, comes to, and becomes. */
abstract class CartExamples extends IntakeExamples {

    @Test
    void aCartComesToWhatItsItemsComeTo() {
        Shop shop = open();
        Cart cart = shop.session.save(shop.cart()
                .addItem(chosen("2", usd("17000"))
                        .with(CartItem.DISCOUNT, usd("100"))
                        .with(CartItem.TAX, usd("3380")))
                .addItem(chosen("0.5", usd("0.0003"))));
        assertThat(cart.getItemsQty()).isEqualByComparingTo("2.5");
        assertThat(cart.getItemsCount()).isEqualTo(2);
        assertThat(cart.getSubTotal()).isEqualTo(usd("34000.0002"));
        assertThat(cart.getTaxAmount()).isEqualTo(usd("3380"));
        assertThat(cart.getGrandTotal()).isEqualTo(usd("37280.0002"));
        assertThat(cart.getItems().get(0).rowTotal()).isEqualTo(usd("37280"));
        assertThat(cart.getCurrency()).isEqualTo("USD");
    }

    @Test
    @Tag("alike-items")
    void itemsThatAreEqualCountEach() {
        Shop shop = open();
        CartItem item = chosen("1", usd("9.99"));
        Cart saved = shop.session.save(shop.cart().addItem(item).addItem(item).addItem(item));
        Cart cart = shop.session.get(Cart.TYPE, saved.getId());
        assertThat(cart.getItems()).containsExactly(item, item, item);
        assertThat(cart.getGrandTotal()).isEqualTo(usd("29.97"));
        cart.setItems(List.of(item, item));
        assertThat(shop.session.save(cart).getGrandTotal()).isEqualTo(usd("19.98"));
    }

    @Test
    void aCartWithNothingInItComesToNothing() {
        Cart cart = saved(open());
        assertThat(cart.getGrandTotal()).isEqualTo(usd("0"));
        assertThat(cart.getItemsCount()).isZero();
        assertThat(cart.getStatus()).isEqualTo(CartStatus.OPEN);
    }

    private static Cart saved(Shop shop) {
        return shop.session.save(shop.cart());
    }

    @Test
    void amountsInTwoCurrenciesAreRefused() {
        Shop shop = open();
        assertThatThrownBy(() -> shop.session.save(
                        shop.cart().addItem(chosen("1", usd("1"))).addItem(chosen("1", eur("1")))))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("has amounts in more than one currency");
    }

    @Test
    void quantitiesAreNotBelowZero() {
        Shop shop = open();
        assertThatThrownBy(() -> shop.session.save(shop.cart().addItem(chosen("-1", usd("1")))))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("items 1 Qty is -1.0000, outside 0 to");
        assertThatThrownBy(() -> shop.session.save(shop.cart().addItem(chosen("0.00001", usd("1")))))
                .hasMessageContaining("with more than 4 decimals");
    }

    @Test
    void moreThanMoneyCanBeIsRefused() {
        Shop shop = open();
        assertThatThrownBy(() -> shop.session.save(shop.cart().addItem(chosen("999999999", usd("999999999")))))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("comes to more than an amount of money can be");
    }

    @Test
    void aCartIsInTheChannelOfItsCustomerAndGoesAlongWithTheCustomer() {
        Shop shop = open();
        WebCustomer ada = shop.ada();
        Cart cart = shop.session.save(new Cart(ada).addItem(chosen("1", usd("1"))));
        assertThat(cart.getChannel()).isEqualTo(Ref.to(shop.channel));
        assertThat(cart.getEmail()).isEqualTo("ada@acme.example");
        Channel other = shop.session.save(new Channel("Other shop", ChannelType.MAGENTO));
        ada.setChannel(Ref.to(other));
        WebCustomer moved = shop.session.save(ada);
        assertThat(shop.session.get(Cart.TYPE, cart.getId()).getChannel()).isEqualTo(Ref.to(other));
        shop.session.delete(moved);
        assertThat(shop.session.find(Cart.TYPE, cart.getId())).isEmpty();
    }

    @Test
    void anOriginIdIsTakenOnceInAChannel() {
        Shop shop = open();
        Cart cart = shop.cart();
        cart.setOriginId("42");
        shop.session.save(cart);
        Cart other = shop.cart();
        other.setOriginId("42");
        assertThatThrownBy(() -> shop.session.save(other))
                .isInstanceOfAny(InvalidRecordException.class, DuplicateRecordException.class)
                .hasMessageContaining("originInChannel");
    }

    @Test
    void anAddressIsFoundByWhatItIsFor() {
        Shop shop = open();
        Cart cart = shop.cart();
        Address home = Address.in("GB").with(Address.TYPES, "billing");
        cart.setAddresses(List.of(Address.in("US").with(Address.TYPES, "shipping"), home));
        assertThat(shop.session.save(cart).billingAddress()).contains(home);
        cart.setAddresses(List.of(home, home.with(Address.CITY, "London")));
        assertThatThrownBy(() -> shop.session.save(cart)).hasMessageContaining("has two addresses of one type");
    }

    @Test
    void aLostCartSaysWhyAndIsOpenedAgain() {
        Shop shop = open();
        Cart lost = shop.session.save(saved(shop).lose("too dear"));
        assertThat(lost.getStatus()).isEqualTo(CartStatus.LOST);
        assertThat(lost.getStatusMessage()).isEqualTo("too dear");
        assertThatThrownBy(lost::purchase)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is lost and can not become purchased; open it again first");
        Cart open = shop.session.save(lost.reopen());
        assertThat(open.getStatusMessage()).isNull();
        assertThat(shop.session.save(open.purchase()).getStatus()).isEqualTo(CartStatus.PURCHASED);
    }

    @Test
    void aCartIsConvertedToAnOpportunityAndStaysSoWithoutIt() {
        Shop shop = open();
        WebCustomer ada = shop.ada();
        Opportunity engine = shop.session.save(new Opportunity("Analytical engine", ada));
        Cart cart = shop.session.save(new Cart(ada).convert(engine));
        assertThat(cart.getOpportunity()).isEqualTo(Ref.to(engine));
        assertThat(cart.getStatus()).isEqualTo(CartStatus.CONVERTED_TO_OPPORTUNITY);
        shop.session.delete(engine);
        Cart left = shop.session.get(Cart.TYPE, cart.getId());
        assertThat(left.getOpportunity()).isNull();
        assertThat(left.getStatus()).isEqualTo(CartStatus.CONVERTED_TO_OPPORTUNITY);
    }

    @Test
    void anIllegalMoveOfTheStatusItselfIsRefusedAsWell() {
        Shop shop = open();
        Cart expired = shop.session.save(saved(shop).expire());
        expired.setStatus(CartStatus.PURCHASED);
        assertThatThrownBy(() -> shop.session.save(expired))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("is closed and may only be opened again; open it before it gets another status");
    }

    @Test
    void whatACartComesToIsNotSetByHand() {
        Shop shop = open();
        Cart cart = shop.session.save(shop.cart().addItem(chosen("1", usd("5"))));
        Cart.GRAND_TOTAL.set(cart, usd("1"));
        Cart.ITEMS_QTY.set(cart, BigDecimal.TEN);
        Cart saved = shop.session.save(cart);
        assertThat(saved.getGrandTotal()).isEqualTo(usd("5"));
        assertThat(saved.getItemsQty()).isEqualByComparingTo("1");
    }
}
