package org.clientele.magento;

import static org.clientele.property.Traits.calculated;
import static org.clientele.property.Traits.currencyCode;
import static org.clientele.property.Traits.identity;
import static org.clientele.property.Traits.label;
import static org.clientele.property.Traits.maxLength;
import static org.clientele.property.Traits.movesAlone;
import static org.clientele.property.Traits.required;
import static org.clientele.property.Traits.unique;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.clientele.activity.Contacted;
import org.clientele.channel.Channel;
import org.clientele.contact.Address;
import org.clientele.criteria.Lookup;
import org.clientele.customer.Customer;
import org.clientele.merge.MergeStrategies;
import org.clientele.model.EntityType;
import org.clientele.model.Invariant;
import org.clientele.model.Situation;
import org.clientele.property.BooleanProperty;
import org.clientele.property.Carried;
import org.clientele.property.ChoiceProperty;
import org.clientele.property.InstantProperty;
import org.clientele.property.ItemsProperty;
import org.clientele.property.MoneyProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits.WhenTargetGoes;
import org.clientele.sales.Opportunity;
import org.clientele.value.Currencies;
import org.clientele.value.Money;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has chosen in a web shop and not ordered yet (OroCRM documentation, Magento: carts). Its totals always follow
 * from its items; its status moves as {@link CartStatus} says, by the verbs of this class or by the property.
 *
 * <pre>{@code
 * Cart cart = session.save(new Cart(customer).addItem(new CartItem("Engine", BigDecimal.ONE, Money.of("17000", "USD"))));
 * session.save(cart.convert(opportunity));
 * }</pre>
 */
public class Cart extends Contacted {

    /** What the shop knows the cart by; no two carts of a channel have the same. */
    public static final TextProperty<Cart> ORIGIN_ID = TextProperty.of("originId", Cart::getOriginId, Cart::setOriginId)
            .with(maxLength(255), identity(), label("Origin id"));
    /** Whose cart it is; it goes along with the customer. */
    public static final ReferenceProperty<Cart, WebCustomer> CUSTOMER = ReferenceProperty.of(
                    "customer", WebCustomer.class, Cart::getCustomer, Cart::setCustomer)
            .with(WhenTargetGoes.GO_ALONG);
    /** The shop; that of the customer when there is one. */
    public static final ReferenceProperty<Cart, Channel> CHANNEL = ReferenceProperty.of(
                    "channel", Channel.class, Cart::getChannel, Cart::setChannel)
            .with(WhenTargetGoes.REFUSE, new Carried<>(CUSTOMER, Customer.CHANNEL));

    public static final ChoiceProperty<Cart, CartStatus> STATUS = ChoiceProperty.of(
                    "status", CartStatus.DICTIONARY, Cart::getStatus, Cart::setStatus)
            .with(required());
    public static final TextProperty<Cart> STATUS_MESSAGE = TextProperty.of(
                    "statusMessage", Cart::getStatusMessage, Cart::setStatusMessage)
            .with(maxLength(255));
    public static final ItemsProperty<Cart, CartItem> ITEMS = ItemsProperty.of(
                    "items", CartItem.TYPE, Cart::getItems, Cart::setItems)
            .with(MergeStrategies.replace());
    /** The quantities of all items together. */
    public static final NumberProperty<Cart, BigDecimal> ITEMS_QTY = NumberProperty.ofDecimal(
                    "itemsQty", 4, Cart::getItemsQty, (record, value) -> record.itemsQty = value)
            .with(calculated(), label("Items qty"));
    /** How many items there are. */
    public static final NumberProperty<Cart, Integer> ITEMS_COUNT = NumberProperty.ofInteger(
                    "itemsCount", Cart::getItemsCount, (record, value) -> record.itemsCount = value)
            .with(calculated());
    /** The ISO 4217 code of the currency of all amounts; that of the first item unless it is said, and the CRM's base currency without items. */
    public static final TextProperty<Cart> CURRENCY =
            TextProperty.of("currency", Cart::getCurrency, Cart::setCurrency).with(maxLength(3), currencyCode());
    /** The sum of price times quantity of all items. */
    public static final MoneyProperty<Cart> SUB_TOTAL = MoneyProperty.of(
                    "subTotal", Cart::getSubTotal, (record, value) -> record.subTotal = value)
            .with(calculated(), label("Subtotal"));
    /** The tax on all items. */
    public static final MoneyProperty<Cart> TAX_AMOUNT = MoneyProperty.of(
                    "taxAmount", Cart::getTaxAmount, (record, value) -> record.taxAmount = value)
            .with(calculated());
    /** The sum of the row totals of all items. */
    public static final MoneyProperty<Cart> GRAND_TOTAL = MoneyProperty.of(
                    "grandTotal", Cart::getGrandTotal, (record, value) -> record.grandTotal = value)
            .with(calculated());

    public static final TextProperty<Cart> STORE =
            TextProperty.of("store", Cart::getStore, Cart::setStore).with(maxLength(255));
    public static final BooleanProperty<Cart> GUEST =
            BooleanProperty.of("guest", record -> record.guest, (record, value) -> record.guest = value);
    /** Where to write to; when first saved, the customer's e-mail unless another is given. */
    public static final TextProperty<Cart> EMAIL =
            TextProperty.of("email", Cart::getEmail, Cart::setEmail).with(maxLength(255));

    public static final ItemsProperty<Cart, Address> ADDRESSES = ItemsProperty.of(
                    "addresses", Address.TYPE, Cart::getAddresses, Cart::setAddresses)
            .with(MergeStrategies.replace());
    public static final TextProperty<Cart> PAYMENT_DETAILS = TextProperty.of(
                    "paymentDetails", Cart::getPaymentDetails, Cart::setPaymentDetails)
            .with(maxLength(255));
    public static final TextProperty<Cart> GIFT_MESSAGE = TextProperty.of(
                    "giftMessage", Cart::getGiftMessage, Cart::setGiftMessage)
            .with(maxLength(255));
    /** What the cart was converted to. */
    public static final ReferenceProperty<Cart, Opportunity> OPPORTUNITY = ReferenceProperty.of(
                    "opportunity", Opportunity.class, Cart::getOpportunity, Cart::setOpportunity)
            .with(movesAlone());

    public static final TextProperty<Cart> NOTES = TextProperty.of("notes", Cart::getNotes, Cart::setNotes);
    public static final InstantProperty<Cart> IMPORTED_AT =
            InstantProperty.of("importedAt", Cart::getImportedAt, Cart::setImportedAt);
    public static final InstantProperty<Cart> SYNCED_AT =
            InstantProperty.of("syncedAt", Cart::getSyncedAt, Cart::setSyncedAt);
    /** The origin id with its channel: the text of which there is one only. */
    public static final TextProperty<Cart> ORIGIN_IN_CHANNEL = TextProperty.of(
                    "originInChannel",
                    (Cart record) -> record.originInChannel,
                    (record, value) -> record.originInChannel = value)
            .with(calculated(), unique());

    public static final EntityType<Cart> TYPE = EntityType.define(
            "cart",
            Cart.class,
            Cart::new,
            type -> type.properties(
                            ORIGIN_ID,
                            CUSTOMER,
                            CHANNEL,
                            STATUS,
                            STATUS_MESSAGE,
                            ITEMS,
                            ITEMS_QTY,
                            ITEMS_COUNT,
                            CURRENCY,
                            SUB_TOTAL,
                            TAX_AMOUNT,
                            GRAND_TOTAL,
                            STORE,
                            GUEST,
                            EMAIL,
                            ADDRESSES,
                            PAYMENT_DETAILS,
                            GIFT_MESSAGE,
                            OPPORTUNITY,
                            NOTES,
                            IMPORTED_AT,
                            SYNCED_AT,
                            ORIGIN_IN_CHANNEL)
                    .properties(CONTACT_STATISTICS)
                    .owned(OWNERSHIP)
                    .named(cart -> cart.originId)
                    .prepared(Cart::prepare)
                    .rule(
                            "belongs to no channel; give it one, or a customer who has one",
                            (cart, context) -> cart.channel != null)
                    .rule(
                            "is closed and may only be opened again; open it before it gets another status",
                            Cart::movesAsItMay)
                    .rule(
                            "has amounts in more than one currency; give all of them in the currency of the cart",
                            (cart, context) -> Sums.allIn(cart.currency, cart.amounts()))
                    .rule(
                            "comes to more than an amount of money can be; correct the quantities and prices of its items",
                            (cart, context) -> cart.isReckoned())
                    .rule(
                            "has two addresses of one type; use each type for one address",
                            (cart, context) -> ByType.isUnique(cart.addresses)));

    private @Nullable String originId;
    private @Nullable UUID customer;
    private @Nullable UUID channel;
    private @Nullable String status = CartStatus.OPEN.id();
    private @Nullable String statusMessage;
    private List<CartItem> items = List.of();
    private @Nullable BigDecimal itemsQty;
    private @Nullable Integer itemsCount;
    private @Nullable String currency;
    private @Nullable Money subTotal;
    private @Nullable Money taxAmount;
    private @Nullable Money grandTotal;
    private @Nullable String store;
    private @Nullable Boolean guest;
    private @Nullable String email;
    private List<Address> addresses = List.of();
    private @Nullable String paymentDetails;
    private @Nullable String giftMessage;
    private @Nullable UUID opportunity;
    private @Nullable String notes;
    private @Nullable Instant importedAt;
    private @Nullable Instant syncedAt;
    private @Nullable String originInChannel;

    /** An empty cart. */
    protected Cart() {}

    /** An open cart of a customer. */
    public Cart(WebCustomer customer) {
        this.customer = customer.getId();
        setChannel(customer.getChannel());
    }

    /** An open cart of somebody who is no customer of the shop yet. */
    public Cart(Channel channel) {
        this.channel = channel.getId();
        this.guest = true;
    }

    private void prepare(Situation<Cart> situation) {
        guest = isGuest();
        originInChannel = InChannel.key(channel, originId);
        if (situation.before().isEmpty() && customer != null && (email == null || email.isBlank())) {
            email = situation
                    .lookup()
                    .find(WebCustomer.class, customer)
                    .map(WebCustomer::getEmail)
                    .orElse(null);
        }
        if (currency == null || currency.isBlank()) {
            currency = Sums.currency(
                    amounts(), situation.setting(Currencies.SETTING).base());
        }
        Sums sums = Sums.of(rows());
        itemsQty = sums.quantity();
        itemsCount = items.size();
        subTotal = Money.find(sums.gross(), currency).orElse(null);
        taxAmount = Money.find(sums.tax(), currency).orElse(null);
        grandTotal = Money.find(sums.total(), currency).orElse(null);
    }

    private List<Row> rows() {
        return items.stream().map(CartItem::row).toList();
    }

    private Stream<Money> amounts() {
        return rows().stream().flatMap(Row::amounts);
    }

    private boolean isReckoned() {
        boolean all = subTotal != null && taxAmount != null && grandTotal != null;
        return all || currency == null || !Money.isCurrency(currency);
    }

    private static boolean movesAsItMay(Cart cart, Invariant.Context<Cart> context) {
        CartStatus now = cart.getStatus();
        CartStatus before = context.before().map(Cart::getStatus).orElse(null);
        return now == null || before == null || before.equals(now) || before.mayBecome(now);
    }

    public Cart addItem(CartItem item) {
        items = Stream.concat(items.stream(), Stream.of(item)).toList();
        return this;
    }

    /** Closes it: it became an order. IllegalStateException when it is closed already, as for the other verbs. */
    public Cart purchase() {
        return become(CartStatus.PURCHASED);
    }

    /**
     * Closes it: the customer will not buy.
     *
     * @param message why
     */
    public Cart lose(String message) {
        become(CartStatus.LOST);
        statusMessage = message;
        return this;
    }

    /** Closes it: the shop gave it up. */
    public Cart expire() {
        return become(CartStatus.EXPIRED);
    }

    /** Closes it: what is in it is to be sold by hand (OroCRM documentation, Magento: abandoned carts). */
    public Cart convert(Opportunity to) {
        become(CartStatus.CONVERTED_TO_OPPORTUNITY);
        opportunity = to.getId();
        return this;
    }

    /** Opens it again, without message and opportunity. */
    public Cart reopen() {
        status = CartStatus.OPEN.id();
        statusMessage = null;
        opportunity = null;
        return this;
    }

    private Cart become(CartStatus next) {
        CartStatus now = getStatus();
        if (now != null && !now.mayBecome(next)) {
            throw new IllegalStateException("cart " + TYPE.nameOf(this) + " is " + now.id() + " and can not become "
                    + next.id() + "; open it again first: cart.reopen()");
        }
        status = next.id();
        return this;
    }

    /** Where the goods are to go. */
    public Optional<Address> shippingAddress() {
        return ByType.find(addresses, Address.SHIPPING);
    }

    @Override
    protected Set<String> emailAddresses(Lookup lookup) {
        return email == null ? Set.of() : Set.of(email);
    }

    /** Where the invoice is to go. */
    public Optional<Address> billingAddress() {
        return ByType.find(addresses, Address.BILLING);
    }

    public @Nullable String getOriginId() {
        return originId;
    }

    public void setOriginId(@Nullable String originId) {
        this.originId = originId;
    }

    public @Nullable Ref<WebCustomer> getCustomer() {
        return customer == null ? null : new Ref<>(customer);
    }

    public void setCustomer(@Nullable Ref<WebCustomer> customer) {
        this.customer = customer == null ? null : customer.id();
    }

    public @Nullable Ref<Channel> getChannel() {
        return channel == null ? null : new Ref<>(channel);
    }

    public void setChannel(@Nullable Ref<Channel> channel) {
        this.channel = channel == null ? null : channel.id();
    }

    public @Nullable CartStatus getStatus() {
        return status == null ? null : CartStatus.DICTIONARY.get(status);
    }

    public void setStatus(@Nullable CartStatus status) {
        this.status = status == null ? null : status.id();
    }

    public @Nullable String getStatusMessage() {
        return statusMessage;
    }

    public void setStatusMessage(@Nullable String statusMessage) {
        this.statusMessage = statusMessage;
    }

    public List<CartItem> getItems() {
        return items;
    }

    public void setItems(List<CartItem> items) {
        this.items = List.copyOf(items);
    }

    public @Nullable BigDecimal getItemsQty() {
        return itemsQty;
    }

    public @Nullable Integer getItemsCount() {
        return itemsCount;
    }

    public @Nullable String getCurrency() {
        return currency;
    }

    public void setCurrency(@Nullable String currency) {
        this.currency = currency;
    }

    public @Nullable Money getSubTotal() {
        return subTotal;
    }

    public @Nullable Money getTaxAmount() {
        return taxAmount;
    }

    public @Nullable Money getGrandTotal() {
        return grandTotal;
    }

    public @Nullable String getStore() {
        return store;
    }

    public void setStore(@Nullable String store) {
        this.store = store;
    }

    /** Whether somebody fills it who has not signed in. */
    public boolean isGuest() {
        return Boolean.TRUE.equals(guest);
    }

    public void setGuest(boolean guest) {
        this.guest = guest;
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }

    public List<Address> getAddresses() {
        return addresses;
    }

    public void setAddresses(List<Address> addresses) {
        this.addresses = List.copyOf(addresses);
    }

    public @Nullable String getPaymentDetails() {
        return paymentDetails;
    }

    public void setPaymentDetails(@Nullable String paymentDetails) {
        this.paymentDetails = paymentDetails;
    }

    public @Nullable String getGiftMessage() {
        return giftMessage;
    }

    public void setGiftMessage(@Nullable String giftMessage) {
        this.giftMessage = giftMessage;
    }

    public @Nullable Ref<Opportunity> getOpportunity() {
        return opportunity == null ? null : new Ref<>(opportunity);
    }

    public void setOpportunity(@Nullable Ref<Opportunity> opportunity) {
        this.opportunity = opportunity == null ? null : opportunity.id();
    }

    public @Nullable String getNotes() {
        return notes;
    }

    public void setNotes(@Nullable String notes) {
        this.notes = notes;
    }

    public @Nullable Instant getImportedAt() {
        return importedAt;
    }

    public void setImportedAt(@Nullable Instant importedAt) {
        this.importedAt = importedAt;
    }

    public @Nullable Instant getSyncedAt() {
        return syncedAt;
    }

    public void setSyncedAt(@Nullable Instant syncedAt) {
        this.syncedAt = syncedAt;
    }
}
