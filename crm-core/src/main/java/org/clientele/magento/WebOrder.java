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
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.clientele.activity.Contacted;
import org.clientele.channel.Channel;
import org.clientele.contact.Address;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Lookup;
import org.clientele.customer.Customer;
import org.clientele.customer.LifetimeChange;
import org.clientele.merge.MergeStrategies;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Fold;
import org.clientele.model.Situation;
import org.clientele.property.BooleanProperty;
import org.clientele.property.Carried;
import org.clientele.property.InstantProperty;
import org.clientele.property.ItemsProperty;
import org.clientele.property.MoneyProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits.WhenTargetGoes;
import org.clientele.value.Currencies;
import org.clientele.value.Money;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * What somebody ordered in a web shop (OroCRM documentation, Magento: orders). Its totals always follow from its items and from
 * what no item explains:
 *
 * <pre>{@code
 * subtotal = sum of price x quantity, each rounded to four decimals, halves to the even neighbour
 * discount = sum of |discount| of the items + |discount of the order|
 * tax      = sum of the taxes of the items + tax of shipping
 * total    = subtotal - discount + shipping + tax
 * }</pre>
 */
public class WebOrder extends Contacted {

    /** The one status that means something, in whatever case: such an order does not count. */
    public static final String CANCELED = "canceled";

    /** The number by which the shop and the customer speak of the order; no two orders of a channel have the same. */
    public static final TextProperty<WebOrder> INCREMENT_ID = TextProperty.of(
                    "incrementId", WebOrder::getIncrementId, WebOrder::setIncrementId)
            .with(required(), maxLength(60), identity(), label("Increment id"));
    /** Who ordered; the order outlives the customer. */
    public static final ReferenceProperty<WebOrder, WebCustomer> CUSTOMER =
            ReferenceProperty.of("customer", WebCustomer.class, WebOrder::getCustomer, WebOrder::setCustomer);
    /** The shop; that of the customer when there is one. */
    public static final ReferenceProperty<WebOrder, Channel> CHANNEL = ReferenceProperty.of(
                    "channel", Channel.class, WebOrder::getChannel, WebOrder::setChannel)
            .with(WhenTargetGoes.REFUSE, new Carried<>(CUSTOMER, Customer.CHANNEL));
    /** What the order was made of; it outlives the cart as well. */
    public static final ReferenceProperty<WebOrder, Cart> CART = ReferenceProperty.of(
                    "cart", Cart.class, WebOrder::getCart, WebOrder::setCart)
            .with(movesAlone());
    /** What the shop calls the state of the order; only {@link #CANCELED} means something here. */
    public static final TextProperty<WebOrder> STATUS =
            TextProperty.of("status", WebOrder::getStatus, WebOrder::setStatus).with(required(), maxLength(255));
    /** When it was ordered; when it was first saved unless it is said. */
    public static final InstantProperty<WebOrder> ORDERED_AT =
            InstantProperty.of("orderedAt", WebOrder::getOrderedAt, WebOrder::setOrderedAt);

    public static final ItemsProperty<WebOrder, OrderItem> ITEMS = ItemsProperty.of(
                    "items", OrderItem.TYPE, WebOrder::getItems, WebOrder::setItems)
            .with(MergeStrategies.replace());
    /** The ISO 4217 code of the currency of all amounts; that of the first one unless it is said, and the CRM's base currency without any. */
    public static final TextProperty<WebOrder> CURRENCY = TextProperty.of(
                    "currency", WebOrder::getCurrency, WebOrder::setCurrency)
            .with(maxLength(3), currencyCode());
    /** The sum of price times quantity of all items. */
    public static final MoneyProperty<WebOrder> SUBTOTAL = MoneyProperty.of(
                    "subtotal", WebOrder::getSubtotal, (record, value) -> record.subtotal = value)
            .with(calculated());
    /** What is taken off the order as a whole, besides the discounts of its items; its sign does not matter. */
    public static final MoneyProperty<WebOrder> ORDER_DISCOUNT =
            MoneyProperty.of("orderDiscount", WebOrder::getOrderDiscount, WebOrder::setOrderDiscount);
    /** All that is taken off: the discounts of the items and of the order. */
    public static final MoneyProperty<WebOrder> DISCOUNT = MoneyProperty.of(
                    "discount", WebOrder::getDiscount, (record, value) -> record.discount = value)
            .with(calculated());
    /** What shipping costs, without tax. */
    public static final MoneyProperty<WebOrder> SHIPPING =
            MoneyProperty.of("shipping", WebOrder::getShipping, WebOrder::setShipping);
    /** The tax that no item explains. */
    public static final MoneyProperty<WebOrder> SHIPPING_TAX =
            MoneyProperty.of("shippingTax", WebOrder::getShippingTax, WebOrder::setShippingTax);
    /** All taxes: those of the items and of shipping. */
    public static final MoneyProperty<WebOrder> TAX = MoneyProperty.of(
                    "tax", WebOrder::getTax, (record, value) -> record.tax = value)
            .with(calculated());
    /** Subtotal less discount, plus shipping and tax. */
    public static final MoneyProperty<WebOrder> TOTAL = MoneyProperty.of(
                    "total", WebOrder::getTotal, (record, value) -> record.total = value)
            .with(calculated());
    /** What the order adds to the lifetime value of its customer unless it is canceled: subtotal less discount, without shipping and tax, in the base currency of the CRM at the rate of the day (UTC) of the order. */
    public static final NumberProperty<WebOrder, BigDecimal> WORTH = NumberProperty.ofDecimal(
                    "worth", 4, WebOrder::getWorth, (record, value) -> record.worth = value)
            .with(calculated());

    public static final MoneyProperty<WebOrder> TOTAL_PAID =
            MoneyProperty.of("totalPaid", WebOrder::getTotalPaid, WebOrder::setTotalPaid);
    public static final MoneyProperty<WebOrder> TOTAL_INVOICED =
            MoneyProperty.of("totalInvoiced", WebOrder::getTotalInvoiced, WebOrder::setTotalInvoiced);
    public static final MoneyProperty<WebOrder> TOTAL_REFUNDED =
            MoneyProperty.of("totalRefunded", WebOrder::getTotalRefunded, WebOrder::setTotalRefunded);
    public static final MoneyProperty<WebOrder> TOTAL_CANCELED =
            MoneyProperty.of("totalCanceled", WebOrder::getTotalCanceled, WebOrder::setTotalCanceled);
    public static final TextProperty<WebOrder> STORE =
            TextProperty.of("store", WebOrder::getStore, WebOrder::setStore).with(maxLength(255));
    public static final BooleanProperty<WebOrder> GUEST =
            BooleanProperty.of("guest", record -> record.guest, (record, value) -> record.guest = value);
    /** Where to write to; when first saved, the customer's e-mail unless another is given. */
    public static final TextProperty<WebOrder> EMAIL = TextProperty.of("email", WebOrder::getEmail, WebOrder::setEmail)
            .with(maxLength(255), label("Customer email"));

    public static final ItemsProperty<WebOrder, Address> ADDRESSES = ItemsProperty.of(
                    "addresses", Address.TYPE, WebOrder::getAddresses, WebOrder::setAddresses)
            .with(MergeStrategies.replace());
    public static final TextProperty<WebOrder> PAYMENT_METHOD = TextProperty.of(
                    "paymentMethod", WebOrder::getPaymentMethod, WebOrder::setPaymentMethod)
            .with(maxLength(255));
    public static final TextProperty<WebOrder> SHIPPING_METHOD = TextProperty.of(
                    "shippingMethod", WebOrder::getShippingMethod, WebOrder::setShippingMethod)
            .with(maxLength(255));
    public static final TextProperty<WebOrder> COUPON_CODE = TextProperty.of(
                    "couponCode", WebOrder::getCouponCode, WebOrder::setCouponCode)
            .with(maxLength(255));
    public static final TextProperty<WebOrder> GIFT_MESSAGE = TextProperty.of(
                    "giftMessage", WebOrder::getGiftMessage, WebOrder::setGiftMessage)
            .with(maxLength(255));
    public static final TextProperty<WebOrder> NOTES = TextProperty.of("notes", WebOrder::getNotes, WebOrder::setNotes);
    public static final TextProperty<WebOrder> FEEDBACK =
            TextProperty.of("feedback", WebOrder::getFeedback, WebOrder::setFeedback);
    public static final InstantProperty<WebOrder> IMPORTED_AT =
            InstantProperty.of("importedAt", WebOrder::getImportedAt, WebOrder::setImportedAt);
    public static final InstantProperty<WebOrder> SYNCED_AT =
            InstantProperty.of("syncedAt", WebOrder::getSyncedAt, WebOrder::setSyncedAt);
    /** The increment id with its channel: the text of which there is one only. */
    public static final TextProperty<WebOrder> INCREMENT_ID_IN_CHANNEL = TextProperty.of(
                    "incrementIdInChannel",
                    (WebOrder record) -> record.incrementIdInChannel,
                    (record, value) -> record.incrementIdInChannel = value)
            .with(calculated(), unique());

    /** The orders whose worth counts: all but the canceled ones. */
    public static final Criterion<WebOrder> COUNTS = STATUS.isNot(CANCELED);

    public static final EntityType<WebOrder> TYPE = EntityType.define(
            "web order",
            WebOrder.class,
            WebOrder::new,
            type -> type.properties(
                            INCREMENT_ID,
                            CUSTOMER,
                            CHANNEL,
                            CART,
                            STATUS,
                            ORDERED_AT,
                            ITEMS,
                            CURRENCY,
                            SUBTOTAL,
                            ORDER_DISCOUNT,
                            DISCOUNT,
                            SHIPPING,
                            SHIPPING_TAX,
                            TAX,
                            TOTAL,
                            WORTH,
                            TOTAL_PAID,
                            TOTAL_INVOICED,
                            TOTAL_REFUNDED,
                            TOTAL_CANCELED,
                            STORE,
                            GUEST,
                            EMAIL,
                            ADDRESSES,
                            PAYMENT_METHOD,
                            SHIPPING_METHOD,
                            COUPON_CODE,
                            GIFT_MESSAGE,
                            NOTES,
                            FEEDBACK,
                            IMPORTED_AT,
                            SYNCED_AT,
                            INCREMENT_ID_IN_CHANNEL)
                    .properties(CONTACT_STATISTICS)
                    .owned(OWNERSHIP)
                    .named(INCREMENT_ID)
                    .prepared(WebOrder::prepare)
                    .folded(Fold.over(
                            CUSTOMER,
                            WebCustomer.class,
                            values -> values.sum(Customer.LIFETIME, WORTH, COUNTS, LifetimeChange::ofCustomer)))
                    .rule(
                            "belongs to no channel; give it one, or a customer who has one",
                            (order, context) -> order.channel != null)
                    .rule(
                            "has amounts in more than one currency; give all of them in the currency of the order",
                            (order, context) -> Sums.allIn(order.currency, order.amounts()))
                    .rule(
                            "comes to more than an amount of money can be; correct the quantities and prices of its items",
                            (order, context) -> order.isReckoned())
                    .rule(
                            "is in a currency that has no rate to the base currency on the day of the order; give the currencies"
                                    + " of the CRM that rate",
                            (order, context) -> order.worth != null || order.total == null)
                    .rule(
                            "has two addresses of one type; use each type for one address",
                            (order, context) -> ByType.isUnique(order.addresses)));

    private @Nullable String incrementId;
    private @Nullable UUID customer;
    private @Nullable UUID channel;
    private @Nullable UUID cart;
    private @Nullable String status;
    private @Nullable Instant orderedAt;
    private List<OrderItem> items = List.of();
    private @Nullable String currency;
    private @Nullable Money subtotal;
    private @Nullable Money orderDiscount;
    private @Nullable Money discount;
    private @Nullable Money shipping;
    private @Nullable Money shippingTax;
    private @Nullable Money tax;
    private @Nullable Money total;
    private @Nullable BigDecimal worth;
    private @Nullable Money totalPaid;
    private @Nullable Money totalInvoiced;
    private @Nullable Money totalRefunded;
    private @Nullable Money totalCanceled;
    private @Nullable String store;
    private @Nullable Boolean guest;
    private @Nullable String email;
    private List<Address> addresses = List.of();
    private @Nullable String paymentMethod;
    private @Nullable String shippingMethod;
    private @Nullable String couponCode;
    private @Nullable String giftMessage;
    private @Nullable String notes;
    private @Nullable String feedback;
    private @Nullable Instant importedAt;
    private @Nullable Instant syncedAt;
    private @Nullable String incrementIdInChannel;

    /** An empty order. */
    protected WebOrder() {}

    /** An order of a customer. */
    public WebOrder(String incrementId, WebCustomer customer, String status) {
        this.incrementId = incrementId;
        this.customer = customer.getId();
        this.status = status;
        setChannel(customer.getChannel());
    }

    /** An order of somebody who is no customer of the shop. */
    public WebOrder(String incrementId, Channel channel, String status) {
        this.incrementId = incrementId;
        this.channel = channel.getId();
        this.status = status;
        this.guest = true;
    }

    private void prepare(Situation<WebOrder> situation) {
        guest = isGuest();
        incrementIdInChannel = InChannel.key(channel, incrementId);
        if (situation.before().isEmpty() && customer != null && (email == null || email.isBlank())) {
            email = situation
                    .lookup()
                    .find(WebCustomer.class, customer)
                    .map(WebCustomer::getEmail)
                    .orElse(null);
        }
        if (orderedAt == null) {
            orderedAt = situation.before().map(CrmRecord::getCreatedAt).orElse(situation.now());
        }
        if (currency == null || currency.isBlank()) {
            currency = Sums.currency(
                    amounts(), situation.setting(Currencies.SETTING).base());
        }
        reckon();
        value(situation);
    }

    private void reckon() {
        Sums sums = Sums.of(items.stream().map(OrderItem::row).toList()).with(orderDiscount, shippingTax);
        subtotal = Money.find(sums.gross(), currency).orElse(null);
        discount = Money.find(sums.reduction(), currency).orElse(null);
        tax = Money.find(sums.tax(), currency).orElse(null);
        total = Money.find(sums.total().add(Row.amount(shipping)), currency).orElse(null);
    }

    /** A worth that is known stays, whatever becomes of the rates, until the order itself changes. */
    private void value(Situation<WebOrder> situation) {
        boolean changes = situation.before().isEmpty()
                || situation.changes(SUBTOTAL, this)
                || situation.changes(DISCOUNT, this)
                || situation.changes(ORDERED_AT, this);
        if (!changes) {
            worth = situation.before().map(WebOrder::getWorth).orElse(null);
            return;
        }
        Money own = Money.find(Row.amount(subtotal).subtract(Row.amount(discount)), currency)
                .orElse(null);
        LocalDate day = InstantProperty.day(Objects.requireNonNull(orderedAt));
        worth = own == null || subtotal == null || discount == null
                ? null
                : situation.setting(Currencies.SETTING).inBase(own, day).orElse(null);
    }

    private boolean isReckoned() {
        boolean all = Stream.of(subtotal, discount, tax, total).allMatch(Objects::nonNull);
        return all || currency == null || !Money.isCurrency(currency);
    }

    private Stream<Money> amounts() {
        Stream<Money> ofItems = items.stream().flatMap(item -> item.row().amounts());
        Stream<@Nullable Money> ofOrder =
                Stream.of(orderDiscount, shipping, shippingTax, totalPaid, totalInvoiced, totalRefunded, totalCanceled);
        return Stream.concat(ofItems, ofOrder.filter(Objects::nonNull).map(Objects::requireNonNull));
    }

    public WebOrder addItem(OrderItem item) {
        items = Stream.concat(items.stream(), Stream.of(item)).toList();
        return this;
    }

    @Override
    protected Set<String> emailAddresses(Lookup lookup) {
        return email == null ? Set.of() : Set.of(email);
    }

    /** Whether it was canceled, whatever the case in which the shop writes it. */
    public boolean isCanceled() {
        return CANCELED.equalsIgnoreCase(status);
    }

    /** Where the goods go. */
    public Optional<Address> shippingAddress() {
        return ByType.find(addresses, Address.SHIPPING);
    }

    /** Where the invoice goes. */
    public Optional<Address> billingAddress() {
        return ByType.find(addresses, Address.BILLING);
    }

    public @Nullable String getIncrementId() {
        return incrementId;
    }

    public void setIncrementId(@Nullable String incrementId) {
        this.incrementId = incrementId;
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

    public @Nullable Ref<Cart> getCart() {
        return cart == null ? null : new Ref<>(cart);
    }

    public void setCart(@Nullable Ref<Cart> cart) {
        this.cart = cart == null ? null : cart.id();
    }

    public @Nullable String getStatus() {
        return status;
    }

    public void setStatus(@Nullable String status) {
        this.status = status;
    }

    public @Nullable Instant getOrderedAt() {
        return orderedAt;
    }

    public void setOrderedAt(@Nullable Instant orderedAt) {
        this.orderedAt = orderedAt;
    }

    public List<OrderItem> getItems() {
        return items;
    }

    public void setItems(List<OrderItem> items) {
        this.items = List.copyOf(items);
    }

    public @Nullable String getCurrency() {
        return currency;
    }

    public void setCurrency(@Nullable String currency) {
        this.currency = currency;
    }

    public @Nullable Money getSubtotal() {
        return subtotal;
    }

    public @Nullable Money getOrderDiscount() {
        return orderDiscount;
    }

    public void setOrderDiscount(@Nullable Money orderDiscount) {
        this.orderDiscount = orderDiscount;
    }

    public @Nullable Money getDiscount() {
        return discount;
    }

    public @Nullable Money getShipping() {
        return shipping;
    }

    public void setShipping(@Nullable Money shipping) {
        this.shipping = shipping;
    }

    public @Nullable Money getShippingTax() {
        return shippingTax;
    }

    public void setShippingTax(@Nullable Money shippingTax) {
        this.shippingTax = shippingTax;
    }

    public @Nullable Money getTax() {
        return tax;
    }

    public @Nullable Money getTotal() {
        return total;
    }

    public @Nullable BigDecimal getWorth() {
        return worth;
    }

    public @Nullable Money getTotalPaid() {
        return totalPaid;
    }

    public void setTotalPaid(@Nullable Money totalPaid) {
        this.totalPaid = totalPaid;
    }

    public @Nullable Money getTotalInvoiced() {
        return totalInvoiced;
    }

    public void setTotalInvoiced(@Nullable Money totalInvoiced) {
        this.totalInvoiced = totalInvoiced;
    }

    public @Nullable Money getTotalRefunded() {
        return totalRefunded;
    }

    public void setTotalRefunded(@Nullable Money totalRefunded) {
        this.totalRefunded = totalRefunded;
    }

    public @Nullable Money getTotalCanceled() {
        return totalCanceled;
    }

    public void setTotalCanceled(@Nullable Money totalCanceled) {
        this.totalCanceled = totalCanceled;
    }

    public @Nullable String getStore() {
        return store;
    }

    public void setStore(@Nullable String store) {
        this.store = store;
    }

    /** Whether somebody ordered who had not signed in. */
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

    public @Nullable String getPaymentMethod() {
        return paymentMethod;
    }

    public void setPaymentMethod(@Nullable String paymentMethod) {
        this.paymentMethod = paymentMethod;
    }

    public @Nullable String getShippingMethod() {
        return shippingMethod;
    }

    public void setShippingMethod(@Nullable String shippingMethod) {
        this.shippingMethod = shippingMethod;
    }

    public @Nullable String getCouponCode() {
        return couponCode;
    }

    public void setCouponCode(@Nullable String couponCode) {
        this.couponCode = couponCode;
    }

    public @Nullable String getGiftMessage() {
        return giftMessage;
    }

    public void setGiftMessage(@Nullable String giftMessage) {
        this.giftMessage = giftMessage;
    }

    public @Nullable String getNotes() {
        return notes;
    }

    public void setNotes(@Nullable String notes) {
        this.notes = notes;
    }

    public @Nullable String getFeedback() {
        return feedback;
    }

    public void setFeedback(@Nullable String feedback) {
        this.feedback = feedback;
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
