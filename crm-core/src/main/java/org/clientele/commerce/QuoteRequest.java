package org.clientele.commerce;

import static org.clientele.property.Traits.calculated;
import static org.clientele.property.Traits.label;
import static org.clientele.property.Traits.maxLength;
import static org.clientele.property.Traits.movesAlone;
import static org.clientele.property.Traits.required;

import jakarta.validation.constraints.Email;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.criteria.Lookup;
import org.clientele.model.EntityType;
import org.clientele.model.Situation;
import org.clientele.organization.User;
import org.clientele.property.ChoiceProperty;
import org.clientele.property.DateProperty;
import org.clientele.property.ItemsProperty;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.ReferenceSetProperty;
import org.clientele.property.TextProperty;
import org.clientele.value.Ref;
import org.clientele.value.Refs;
import org.jspecify.annotations.Nullable;

/**
 * What a customer asks a price for (OroCommerce documentation, Requests for quotes). It goes from status to status by its verbs, as
 * the package says; what the customer is shown follows. It outlives its customer and its user: the references are cleared.
 */
public class QuoteRequest extends CommerceDocument {

    public static final TextProperty<QuoteRequest> FIRST_NAME = TextProperty.of(
                    "firstName", QuoteRequest::getFirstName, QuoteRequest::setFirstName)
            .with(required(), maxLength(255));
    public static final TextProperty<QuoteRequest> LAST_NAME = TextProperty.of(
                    "lastName", QuoteRequest::getLastName, QuoteRequest::setLastName)
            .with(required(), maxLength(255));
    public static final TextProperty<QuoteRequest> EMAIL = TextProperty.of(
                    "email", QuoteRequest::getEmail, QuoteRequest::setEmail)
            .with(required(), maxLength(255));
    public static final TextProperty<QuoteRequest> PHONE = TextProperty.of(
                    "phone", QuoteRequest::getPhone, QuoteRequest::setPhone)
            .with(maxLength(255));
    public static final TextProperty<QuoteRequest> COMPANY = TextProperty.of(
                    "company", QuoteRequest::getCompany, QuoteRequest::setCompany)
            .with(required(), maxLength(255));
    public static final TextProperty<QuoteRequest> ROLE = TextProperty.of(
                    "role", QuoteRequest::getRole, QuoteRequest::setRole)
            .with(maxLength(255));
    public static final TextProperty<QuoteRequest> NOTE =
            TextProperty.of("note", QuoteRequest::getNote, QuoteRequest::setNote);
    public static final TextProperty<QuoteRequest> CANCELLATION_REASON = TextProperty.of(
                    "cancellationReason", QuoteRequest::getCancellationReason, QuoteRequest::setCancellationReason)
            .with(label("Cancellation reason"));
    public static final ItemsProperty<QuoteRequest, RequestedItem> ITEMS =
            ItemsProperty.of("items", RequestedItem.TYPE, QuoteRequest::getItems, QuoteRequest::setItems);
    public static final TextProperty<QuoteRequest> PO_NUMBER = TextProperty.of(
                    "poNumber", QuoteRequest::getPoNumber, QuoteRequest::setPoNumber)
            .with(label("PO number"), maxLength(255));
    public static final DateProperty<QuoteRequest> SHIP_UNTIL = DateProperty.of(
                    "shipUntil", QuoteRequest::getShipUntil, QuoteRequest::setShipUntil)
            .with(label("Do not ship later than"));
    public static final ReferenceSetProperty<QuoteRequest, User> ASSIGNED_USERS = ReferenceSetProperty.of(
                    "assignedUsers", User.class, QuoteRequest::getAssignedUsers, QuoteRequest::setAssignedUsers)
            .with(label("Assigned users"));
    public static final ChoiceProperty<QuoteRequest, RequestStatus> STATUS = ChoiceProperty.of(
                    "status", RequestStatus.DICTIONARY, QuoteRequest::getStatus, QuoteRequest::setStatus)
            .with(required(), label("Internal status"));
    public static final ChoiceProperty<QuoteRequest, RequestCustomerStatus> CUSTOMER_STATUS = ChoiceProperty.of(
                    "customerStatus",
                    RequestCustomerStatus.DICTIONARY,
                    QuoteRequest::getCustomerStatus,
                    QuoteRequest::setCustomerStatus)
            .with(required(), label("Customer status"));
    public static final ChoiceProperty<QuoteRequest, RequestStatus> STATUS_BEFORE_DELETION = ChoiceProperty.of(
                    "statusBeforeDeletion",
                    RequestStatus.DICTIONARY,
                    (QuoteRequest request) -> request.getStatusBeforeDeletion(),
                    (request, value) -> request.statusBeforeDeletion = value == null ? null : value.id())
            .with(calculated());
    public static final ReferenceProperty<QuoteRequest, CommerceCustomer> CUSTOMER = ReferenceProperty.of(
                    "customer", CommerceCustomer.class, QuoteRequest::getCustomer, QuoteRequest::setCustomer)
            .with(movesAlone());
    public static final ReferenceProperty<QuoteRequest, CustomerUser> CUSTOMER_USER = ReferenceProperty.of(
                    "customerUser", CustomerUser.class, QuoteRequest::getCustomerUser, QuoteRequest::setCustomerUser)
            .with(movesAlone(), label("Customer user"));
    public static final TextProperty<QuoteRequest> WEBSITE = TextProperty.of(
                    "website", QuoteRequest::getWebsite, QuoteRequest::setWebsite)
            .with(maxLength(255));

    public static final EntityType<QuoteRequest> TYPE = EntityType.define(
            "quote request",
            QuoteRequest.class,
            QuoteRequest::new,
            type -> type.properties(
                            FIRST_NAME,
                            LAST_NAME,
                            EMAIL,
                            PHONE,
                            COMPANY,
                            ROLE,
                            NOTE,
                            CANCELLATION_REASON,
                            ITEMS,
                            PO_NUMBER,
                            SHIP_UNTIL,
                            ASSIGNED_USERS,
                            STATUS,
                            CUSTOMER_STATUS,
                            STATUS_BEFORE_DELETION,
                            CUSTOMER,
                            CUSTOMER_USER,
                            WEBSITE)
                    .properties(CONTACT_STATISTICS)
                    .owned(OWNERSHIP)
                    .named(QuoteRequest::displayName)
                    .prepared(QuoteRequest::prepare)
                    .rule(
                            "has a line without a product; give its SKU or say what is wanted",
                            (request, context) -> request.items.stream().allMatch(RequestedItem::hasProduct))
                    .rule(
                            "has an internal status that does not follow on the one before; use its verbs, such as process() or decline()",
                            (request, context) -> context.before()
                                    .filter(before -> !RequestStatus.MOVES.allow(before.status, request.status))
                                    .isEmpty())
                    .rule(
                            "has a customer status that does not follow on the one before; use its verbs, such as cancel(reason)",
                            (request, context) -> context.before()
                                    .filter(before -> !RequestCustomerStatus.MOVES.allow(
                                            before.customerStatus, request.customerStatus))
                                    .isEmpty()));

    private @Nullable String firstName;
    private @Nullable String lastName;
    private @Nullable @Email String email;
    private @Nullable String phone;
    private @Nullable String company;
    private @Nullable String role;
    private @Nullable String note;
    private @Nullable String cancellationReason;
    private List<RequestedItem> items = List.of();
    private @Nullable String poNumber;
    private @Nullable LocalDate shipUntil;
    private Set<UUID> assignedUsers = Set.of();
    private @Nullable String status = RequestStatus.OPEN.id();
    private @Nullable String customerStatus = RequestCustomerStatus.SUBMITTED.id();
    private @Nullable String statusBeforeDeletion;

    /** An empty request. */
    protected QuoteRequest() {}

    /** A request of somebody who may be no user of a customer. */
    public QuoteRequest(String firstName, String lastName, String email, String company) {
        this.firstName = firstName;
        this.lastName = lastName;
        this.email = email;
        this.company = company;
    }

    private void prepare(Situation<QuoteRequest> situation) {
        takeCustomerOfUser(situation);
        situation.before().ifPresent(before -> follow(before, situation));
        if (!isDeleted()) {
            statusBeforeDeletion = null;
        }
    }

    /** What the customer sees follows the internal status, also where that was set without a verb. */
    private void follow(QuoteRequest before, Situation<QuoteRequest> situation) {
        if (situation.changes(STATUS, this)) {
            if (!situation.changes(CUSTOMER_STATUS, this)) {
                customerStatus = shown(status, customerStatus);
            }
            if (isDeleted()) {
                statusBeforeDeletion = before.status;
            }
        }
    }

    private static @Nullable String shown(@Nullable String status, @Nullable String otherwise) {
        if (RequestStatus.OPEN.id().equals(status)) {
            return RequestCustomerStatus.SUBMITTED.id();
        } else if (RequestStatus.MORE_INFO_REQUESTED.id().equals(status)) {
            return RequestCustomerStatus.REQUIRES_ATTENTION.id();
        }
        boolean over = RequestStatus.DECLINED.id().equals(status)
                || RequestStatus.CANCELLED_BY_CUSTOMER.id().equals(status);
        return over ? RequestCustomerStatus.CANCELLED.id() : otherwise;
    }

    private String displayName() {
        return Stream.of(firstName, lastName, company)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    private boolean isDeleted() {
        return RequestStatus.DELETED.id().equals(status);
    }

    private QuoteRequest move(RequestStatus to) {
        status = RequestStatus.MOVES.move("quote request " + displayName(), status, to);
        customerStatus = shown(status, customerStatus);
        return this;
    }

    /** A move that begins with one of these statuses. */
    private QuoteRequest move(Set<RequestStatus> from, RequestStatus to) {
        if (status == null || !from.contains(RequestStatus.DICTIONARY.get(status))) {
            List<String> possible =
                    from.stream().map(RequestStatus::id).sorted().toList();
            throw new IllegalStateException("quote request " + displayName() + " is " + status + " and can not become "
                    + to.id() + " by that; only what is " + String.join(" or ", possible) + " can");
        }
        return move(to);
    }

    /** Adds a line. */
    public QuoteRequest add(RequestedItem item) {
        items = Stream.concat(items.stream(), Stream.of(item)).toList();
        return this;
    }

    /**
     * Marks it as answered, which the customer does not see.
     *
     * @throws IllegalStateException when it is not open
     */
    public QuoteRequest process() {
        return move(RequestStatus.PROCESSED);
    }

    /**
     * Asks the customer for more; the note that says what is no part of the request.
     *
     * @throws IllegalStateException when it is not open
     */
    public QuoteRequest requestMoreInformation() {
        return move(Set.of(RequestStatus.OPEN), RequestStatus.MORE_INFO_REQUESTED);
    }

    /**
     * Opens it again, as the customer has said what was asked.
     *
     * @throws IllegalStateException when nothing was asked
     */
    public QuoteRequest provideInformation() {
        return move(Set.of(RequestStatus.MORE_INFO_REQUESTED), RequestStatus.OPEN);
    }

    /**
     * Says no to it.
     *
     * @throws IllegalStateException when it is not open
     */
    public QuoteRequest decline() {
        return move(RequestStatus.DECLINED);
    }

    /**
     * Takes it back in the customer's name.
     *
     * @throws IllegalStateException when it is processed, deleted or taken back already
     */
    public QuoteRequest cancel(@Nullable String reason) {
        move(
                Set.of(RequestStatus.OPEN, RequestStatus.MORE_INFO_REQUESTED, RequestStatus.DECLINED),
                RequestStatus.CANCELLED_BY_CUSTOMER);
        cancellationReason = reason;
        return this;
    }

    /**
     * Opens it again after it was declined or taken back.
     *
     * @throws IllegalStateException when it was neither
     */
    public QuoteRequest reprocess() {
        return move(Set.of(RequestStatus.DECLINED, RequestStatus.CANCELLED_BY_CUSTOMER), RequestStatus.OPEN);
    }

    /**
     * Throws it away; the record stays.
     *
     * @throws IllegalStateException when it is thrown away already
     */
    public QuoteRequest discard() {
        String before = status;
        move(RequestStatus.DELETED);
        statusBeforeDeletion = before;
        return this;
    }

    @Override
    protected Set<String> emailAddresses(Lookup lookup) {
        return email == null ? Set.of() : Set.of(email);
    }

    /**
     * Takes out again what was thrown away: it is cancelled if the customer had taken it back before, waits for information if
     * the customer is to give it, and is open otherwise.
     *
     * @throws IllegalStateException when it was not thrown away
     */
    public QuoteRequest undelete() {
        if (!isDeleted()) {
            throw new IllegalStateException("quote request " + displayName() + " is " + status
                    + " and not deleted; there is nothing to undelete");
        }
        if (RequestStatus.CANCELLED_BY_CUSTOMER.id().equals(statusBeforeDeletion)) {
            move(RequestStatus.CANCELLED_BY_CUSTOMER);
        } else if (RequestCustomerStatus.REQUIRES_ATTENTION.id().equals(customerStatus)) {
            move(RequestStatus.MORE_INFO_REQUESTED);
        } else {
            move(RequestStatus.OPEN);
        }
        statusBeforeDeletion = null;
        return this;
    }

    public @Nullable String getFirstName() {
        return firstName;
    }

    public void setFirstName(@Nullable String firstName) {
        this.firstName = firstName;
    }

    public @Nullable String getLastName() {
        return lastName;
    }

    public void setLastName(@Nullable String lastName) {
        this.lastName = lastName;
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }

    public @Nullable String getPhone() {
        return phone;
    }

    public void setPhone(@Nullable String phone) {
        this.phone = phone;
    }

    public @Nullable String getCompany() {
        return company;
    }

    public void setCompany(@Nullable String company) {
        this.company = company;
    }

    public @Nullable String getRole() {
        return role;
    }

    public void setRole(@Nullable String role) {
        this.role = role;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }

    public @Nullable String getCancellationReason() {
        return cancellationReason;
    }

    public void setCancellationReason(@Nullable String cancellationReason) {
        this.cancellationReason = cancellationReason;
    }

    public List<RequestedItem> getItems() {
        return items;
    }

    public void setItems(List<RequestedItem> items) {
        this.items = List.copyOf(items);
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

    public Set<Ref<User>> getAssignedUsers() {
        return Refs.of(assignedUsers);
    }

    public void setAssignedUsers(Set<Ref<User>> assignedUsers) {
        this.assignedUsers = Refs.ids(assignedUsers);
    }

    public @Nullable RequestStatus getStatus() {
        return status == null ? null : RequestStatus.DICTIONARY.get(status);
    }

    public void setStatus(@Nullable RequestStatus status) {
        this.status = status == null ? null : status.id();
    }

    public @Nullable RequestCustomerStatus getCustomerStatus() {
        return customerStatus == null ? null : RequestCustomerStatus.DICTIONARY.get(customerStatus);
    }

    public void setCustomerStatus(@Nullable RequestCustomerStatus customerStatus) {
        this.customerStatus = customerStatus == null ? null : customerStatus.id();
    }

    public @Nullable RequestStatus getStatusBeforeDeletion() {
        return statusBeforeDeletion == null ? null : RequestStatus.DICTIONARY.get(statusBeforeDeletion);
    }
}
