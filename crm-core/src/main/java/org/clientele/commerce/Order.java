package org.clientele.commerce;

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
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.clientele.contact.Address;
import org.clientele.criteria.Criterion;
import org.clientele.customer.Customer;
import org.clientele.customer.LifetimeChange;
import org.clientele.model.EntityType;
import org.clientele.model.Fold;
import org.clientele.model.Situation;
import org.clientele.property.ChoiceProperty;
import org.clientele.property.DateProperty;
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
 * What a customer has bought (OroCommerce documentation, Orders). Its total is the subtotal of its lines without the discounts and
 * with the shipping. A customer that has orders can not go without them; the user, the quote and the shopping list that it came
 * from are forgotten when they go.
 */
public class Order extends PricedDocument {

    public static final TextProperty<Order> IDENTIFIER = TextProperty.of(
                    "identifier", Order::getIdentifier, Order::setIdentifier)
            .with(label("Order number"), unique(), identity(), maxLength(255));
    public static final TextProperty<Order> PO_NUMBER = TextProperty.of(
                    "poNumber", Order::getPoNumber, Order::setPoNumber)
            .with(label("PO number"), maxLength(255));
    public static final TextProperty<Order> CUSTOMER_NOTES = TextProperty.of(
                    "customerNotes", Order::getCustomerNotes, Order::setCustomerNotes)
            .with(label("Customer notes"));
    public static final DateProperty<Order> SHIP_UNTIL = DateProperty.of(
                    "shipUntil", Order::getShipUntil, Order::setShipUntil)
            .with(label("Do not ship later than"));
    public static final ItemsProperty<Order, OrderLineItem> ITEMS = ItemsProperty.of(
                    "items", OrderLineItem.TYPE, Order::getItems, Order::setItems)
            .with(required());
    public static final ItemsProperty<Order, OrderDiscount> DISCOUNTS =
            ItemsProperty.of("discounts", OrderDiscount.TYPE, Order::getDiscounts, Order::setDiscounts);
    public static final MoneyProperty<Order> SHIPPING_COST = MoneyProperty.of(
                    "shippingCost", Order::getShippingCost, Order::setShippingCost)
            .with(new NotNegative(), label("Shipping cost"));
    public static final ItemsProperty<Order, Address> ADDRESSES =
            ItemsProperty.of("addresses", Address.TYPE, Order::getAddresses, Order::setAddresses);
    public static final ChoiceProperty<Order, OrderStatus> STATUS = ChoiceProperty.of(
                    "status", OrderStatus.DICTIONARY, Order::getStatus, Order::setStatus)
            .with(required(), label("Internal status"));
    public static final ChoiceProperty<Order, PaymentStatus> PAYMENT_STATUS = ChoiceProperty.of(
                    "paymentStatus", PaymentStatus.DICTIONARY, Order::getPaymentStatus, Order::setPaymentStatus)
            .with(required(), label("Payment status"));
    public static final InstantProperty<Order> ORDERED_AT = InstantProperty.of(
                    "orderedAt", Order::getOrderedAt, Order::setOrderedAt)
            .with(label("Ordered at"));
    public static final ReferenceProperty<Order, Quote> SOURCE_QUOTE = ReferenceProperty.of(
                    "sourceQuote", Quote.class, Order::getSourceQuote, Order::setSourceQuote)
            .with(movesAlone(), label("Source quote"));
    public static final ReferenceProperty<Order, ShoppingList> SOURCE_LIST = ReferenceProperty.of(
                    "sourceList", ShoppingList.class, Order::getSourceList, Order::setSourceList)
            .with(movesAlone(), label("Source shopping list"));
    public static final ReferenceProperty<Order, CommerceCustomer> CUSTOMER = ReferenceProperty.of(
                    "customer", CommerceCustomer.class, Order::getCustomer, Order::setCustomer)
            .with(movesAlone(), WhenTargetGoes.REFUSE);
    public static final ReferenceProperty<Order, CustomerUser> CUSTOMER_USER = ReferenceProperty.of(
                    "customerUser", CustomerUser.class, Order::getCustomerUser, Order::setCustomerUser)
            .with(movesAlone(), label("Customer user"));
    public static final TextProperty<Order> WEBSITE =
            TextProperty.of("website", Order::getWebsite, Order::setWebsite).with(maxLength(255));
    public static final TextProperty<Order> CURRENCY =
            TextProperty.of("currency", Order::getCurrency, Order::setCurrency).with(maxLength(3), currencyCode());

    public static final MoneyProperty<Order> SUBTOTAL = MoneyProperty.of(
                    "subtotal", (Order order) -> order.getSubtotal(), (order, value) -> order.takeSubtotal(value))
            .with(calculated());
    public static final MoneyProperty<Order> TOTAL_DISCOUNTS = MoneyProperty.of(
                    "totalDiscounts",
                    (Order order) -> order.getTotalDiscounts(),
                    (order, value) -> order.totalDiscounts = value)
            .with(calculated(), label("Total discounts"));
    public static final MoneyProperty<Order> TOTAL = MoneyProperty.of(
                    "total", (Order order) -> order.getTotal(), (order, value) -> order.total = value)
            .with(calculated());
    /**
     * What the order adds to the lifetime value of its customer when it {@link #COUNTS}: the subtotal in the base currency, at
     * the rate of the day of the order, UTC. It is worked out when the subtotal or that time changes, and kept otherwise,
     * whatever the rates do.
     */
    public static final NumberProperty<Order, BigDecimal> WORTH = NumberProperty.ofDecimal(
                    "worth", Money.SCALE, (Order order) -> order.getWorth(), (order, value) -> order.worth = value)
            .with(calculated(), label("Subtotal in base currency"));

    /** The order counts in the lifetime value of its customer: it is paid in full. */
    public static final Criterion<Order> COUNTS = PAYMENT_STATUS.is(PaymentStatus.FULL);

    public static final EntityType<Order> TYPE = EntityType.define(
            "order",
            Order.class,
            Order::new,
            type -> type.properties(
                            IDENTIFIER,
                            PO_NUMBER,
                            CUSTOMER_NOTES,
                            SHIP_UNTIL,
                            ITEMS,
                            DISCOUNTS,
                            SHIPPING_COST,
                            ADDRESSES,
                            STATUS,
                            PAYMENT_STATUS,
                            ORDERED_AT,
                            SOURCE_QUOTE,
                            SOURCE_LIST,
                            CUSTOMER,
                            CUSTOMER_USER,
                            WEBSITE,
                            CURRENCY,
                            SUBTOTAL,
                            TOTAL_DISCOUNTS,
                            TOTAL,
                            WORTH)
                    .properties(CONTACT_STATISTICS)
                    .owned(OWNERSHIP)
                    .named(IDENTIFIER)
                    .prepared(Order::prepare)
                    .folded(Fold.over(
                            CUSTOMER,
                            CommerceCustomer.class,
                            values -> values.sum(Customer.LIFETIME, WORTH, COUNTS, LifetimeChange::ofCustomer)))
                    .rule(ONE_CURRENCY, (document, context) -> document.isInOneCurrency())
                    .rule(COUNTABLE, (document, context) -> document.isCountable())
                    .rule(TOTAL_COUNTABLE, (order, context) -> order.total != null || order.getSubtotal() == null)
                    .rule(
                            "has discounts above all that they are taken off; lower them",
                            (order, context) -> order.total == null || !order.total.isNegative())
                    .rule(
                            "has a discount that is not either a share or an amount; give one of the two",
                            (order, context) -> order.discounts.stream().allMatch(OrderDiscount::isClear))
                    .rule(
                            "has a line without a product; give its SKU or say what was ordered",
                            (order, context) -> order.items.stream().allMatch(OrderLineItem::hasProduct))
                    .rule(
                            "has two addresses of one type; use each type for one address",
                            (order, context) -> order.hasUniqueAddressTypes())
                    .rule(
                            "is in a currency without a rate to the base currency on the day of the order; give one by config.set(Currencies.SETTING, ...), or choose another currency",
                            (order, context) -> order.worth != null || order.getSubtotal() == null)
                    .rule(
                            "has a status that does not follow on the one before; use its verbs: cancel(), ship(), close() or archive()",
                            (order, context) -> context.before()
                                    .filter(before -> !OrderStatus.MOVES.allow(before.status, order.status))
                                    .isEmpty()));

    private @Nullable String identifier;
    private @Nullable String poNumber;
    private @Nullable String customerNotes;
    private @Nullable LocalDate shipUntil;
    private List<OrderLineItem> items = List.of();
    private List<OrderDiscount> discounts = List.of();
    private @Nullable Money shippingCost;
    private @Nullable Money totalDiscounts;
    private @Nullable Money total;
    private @Nullable BigDecimal worth;
    private List<Address> addresses = List.of();
    private @Nullable String status = OrderStatus.OPEN.id();
    private @Nullable String paymentStatus = PaymentStatus.PENDING.id();
    private @Nullable Instant orderedAt;
    private @Nullable UUID sourceQuote;
    private @Nullable UUID sourceList;

    /** An order of nobody known, without lines yet. */
    public Order() {}

    /** An order of a customer, without lines yet. */
    public Order(CommerceCustomer customer) {
        setCustomer(Ref.to(customer));
    }

    /** An order of what a quote offers, but for alternatives, to its customer. */
    public Order(Quote quote) {
        take(quote);
        sourceQuote = quote.getId();
        shippingCost = quote.getShippingCost();
        addresses = quote.getAddresses();
        poNumber = quote.getPoNumber();
        shipUntil = quote.getShipUntil();
        items = quote.getItems().stream()
                .filter(QuotedItem::counts)
                .map(OrderLineItem::of)
                .toList();
    }

    /** An order of what is in a shopping list. */
    public Order(ShoppingList list) {
        take(list);
        sourceList = list.getId();
        customerNotes = list.getNotes();
        items = list.getItems().stream().map(OrderLineItem::of).toList();
    }

    private void take(PricedDocument source) {
        setCustomer(source.getCustomer());
        setCustomerUser(source.getCustomerUser());
        setWebsite(source.getWebsite());
        setCurrency(source.getCurrency());
    }

    /** An order without a number has its identity as one, as in the reference. */
    private void prepare(Situation<Order> situation) {
        takeCustomerOfUser(situation);
        if (identifier == null || identifier.isBlank()) {
            identifier = getId().toString();
        }
        if (orderedAt == null) {
            orderedAt = situation.now();
        }
        price(situation);
        totalDiscounts = discounted();
        total = totalDiscounts == null ? null : plus(minus(getSubtotal(), totalDiscounts), shippingCost);
        worth = worth(situation);
    }

    private @Nullable Money discounted() {
        Money subtotal = getSubtotal();
        if (subtotal == null) {
            return null;
        }
        BigDecimal sum = discounts.stream()
                .map(discount -> discount.of(subtotal.amount()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Money.find(sum, subtotal.currency()).orElse(null);
    }

    private @Nullable BigDecimal worth(Situation<Order> situation) {
        Money subtotal = getSubtotal();
        Order same = situation
                .before()
                .filter(before -> before.worth != null
                        && Objects.equals(before.getSubtotal(), subtotal)
                        && Objects.equals(before.orderedAt, orderedAt))
                .orElse(null);
        if (same != null || subtotal == null || orderedAt == null) {
            return same == null ? null : same.worth;
        }
        return situation
                .setting(Currencies.SETTING)
                .inBase(subtotal, InstantProperty.day(orderedAt))
                .orElse(null);
    }

    @Override
    List<? extends Line> lines() {
        return items;
    }

    @Override
    Stream<@Nullable Money> extras() {
        return Stream.concat(Stream.of(shippingCost), discounts.stream().map(OrderDiscount::amount));
    }

    private boolean hasUniqueAddressTypes() {
        Set<String> types = new HashSet<>();
        return addresses.stream().flatMap(address -> address.types().stream()).allMatch(types::add);
    }

    private Order move(OrderStatus to) {
        status = OrderStatus.MOVES.move("order " + TYPE.nameOf(this), status, to);
        return this;
    }

    /** Adds a line; one that is like another stands beside it. */
    public Order add(OrderLineItem item) {
        items = Stream.concat(items.stream(), Stream.of(item)).toList();
        return this;
    }

    /** Adds a discount. */
    public Order add(OrderDiscount discount) {
        discounts = Stream.concat(discounts.stream(), Stream.of(discount)).toList();
        return this;
    }

    /** Notes that all was paid. */
    public Order pay() {
        paymentStatus = PaymentStatus.FULL.id();
        return this;
    }

    /**
     * Calls it off.
     *
     * @throws IllegalStateException when it is not open
     */
    public Order cancel() {
        return move(OrderStatus.CANCELLED);
    }

    /**
     * Notes that it is on its way.
     *
     * @throws IllegalStateException when it is not open
     */
    public Order ship() {
        return move(OrderStatus.SHIPPED);
    }

    /**
     * Notes that there is nothing left to do.
     *
     * @throws IllegalStateException when it is closed already
     */
    public Order close() {
        return move(OrderStatus.CLOSED);
    }

    /**
     * Puts it away as history.
     *
     * @throws IllegalStateException when it is not closed
     */
    public Order archive() {
        return move(OrderStatus.ARCHIVED);
    }

    /** The address to which the invoice goes; empty when there is none. */
    public Optional<Address> billingAddress() {
        return address(Address.BILLING);
    }

    /** The address to which the goods go; empty when there is none. */
    public Optional<Address> shippingAddress() {
        return address(Address.SHIPPING);
    }

    private Optional<Address> address(String type) {
        return addresses.stream()
                .filter(address -> address.types().contains(type))
                .findFirst();
    }

    /** What the discounts come to; a share of the subtotal to four decimals, halves to the even neighbour. */
    public @Nullable Money getTotalDiscounts() {
        return totalDiscounts;
    }

    /** The subtotal without the discounts and with the shipping. */
    public @Nullable Money getTotal() {
        return total;
    }

    public @Nullable BigDecimal getWorth() {
        return worth;
    }

    public @Nullable String getIdentifier() {
        return identifier;
    }

    public void setIdentifier(@Nullable String identifier) {
        this.identifier = identifier;
    }

    public @Nullable String getPoNumber() {
        return poNumber;
    }

    public void setPoNumber(@Nullable String poNumber) {
        this.poNumber = poNumber;
    }

    public @Nullable String getCustomerNotes() {
        return customerNotes;
    }

    public void setCustomerNotes(@Nullable String customerNotes) {
        this.customerNotes = customerNotes;
    }

    public @Nullable LocalDate getShipUntil() {
        return shipUntil;
    }

    public void setShipUntil(@Nullable LocalDate shipUntil) {
        this.shipUntil = shipUntil;
    }

    public List<OrderLineItem> getItems() {
        return items;
    }

    public void setItems(List<OrderLineItem> items) {
        this.items = List.copyOf(items);
    }

    public List<OrderDiscount> getDiscounts() {
        return discounts;
    }

    public void setDiscounts(List<OrderDiscount> discounts) {
        this.discounts = List.copyOf(discounts);
    }

    public @Nullable Money getShippingCost() {
        return shippingCost;
    }

    public void setShippingCost(@Nullable Money shippingCost) {
        this.shippingCost = shippingCost;
    }

    public List<Address> getAddresses() {
        return addresses;
    }

    public void setAddresses(List<Address> addresses) {
        this.addresses = List.copyOf(addresses);
    }

    public @Nullable OrderStatus getStatus() {
        return status == null ? null : OrderStatus.DICTIONARY.get(status);
    }

    public void setStatus(@Nullable OrderStatus status) {
        this.status = status == null ? null : status.id();
    }

    public @Nullable PaymentStatus getPaymentStatus() {
        return paymentStatus == null ? null : PaymentStatus.DICTIONARY.get(paymentStatus);
    }

    public void setPaymentStatus(@Nullable PaymentStatus paymentStatus) {
        this.paymentStatus = paymentStatus == null ? null : paymentStatus.id();
    }

    public @Nullable Instant getOrderedAt() {
        return orderedAt;
    }

    public void setOrderedAt(@Nullable Instant orderedAt) {
        this.orderedAt = orderedAt;
    }

    public @Nullable Ref<Quote> getSourceQuote() {
        return sourceQuote == null ? null : new Ref<>(sourceQuote);
    }

    public void setSourceQuote(@Nullable Ref<Quote> sourceQuote) {
        this.sourceQuote = sourceQuote == null ? null : sourceQuote.id();
    }

    public @Nullable Ref<ShoppingList> getSourceList() {
        return sourceList == null ? null : new Ref<>(sourceList);
    }

    public void setSourceList(@Nullable Ref<ShoppingList> sourceList) {
        this.sourceList = sourceList == null ? null : sourceList.id();
    }
}
