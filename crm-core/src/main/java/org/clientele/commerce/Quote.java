package org.clientele.commerce;

import static org.clientele.property.Traits.calculated;
import static org.clientele.property.Traits.currencyCode;
import static org.clientele.property.Traits.identity;
import static org.clientele.property.Traits.indexed;
import static org.clientele.property.Traits.label;
import static org.clientele.property.Traits.maxLength;
import static org.clientele.property.Traits.movesAlone;
import static org.clientele.property.Traits.required;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.clientele.contact.Address;
import org.clientele.model.EntityType;
import org.clientele.model.Invariant;
import org.clientele.model.Situation;
import org.clientele.organization.User;
import org.clientele.property.BooleanProperty;
import org.clientele.property.ChoiceProperty;
import org.clientele.property.DateProperty;
import org.clientele.property.InstantProperty;
import org.clientele.property.ItemsProperty;
import org.clientele.property.MoneyProperty;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.ReferenceSetProperty;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits.WhenTargetGoes;
import org.clientele.value.Money;
import org.clientele.value.Ref;
import org.clientele.value.Refs;
import org.jspecify.annotations.Nullable;

/**
 * What a seller offers a customer (OroCommerce documentation, Quotes). It goes from status to status by its verbs, as the package
 * says. A customer that has quotes can not go without them; the request and the user are forgotten when they go.
 */
public class Quote extends PricedDocument {

    public static final TextProperty<Quote> QID = TextProperty.of("qid", Quote::getQid, Quote::setQid)
            .with(label("Quote #"), indexed(), identity(), maxLength(255));
    public static final ReferenceProperty<Quote, QuoteRequest> REQUEST = ReferenceProperty.of(
                    "request", QuoteRequest.class, Quote::getRequest, Quote::setRequest)
            .with(movesAlone());
    public static final TextProperty<Quote> PO_NUMBER = TextProperty.of(
                    "poNumber", Quote::getPoNumber, Quote::setPoNumber)
            .with(label("PO number"), maxLength(255));
    public static final DateProperty<Quote> SHIP_UNTIL = DateProperty.of(
                    "shipUntil", Quote::getShipUntil, Quote::setShipUntil)
            .with(label("Do not ship later than"));
    public static final InstantProperty<Quote> VALID_UNTIL = InstantProperty.of(
                    "validUntil", Quote::getValidUntil, Quote::setValidUntil)
            .with(label("Valid until"));
    public static final ItemsProperty<Quote, QuotedItem> ITEMS =
            ItemsProperty.of("items", QuotedItem.TYPE, Quote::getItems, Quote::setItems);
    public static final ChoiceProperty<Quote, QuoteStatus> STATUS = ChoiceProperty.of(
                    "status", QuoteStatus.DICTIONARY, Quote::getStatus, Quote::setStatus)
            .with(required(), label("Internal status"));
    public static final BooleanProperty<Quote> EXPIRED =
            BooleanProperty.of("expired", Quote::isExpired, Quote::setExpired);
    public static final MoneyProperty<Quote> SHIPPING_COST = MoneyProperty.of(
                    "shippingCost", Quote::getShippingCost, Quote::setShippingCost)
            .with(new NotNegative(), label("Shipping cost"));
    public static final ItemsProperty<Quote, Address> ADDRESSES =
            ItemsProperty.of("addresses", Address.TYPE, Quote::getAddresses, Quote::setAddresses);
    public static final ReferenceSetProperty<Quote, User> ASSIGNED_USERS = ReferenceSetProperty.of(
                    "assignedUsers", User.class, Quote::getAssignedUsers, Quote::setAssignedUsers)
            .with(label("Assigned users"));
    public static final ReferenceProperty<Quote, CommerceCustomer> CUSTOMER = ReferenceProperty.of(
                    "customer", CommerceCustomer.class, Quote::getCustomer, Quote::setCustomer)
            .with(movesAlone(), WhenTargetGoes.REFUSE);
    public static final ReferenceProperty<Quote, CustomerUser> CUSTOMER_USER = ReferenceProperty.of(
                    "customerUser", CustomerUser.class, Quote::getCustomerUser, Quote::setCustomerUser)
            .with(movesAlone(), label("Customer user"));
    public static final TextProperty<Quote> WEBSITE =
            TextProperty.of("website", Quote::getWebsite, Quote::setWebsite).with(maxLength(255));
    public static final TextProperty<Quote> CURRENCY =
            TextProperty.of("currency", Quote::getCurrency, Quote::setCurrency).with(maxLength(3), currencyCode());

    public static final MoneyProperty<Quote> SUBTOTAL = MoneyProperty.of(
                    "subtotal", (Quote quote) -> quote.getSubtotal(), (quote, value) -> quote.takeSubtotal(value))
            .with(calculated());
    public static final MoneyProperty<Quote> TOTAL = MoneyProperty.of(
                    "total", (Quote quote) -> quote.getTotal(), (quote, value) -> quote.total = value)
            .with(calculated());

    public static final EntityType<Quote> TYPE = EntityType.define(
            "quote",
            Quote.class,
            Quote::new,
            type -> type.properties(
                            QID,
                            REQUEST,
                            PO_NUMBER,
                            SHIP_UNTIL,
                            VALID_UNTIL,
                            ITEMS,
                            STATUS,
                            EXPIRED,
                            SHIPPING_COST,
                            ADDRESSES,
                            ASSIGNED_USERS,
                            CUSTOMER,
                            CUSTOMER_USER,
                            WEBSITE,
                            CURRENCY,
                            SUBTOTAL,
                            TOTAL)
                    .properties(CONTACT_STATISTICS)
                    .owned(OWNERSHIP)
                    .named(QID)
                    .prepared(Quote::prepare)
                    .rule(ONE_CURRENCY, (document, context) -> document.isInOneCurrency())
                    .rule(COUNTABLE, (document, context) -> document.isCountable())
                    .rule(TOTAL_COUNTABLE, (quote, context) -> quote.total != null || quote.getSubtotal() == null)
                    .rule(
                            "has a line without a product; give its SKU or say what is offered",
                            (quote, context) -> quote.items.stream().allMatch(QuotedItem::hasProduct))
                    .rule(
                            "is accepted although it is expired; send the customer a new one: asNewDraft()",
                            (quote, context) -> quote.isAcceptedInTime(context))
                    .rule(
                            "has a status that does not follow on the one before; use its verbs: send(), accept(at), decline(), expire(), cancel(), discard() or undelete()",
                            (quote, context) -> context.before()
                                    .filter(before -> !QuoteStatus.MOVES.allow(before.status, quote.status))
                                    .isEmpty()));

    private @Nullable String qid;
    private @Nullable UUID request;
    private @Nullable String poNumber;
    private @Nullable LocalDate shipUntil;
    private @Nullable Instant validUntil;
    private List<QuotedItem> items = List.of();
    private @Nullable String status = QuoteStatus.DRAFT.id();
    private boolean expired;
    private @Nullable Money shippingCost;
    private @Nullable Money total;
    private List<Address> addresses = List.of();
    private Set<UUID> assignedUsers = Set.of();

    /** An empty quote, for nobody yet. */
    public Quote() {}

    /** A quote for a customer. */
    public Quote(CommerceCustomer customer) {
        setCustomer(Ref.to(customer));
    }

    /** A quote that answers a request: of its customer and user, for what it asks for, at the prices that it has in mind. */
    public Quote(QuoteRequest answered) {
        request = answered.getId();
        setCustomer(answered.getCustomer());
        setCustomerUser(answered.getCustomerUser());
        setWebsite(answered.getWebsite());
        poNumber = answered.getPoNumber();
        shipUntil = answered.getShipUntil();
        items = answered.getItems().stream().map(QuotedItem::offer).toList();
    }

    /** A quote without a number has its identity as one, as in the reference. */
    private void prepare(Situation<Quote> situation) {
        takeCustomerOfUser(situation);
        if (qid == null || qid.isBlank()) {
            qid = getId().toString();
        }
        price(situation);
        total = plus(getSubtotal(), shippingCost);
    }

    @Override
    List<? extends Line> lines() {
        return items;
    }

    @Override
    Stream<@Nullable Money> extras() {
        return Stream.of(shippingCost);
    }

    private boolean isAcceptedInTime(Invariant.Context<Quote> context) {
        boolean becomes = QuoteStatus.ACCEPTED.id().equals(status)
                && context.before()
                        .filter(before -> !Objects.equals(before.status, status))
                        .isPresent();
        return !becomes || !expired;
    }

    private Quote move(QuoteStatus to) {
        status = QuoteStatus.MOVES.move("quote " + TYPE.nameOf(this), status, to);
        return this;
    }

    /** Adds an offer. */
    public Quote add(QuotedItem item) {
        items = Stream.concat(items.stream(), Stream.of(item)).toList();
        return this;
    }

    /**
     * Sends it to the customer.
     *
     * @throws IllegalStateException when it is no draft
     */
    public Quote send() {
        return move(QuoteStatus.SENT_TO_CUSTOMER);
    }

    /**
     * Notes that the customer agreed.
     *
     * @throws IllegalStateException when the customer does not have it, or it did not hold any more at that time
     */
    public Quote accept(Instant at) {
        if (expired || (validUntil != null && at.isAfter(validUntil))) {
            throw new IllegalStateException("quote " + TYPE.nameOf(this)
                    + " is expired and can not be accepted; send the customer a new one: asNewDraft()");
        }
        return move(QuoteStatus.ACCEPTED);
    }

    /**
     * Notes that the customer or the seller said no.
     *
     * @throws IllegalStateException when the customer does not have it
     */
    public Quote decline() {
        return move(QuoteStatus.DECLINED);
    }

    /**
     * Notes that it does not hold any more.
     *
     * @throws IllegalStateException when the customer does not have it
     */
    public Quote expire() {
        move(QuoteStatus.EXPIRED);
        expired = true;
        return this;
    }

    /**
     * Takes it back.
     *
     * @throws IllegalStateException when the customer does not have it
     */
    public Quote cancel() {
        return move(QuoteStatus.CANCELLED);
    }

    /**
     * Throws it away; the record stays.
     *
     * @throws IllegalStateException when it is closed, or thrown away already
     */
    public Quote discard() {
        return move(QuoteStatus.DELETED);
    }

    /**
     * Makes a draft again of what was thrown away.
     *
     * @throws IllegalStateException when it was not
     */
    public Quote undelete() {
        return move(QuoteStatus.DRAFT);
    }

    /** A new quote with the same offers and without a number: a copy, a reopened quote, or one that takes this one's place. */
    public Quote asNewDraft() {
        Quote draft = new Quote();
        TYPE.copyValues(this, draft);
        draft.qid = null;
        draft.status = QuoteStatus.DRAFT.id();
        draft.expired = false;
        draft.validUntil = null;
        return draft;
    }

    /** What the offers that count and the shipping come to. */
    public @Nullable Money getTotal() {
        return total;
    }

    public @Nullable String getQid() {
        return qid;
    }

    public void setQid(@Nullable String qid) {
        this.qid = qid;
    }

    public @Nullable Ref<QuoteRequest> getRequest() {
        return request == null ? null : new Ref<>(request);
    }

    public void setRequest(@Nullable Ref<QuoteRequest> request) {
        this.request = request == null ? null : request.id();
    }

    public @Nullable String getPoNumber() {
        return poNumber;
    }

    public void setPoNumber(@Nullable String poNumber) {
        this.poNumber = poNumber;
    }

    public @Nullable LocalDate getShipUntil() {
        return shipUntil;
    }

    public void setShipUntil(@Nullable LocalDate shipUntil) {
        this.shipUntil = shipUntil;
    }

    public @Nullable Instant getValidUntil() {
        return validUntil;
    }

    public void setValidUntil(@Nullable Instant validUntil) {
        this.validUntil = validUntil;
    }

    public List<QuotedItem> getItems() {
        return items;
    }

    public void setItems(List<QuotedItem> items) {
        this.items = List.copyOf(items);
    }

    public @Nullable QuoteStatus getStatus() {
        return status == null ? null : QuoteStatus.DICTIONARY.get(status);
    }

    public void setStatus(@Nullable QuoteStatus status) {
        this.status = status == null ? null : status.id();
    }

    public boolean isExpired() {
        return expired;
    }

    public void setExpired(@Nullable Boolean expired) {
        this.expired = Boolean.TRUE.equals(expired);
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

    public Set<Ref<User>> getAssignedUsers() {
        return Refs.of(assignedUsers);
    }

    public void setAssignedUsers(Set<Ref<User>> assignedUsers) {
        this.assignedUsers = Refs.ids(assignedUsers);
    }
}
